import { pageStyle } from './page-style.ts'
import type { Text } from './text.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)

/** Both languages in a cell, the Chinese first. */
export const both = ({ zh, en }: Text) => `${escapeHtml(zh)}<br><small lang="en">${escapeHtml(en)}</small>`

export const list = (items: readonly string[]) =>
  items.length ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '–'

/** A wide table scrolls by itself, also by keyboard. */
export const scrollable = (content: string) => `<div tabindex="0">${content}</div>`

/** Cells are HTML already; the first of a row names it. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  scrollable(
    `<table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        ([first, ...rest]) =>
          `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
      )
      .join('\n')}</tbody></table>`,
  )

/** One of the readable pages under /api/docs; it loads nothing. */
export const docsDocument = ({ zh, en }: Text, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(zh)} · ${escapeHtml(en)}</title><style>${pageStyle}</style></head><body><h1>${escapeHtml(zh)} <small lang="en">${escapeHtml(en)}</small></h1>
${body}</body></html>`
