import type { Cell, SheetRow } from '../import-types.ts'
import { dateCellOfIso } from './excel-date.ts'
import { fileLimits } from './file-limits.ts'
import { refusal } from './file-refused.ts'
import { newXmlScanner, type XmlHandler } from './xml-scanner.ts'
import { attributeOf, decodeEntities } from './xml-text.ts'

export interface SpreadsheetParser {
  push(chunk: string): void
  end(): void
  takeRows(): SheetRow[]
  /** Names of the sheets met so far. */
  readonly sheets: readonly string[]
}

function valueOf(type: string, text: string): Cell {
  if (text === '') return null
  if (type === 'Number') return Number.isNaN(Number(text)) ? text : Number(text)
  if (type === 'Boolean') return text === '1'
  if (type === 'DateTime') return dateCellOfIso(text) ?? text
  return text.slice(0, fileLimits.cellChars)
}

/** The XML that Excel 2002 and 2003 wrote; rows are kept of the sheet at one place only. */
class XmlSpreadsheet implements XmlHandler {
  readonly sheets: string[] = []
  rows: SheetRow[] = []
  readonly #wanted: number
  #number = 0
  #column = -1
  #across = 0
  #cells: Cell[] = []
  #type = 'String'
  #text: string | undefined

  constructor(wanted: number) {
    this.#wanted = wanted
  }

  open(name: string, attributes: string, isEmpty: boolean) {
    if (name === 'Worksheet') {
      this.sheets.push(attributeOf(attributes, 'Name') ?? `Sheet${this.sheets.length + 1}`)
      this.#number = 0
    } else if (this.sheets.length - 1 !== this.#wanted) return
    else if (name === 'Row') this.#openRow(attributes)
    else if (name === 'Cell') this.#openCell(attributes)
    else if (name === 'Data' && !isEmpty) {
      this.#type = attributeOf(attributes, 'Type') ?? 'String'
      this.#text = ''
    }
  }

  close(name: string) {
    if (name === 'Data') this.#endData()
    else if (name === 'Row') this.#endRow()
  }

  text(raw: string, isLiteral: boolean) {
    if (this.#text === undefined || this.#text.length > fileLimits.cellChars) return
    this.#text += isLiteral ? raw : decodeEntities(raw)
  }

  #openRow(attributes: string) {
    this.#number = Number(attributeOf(attributes, 'Index')) || this.#number + 1
    this.#column = -1
    this.#across = 0
    this.#cells = []
  }

  #openCell(attributes: string) {
    const index = Number(attributeOf(attributes, 'Index'))
    this.#column = index > 0 ? index - 1 : this.#column + 1 + this.#across
    this.#across = Number(attributeOf(attributes, 'MergeAcross')) || 0
  }

  #endData() {
    const cell = valueOf(this.#type, this.#text ?? '')
    this.#text = undefined
    if (cell === null) return
    if (this.#column >= fileLimits.columns)
      throw refusal('too_many_columns', fileLimits.columns, this.#number)
    while (this.#cells.length < this.#column) this.#cells.push(null)
    this.#cells[this.#column] = cell
  }

  #endRow() {
    if (this.#cells.length > 0) this.rows.push({ number: this.#number, cells: this.#cells })
    this.#cells = []
  }
}

export function newSpreadsheetParser(wanted: number): SpreadsheetParser {
  const spreadsheet = new XmlSpreadsheet(wanted)
  const scanner = newXmlScanner(spreadsheet)
  return {
    push: scanner.push,
    end: scanner.end,
    sheets: spreadsheet.sheets,
    takeRows() {
      const { rows } = spreadsheet
      spreadsheet.rows = []
      return rows
    },
  }
}
