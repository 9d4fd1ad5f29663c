/** Of the readable pages under /api/docs, which load nothing: the style stands in the page, and its hash in the policy. */
export const pageStyle = `
body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem;color:#1b1b18;background:#fbfaf6}
div{overflow-x:auto}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #d8d4c8;padding:.5rem;text-align:left;vertical-align:top}ul{margin:.25rem 0;padding-left:1.2rem}small{color:#5d5a50}
@media (prefers-color-scheme:dark){:root{color-scheme:dark}body{color:#efeade;background:#14171a}td,th{border-top-color:#454a4e}small{color:#c9c3b4}a{color:#93d2e0}}
`
