import { writeCsv } from 'hucre/csv'

export type SpreadsheetCell = string | number | null

/**
 * Spreadsheets run a cell that begins with one of these, full-width forms too; an apostrophe in front keeps it text.
 * A text that itself begins with an apostrophe gets a second one, so that taking one away always gives back the text.
 */
const opensCommand = /^[=+\-@\t\r\n|%'＝＋－＠]/

export const inertText = (text: string): string => (opensCommand.test(text) ? `'${text}` : text)

/**
 * CSV has no types, so each text is made inert; numbers stay numbers, negative ones too. Workbooks need none of this:
 * their texts are typed as texts. Every CSV leaves through here.
 */
export function csvFile(rows: readonly (readonly SpreadsheetCell[])[]): string {
  const inert = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inertText(cell) : cell)))
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return writeCsv(inert, { bom: true })
}

export const attachment = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` })
const asFile = (name: string, type: string) => ({ 'content-type': type, ...attachment(name) })
export const csvHeaders = (name: string) => asFile(`${name}.csv`, 'text/csv; charset=utf-8')
export const xlsxHeaders = (name: string) =>
  asFile(`${name}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
