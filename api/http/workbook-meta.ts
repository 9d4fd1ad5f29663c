import type { WriteSheet } from 'hucre'

/** What a file says of itself, out of sight of whoever prints it. */
export const metaSheet = (entries: readonly (readonly [string, string])[]): WriteSheet => ({
  name: '_meta',
  hidden: true,
  columns: [{ width: 22 }, { width: 90 }].map((column) => ({ ...column, style: { numFmt: '@' } })),
  rows: entries.map((entry) => [...entry]),
})

/** In a header of a spreadsheet an ampersand begins a code. */
const headerText = (text: string) => text.replaceAll('&', '&&')

/** 第 x 页 共 y 页 below, and above what the brigade wants printed on every page. */
export const headAndFoot = (watermark: string | undefined): NonNullable<WriteSheet['headerFooter']> => ({
  ...(watermark ? { oddHeader: `&R${headerText(watermark)}` } : {}),
  oddFooter: '&C第 &P 页 共 &N 页',
})
