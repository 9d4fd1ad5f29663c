import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../../../../api/imports/import-types.ts'
import { newRowBounds } from '../../../../api/imports/files/bounded-rows.ts'
import { delimiterOf, newDelimitedParser } from '../../../../api/imports/files/delimited-rows.ts'
import { dateCellOf, isDateFormat } from '../../../../api/imports/files/excel-date.ts'
import { newTablesParser } from '../../../../api/imports/files/html-rows.ts'
import { newOdsParser } from '../../../../api/imports/files/ods-rows.ts'
import type { RowParser } from '../../../../api/imports/files/reading-rows.ts'
import { columnOf, newSheetParser } from '../../../../api/imports/files/sheet-xml.ts'
import { columnLetters, sheetXml } from '../../../fixtures/imports/workbook.ts'

function rowsOf(parser: RowParser, chunks: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = []
  for (const chunk of chunks) {
    parser.push(chunk)
    rows.push(...parser.takeRows())
  }
  parser.end()
  return [...rows, ...parser.takeRows()]
}

/** The text cut at the given shares of its length. */
function pieces(text: string, shares: readonly number[]): string[] {
  const cuts = [0, ...shares.map((share) => Math.floor(share * text.length)), text.length]
  const inOrder = cuts.toSorted((a, b) => a - b)
  return inOrder.slice(1).map((cut, index) => text.slice(inOrder[index], cut))
}

const context = { strings: ['共享'], dateStyles: [false, true], is1904: false }
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
const cell = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -5000, max: 5000 }),
  fc.boolean(),
  fc.string({ unit: fc.constantFrom('a', '国', '<', '&', '"', '\n', ',', ';', ' ', '>'), maxLength: 6 }),
)
const table = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 })

/** What a sheet keeps of a table: blanks at the end of a row and blank rows are nothing. */
function keptOf(rows: readonly (readonly (string | number | boolean | null)[])[]): SheetRow[] {
  return rows.flatMap((row, index) => {
    const cells = row.map((value) => (value === '' ? null : value))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    return cells.length > 0 ? [{ number: index + 1, cells }] : []
  })
}

describe('rows do not depend on where the stream is cut', () => {
  test('in the XML of a sheet', () => {
    fc.assert(
      fc.property(table, shares, (rows, cuts) => {
        const xml = sheetXml({ name: 'a', rows })
        expect(rowsOf(newSheetParser(context), pieces(xml, cuts))).toEqual(keptOf(rows))
      }),
      { numRuns: 200 },
    )
  })

  test('in delimited text', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(table, shares, fc.constantFrom('\n', '\r\n', '\r'), (rows, cuts, lineEnd) => {
        const texts = rows.map((row) => row.map((value) => (value === null ? null : String(value))))
        const csv = texts.map((row) => row.map((text) => quoted(text ?? '')).join(',')).join(lineEnd)
        const read = rowsOf(newDelimitedParser(','), pieces(csv, cuts))
        const trimmed = read.map(({ number, cells }) =>
          keptOf([cells as never[]]).map((row) => ({ ...row, number })),
        )
        expect(trimmed.flat()).toEqual(keptOf(texts))
      }),
      { numRuns: 200 },
    )
  })

  test('in a web page', () => {
    const html =
      '<!-- a > b --><style>td{x:"<b>"}</style><table><tr><td title="a>b">109&#22269;道<td>&lt;x&gt;</tr><tr><td rowspan=2>1<td>2<tr><td>3</table>'
    const whole = rowsOf(newTablesParser(), [html])
    expect(whole.map(({ cells }) => cells)).toEqual([
      ['109国道', '<x>'],
      ['1', '2'],
      [null, '3'],
    ])
    fc.assert(
      fc.property(shares, (cuts) => {
        expect(rowsOf(newTablesParser(), pieces(html, cuts))).toEqual(whole)
      }),
    )
  })
})

describe('a sheet', () => {
  test('without places of rows and cells counts them itself', () => {
    const xml =
      '<worksheet><sheetData><row><c><v>1</v></c><c t="s"><v>0</v></c></row><row/><row><c><v>2</v></c></row></sheetData></worksheet>'
    expect(rowsOf(newSheetParser(context), [xml])).toEqual([
      { number: 1, cells: [1, '共享'] },
      { number: 3, cells: [2] },
    ])
  })

  test('with a prefix before every name is read alike', () => {
    const xml =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="2"><x:c r="B2" s="1"><x:v>43164</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(rowsOf(newSheetParser(context), [xml])).toEqual([
      { number: 2, cells: [null, { kind: 'date', text: '2018-03-05 00:00:00' }] },
    ])
  })

  test('names its columns by letters', () => {
    for (const column of [0, 25, 26, 701, 702, 16_383])
      expect(columnOf(`${columnLetters(column)}7`)).toBe(column)
  })

  test('that is cut off in the middle of a tag is damaged', () => {
    expect(() => rowsOf(newSheetParser(context), ['<worksheet><row r="1"><c r='])).toThrow(/damaged/)
  })
})

describe('an OpenDocument sheet', () => {
  test('writes equal cells and rows once', () => {
    const xml =
      '<table:table table:name="三月"><table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>甲</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"><text:p>7.00</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row><table:table-row><table:table-cell office:value-type="date" office:date-value="2018-03-05T14:30:00"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>'
    const parser = newOdsParser(0)
    expect(rowsOf(parser, [xml])).toEqual([
      { number: 1, cells: ['甲', '甲', 7] },
      { number: 5, cells: [{ kind: 'date', text: '2018-03-05 14:30:00' }] },
    ])
    expect(parser.sheets).toEqual(['三月'])
  })
})

describe('number formats and serial numbers', () => {
  test.each([
    [14, undefined, true],
    [31, undefined, true],
    [0, undefined, false],
    [49, undefined, false],
    [176, 'yyyy"年"m"月"d"日";@', true],
    [177, '[$-804]yyyy/m/d h:mm', true],
    [178, '[h]:mm', true],
    [179, '#,##0.00_ ;[Red]-#,##0.00', false],
    [180, '0"日"', false],
    [181, 'General', false],
    [182, '@', false],
  ])('format %i %s shows a date: %s', (id, code, isDate) => {
    expect(isDateFormat(id, code)).toBe(isDate)
  })

  test('a serial number is a day by either count, a fraction a time of the first day', () => {
    expect(dateCellOf(43164.604166666664, false)?.text).toBe('2018-03-05 14:30:00')
    expect(dateCellOf(41702, true)?.text).toBe('2018-03-05 00:00:00')
    expect(dateCellOf(0.604166666666667, false)?.text).toBe('1899-12-30 14:30:00')
    expect(dateCellOf(1, false)?.text).toBe('1900-01-01 00:00:00')
    expect(dateCellOf(-1, false)).toBeUndefined()
    expect(dateCellOf(1e17, false)).toBeUndefined()
  })
})

describe('delimiters', () => {
  test.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b\n1,5;2,5\n3,1;2', ';'],
    ['a\tb,c\n1\t2', '\t'],
    ['"a,b"|c\n"d,e"|f', '|'],
    ['only one column', ','],
  ])('of %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })
})

describe('the limits of rows', () => {
  const row = (number: number): SheetRow => ({ number, cells: ['a'] })
  const limits = { rows: 3, blankRows: 10 }
  const bounded = () => newRowBounds({ ...limits } as never)

  test('refuse a sheet with too many', () => {
    expect(() => bounded().take([row(1), row(2), row(3), row(4)])).toThrow(/more than 3 rows/)
  })

  test('end the table behind a long gap and say so', () => {
    const bounds = bounded()
    expect(bounds.take([row(1), row(11), row(22)])).toEqual([row(1), row(11)])
    expect(bounds.hasEnded).toBe(true)
    expect(bounds.notes().map(({ code }) => code)).toEqual(['stopped_at_blank_rows'])
  })
})
