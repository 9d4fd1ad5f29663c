import type { Cell, SheetRow } from '../import-types.ts'
import { fileLimits } from './file-limits.ts'
import { newXmlScanner, type XmlHandler } from './xml-scanner.ts'
import { attributeOf, decodeEntities } from './xml-text.ts'

export interface TablesParser {
  push(chunk: string): void
  end(): void
  /** Rows of all tables on the page, one below the other, as a spreadsheet shows such a file. */
  takeRows(): SheetRow[]
  pictures(): number
}

const spanOf = (attributes: string, name: string) =>
  Math.min(Math.max(1, Number(attributeOf(attributes, name)) || 1), fileLimits.columns)

/** Contents of a page: closing tags may be missing, tables may stand in tables. */
class HtmlTables implements XmlHandler {
  rows: SheetRow[] = []
  pictures = 0
  #number = 0
  #cells: Cell[] | undefined
  #text: string | undefined
  #span = 1
  #ignored = ''
  /** By column: how many further rows a cell above reaches down. */
  #reach: number[] = []
  #rowSpan = 1

  open(name: string, attributes: string, isEmpty: boolean) {
    if (this.#ignored !== '') return
    if ((name === 'style' || name === 'script' || name === 'title') && !isEmpty) this.#ignored = name
    else if (name === 'tr') this.#openRow()
    else if (name === 'td' || name === 'th') this.#openCell(attributes.toLowerCase())
    else if (name === 'table') this.#reach = []
    else if (name === 'img') this.pictures++
    else if ((name === 'br' || name === 'p' || name === 'div') && this.#text) this.#text += '\n'
  }

  close(name: string) {
    if (this.#ignored !== '') {
      if (name === this.#ignored) this.#ignored = ''
    } else if (name === 'td' || name === 'th') this.#endCell()
    else if (name === 'tr' || name === 'table') this.#endRow()
  }

  text(raw: string) {
    if (this.#ignored !== '' || this.#text === undefined) return
    if (this.#text.length <= fileLimits.cellChars) this.#text += raw.replace(/\s+/g, ' ')
  }

  end() {
    this.#endRow()
  }

  #openRow() {
    this.#endRow()
    this.#number++
    this.#cells = []
  }

  #openCell(attributes: string) {
    this.#endCell()
    if (!this.#cells) this.#openRow()
    this.#passReached()
    this.#text = ''
    this.#span = spanOf(attributes, 'colspan')
    this.#rowSpan = spanOf(attributes, 'rowspan')
  }

  /** Columns that a cell of a row above covers stay empty. */
  #passReached() {
    const cells = this.#cells!
    while ((this.#reach[cells.length] ?? 0) > 0 && cells.length < fileLimits.columns) {
      this.#reach[cells.length]!--
      cells.push(null)
    }
  }

  #endCell() {
    const cells = this.#cells
    if (this.#text === undefined || !cells) return
    const text = decodeEntities(this.#text)
      .replace(/[^\S\n]+/g, ' ')
      .trim()
    this.#text = undefined
    for (let i = 0; i < this.#span && cells.length < fileLimits.columns; i++) {
      if (this.#rowSpan > 1) this.#reach[cells.length] = this.#rowSpan - 1
      cells.push(i > 0 || text === '' ? null : text.slice(0, fileLimits.cellChars))
    }
  }

  #endRow() {
    this.#endCell()
    const cells = this.#cells
    if (!cells) return
    this.#cells = undefined
    for (let column = cells.length; column < this.#reach.length; column++)
      if (this.#reach[column]) this.#reach[column]!--
    if (cells.some((cell) => cell !== null)) this.rows.push({ number: this.#number, cells })
  }
}

export function newTablesParser(): TablesParser {
  const tables = new HtmlTables()
  const scanner = newXmlScanner(tables, true)
  return {
    push: scanner.push,
    end() {
      scanner.end()
      tables.end()
    },
    takeRows() {
      const { rows } = tables
      tables.rows = []
      return rows
    },
    pictures: () => tables.pictures,
  }
}
