import type { Cell, SheetRow } from '../import-types.ts'
import { dateCellOfIso } from './excel-date.ts'
import { fileLimits } from './file-limits.ts'
import { refusal } from './file-refused.ts'
import { newXmlScanner, type XmlHandler } from './xml-scanner.ts'
import { attributeOf, decodeEntities } from './xml-text.ts'
import type { SpreadsheetParser } from './xml-spreadsheet-rows.ts'

const repeatOf = (attributes: string, name: string) => Math.max(1, Number(attributeOf(attributes, name)) || 1)

function valueOf(attributes: string, text: string): Cell {
  const type = attributeOf(attributes, 'value-type') ?? ''
  if (['float', 'currency', 'percentage'].includes(type))
    return Number(attributeOf(attributes, 'value') ?? text)
  if (type === 'date') return dateCellOfIso(attributeOf(attributes, 'date-value') ?? '') ?? text
  if (type === 'boolean') return attributeOf(attributes, 'boolean-value') === 'true'
  return text === '' ? null : text.slice(0, fileLimits.cellChars)
}

/** content.xml of an OpenDocument spreadsheet; equal cells and rows are written once with their count. */
class OdsContent implements XmlHandler {
  readonly sheets: string[] = []
  rows: SheetRow[] = []
  readonly #wanted: number
  #number = 0
  #rowRepeat = 1
  #cells: Cell[] = []
  #column = 0
  #cell: string | undefined
  #isText = false
  #text = ''

  constructor(wanted: number) {
    this.#wanted = wanted
  }

  open(name: string, attributes: string, isEmpty: boolean) {
    if (name === 'table') {
      this.sheets.push(attributeOf(attributes, 'name') ?? `Sheet${this.sheets.length + 1}`)
      this.#number = 0
    } else if (this.sheets.length - 1 !== this.#wanted) return
    else if (name === 'table-row') this.#openRow(attributes, isEmpty)
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#cell = attributes
      this.#text = ''
      if (isEmpty) this.#endCell()
    } else if (name === 'p') {
      if (this.#text !== '') this.#text += '\n'
      this.#isText = !isEmpty
    } else if (name === 's') this.#text += ' '
  }

  close(name: string) {
    if (name === 'p') this.#isText = false
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell()
    else if (name === 'table-row') this.#endRow()
  }

  text(raw: string, isLiteral: boolean) {
    if (!this.#isText || this.#cell === undefined || this.#text.length > fileLimits.cellChars) return
    this.#text += isLiteral ? raw : decodeEntities(raw)
  }

  #openRow(attributes: string, isEmpty: boolean) {
    this.#rowRepeat = repeatOf(attributes, 'number-rows-repeated')
    this.#cells = []
    this.#column = 0
    if (isEmpty) this.#endRow()
  }

  #endCell() {
    const attributes = this.#cell
    if (attributes === undefined) return
    this.#cell = undefined
    const repeat = repeatOf(attributes, 'number-columns-repeated')
    const cell = valueOf(attributes, this.#text)
    const from = this.#column
    this.#column += repeat
    if (cell === null) return
    if (this.#column > fileLimits.columns)
      throw refusal('too_many_columns', fileLimits.columns, this.#number + 1)
    while (this.#cells.length < from) this.#cells.push(null)
    for (let i = 0; i < repeat; i++) this.#cells.push(cell)
  }

  #endRow() {
    const from = this.#number
    this.#number += this.#rowRepeat
    if (this.#cells.length === 0) return
    if (this.#rowRepeat > fileLimits.rows) throw refusal('too_many_rows', fileLimits.rows)
    for (let i = 1; i <= this.#rowRepeat; i++) this.rows.push({ number: from + i, cells: this.#cells })
    this.#cells = []
  }
}

export function newOdsParser(wanted: number): SpreadsheetParser {
  const content = new OdsContent(wanted)
  const scanner = newXmlScanner(content)
  return {
    push: scanner.push,
    end: scanner.end,
    sheets: content.sheets,
    takeRows() {
      const { rows } = content
      content.rows = []
      return rows
    },
  }
}
