import type { Cell, SheetRow } from '../import-types.ts'
import { dateCellOf, dateCellOfIso } from './excel-date.ts'
import { fileLimits } from './file-limits.ts'
import { fileNote, type FileNote } from './file-messages.ts'
import { refusal } from './file-refused.ts'
import { newXmlScanner, type XmlHandler } from './xml-scanner.ts'
import { attributeOf, decodeEntities, decodeEscapes, isTrue } from './xml-text.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[]
  /** By style number: whether its number format shows a date. */
  readonly dateStyles: readonly boolean[]
  readonly is1904: boolean
}

export interface SheetParser {
  push(chunk: string): void
  end(): void
  /** The rows that are complete; asking for them takes them away. */
  takeRows(): SheetRow[]
  /** The row that was reached, blank or not. */
  reachedRow(): number
  notes(): FileNote[]
}

/** Column of a reference like AB12, from 0; -1 where it has no letters. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

/** WPS keeps a picture in a cell as this formula. */
const pictureInCell = /^=?_?(?:xlfn\.)?DISPIMG\(/i

/** A push parser of one sheet: knows the rows before it and never what follows. */
class SheetXml implements XmlHandler {
  readonly #context: SheetContext
  rows: SheetRow[] = []
  hiddenRows = 0
  hiddenColumns = 0
  emptyFormulas = 0
  cutCells = 0
  pictures = 0
  number = 0
  #cells: Cell[] = []
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #hasFormula = false
  #isCollecting = false
  #isPhonetic = false
  #isCell = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: string, isEmpty: boolean) {
    if (name === 'c') this.#openCell(attributes, isEmpty)
    else if (name === 'v' || name === 't') this.#isCollecting = this.#isCell && !isEmpty && !this.#isPhonetic
    else if (name === 'row') this.#openRow(attributes)
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'rPh') this.#isPhonetic = !isEmpty
    else if (name === 'col') this.#openColumns(attributes)
  }

  close(name: string) {
    if (name === 'v' || name === 't') this.#isCollecting = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'rPh') this.#isPhonetic = false
  }

  text(raw: string, isLiteral: boolean) {
    if (!this.#isCollecting) return
    if (this.#value.length > fileLimits.cellChars) return
    const decoded = isLiteral ? raw : decodeEntities(raw)
    this.#value = this.#value === '' ? decoded : this.#value + decoded
  }

  #openRow(attributes: string) {
    const written = Number(attributeOf(attributes, 'r'))
    this.number = written > this.number ? written : this.number + 1
    if (isTrue(attributeOf(attributes, 'hidden'))) this.hiddenRows++
    this.#column = -1
    this.#cells = []
  }

  #openColumns(attributes: string) {
    if (!isTrue(attributeOf(attributes, 'hidden'))) return
    const last = Math.min(Number(attributeOf(attributes, 'max')), fileLimits.columns)
    this.hiddenColumns += Math.max(0, last - Number(attributeOf(attributes, 'min')) + 1) || 0
  }

  #openCell(attributes: string, isEmpty: boolean) {
    const reference = attributeOf(attributes, 'r')
    const column = reference === undefined ? -1 : columnOf(reference)
    this.#column = column >= 0 ? column : this.#column + 1
    this.#type = attributeOf(attributes, 't') ?? 'n'
    this.#style = Number(attributeOf(attributes, 's') ?? 0)
    this.#value = ''
    this.#hasFormula = false
    this.#isCell = !isEmpty
  }

  #closeCell() {
    this.#isCell = false
    if (this.#hasFormula && this.#value === '' && this.#type !== 'str') this.emptyFormulas++
    const cell = this.#cellValue()
    if (cell === null) return
    if (this.#column >= fileLimits.columns) throw refusal('too_many_columns', fileLimits.columns, this.number)
    while (this.#cells.length < this.#column) this.#cells.push(null)
    this.#cells[this.#column] = cell
  }

  #closeRow() {
    if (this.#cells.length > 0) this.rows.push({ number: this.number, cells: this.#cells })
    this.#cells = []
  }

  #cellValue(): Cell {
    const value = this.#value
    if (value === '') return null
    switch (this.#type) {
      case 's':
        return this.#wording(this.#context.strings[Number(value)] ?? '')
      case 'n':
        return this.#numeric(value)
      case 'b':
        return value === '1' || value === 'true'
      case 'd':
        return dateCellOfIso(value) ?? value
      case 'e':
        return value
      default:
        return this.#wording(decodeEscapes(value))
    }
  }

  #numeric(value: string): Cell {
    const number = Number(value)
    if (Number.isNaN(number)) return value
    if (this.#context.dateStyles[this.#style]) return dateCellOf(number, this.#context.is1904) ?? number
    return number
  }

  #wording(text: string): Cell {
    if (text === '') return null
    if (text.length > 9 && pictureInCell.test(text)) {
      this.pictures++
      return null
    }
    if (text.length <= fileLimits.cellChars) return text
    this.cutCells++
    return text.slice(0, fileLimits.cellChars)
  }
}

function notesOf(sheet: SheetXml): FileNote[] {
  const { hiddenRows, hiddenColumns, emptyFormulas, cutCells, pictures } = sheet
  return [
    ...(hiddenRows > 0 ? [fileNote('hidden_rows_read', hiddenRows)] : []),
    ...(hiddenColumns > 0 ? [fileNote('hidden_columns_read', hiddenColumns)] : []),
    ...(emptyFormulas > 0 ? [fileNote('formulas_without_value', emptyFormulas)] : []),
    ...(cutCells > 0 ? [fileNote('cells_cut', cutCells, fileLimits.cellChars)] : []),
    ...(pictures > 0 ? [fileNote('pictures_ignored', pictures)] : []),
  ]
}

export function newSheetParser(context: SheetContext): SheetParser {
  const sheet = new SheetXml(context)
  const scanner = newXmlScanner(sheet)
  return {
    push: scanner.push,
    end: scanner.end,
    takeRows() {
      const { rows } = sheet
      sheet.rows = []
      return rows
    },
    reachedRow: () => sheet.number,
    notes: () => notesOf(sheet),
  }
}
