import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table } from '../../../api/documents/paper.ts'
import { estimateWidth, widestPiece } from '../../../api/documents/typesetting/line-breaking.ts'
import { sharedWidths, tableLayout } from '../../../api/documents/typesetting/table-layout.ts'
import { longText } from './sample-papers.ts'

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const table = (shares: readonly number[], ...rows: string[][]): Table => ({
  kind: 'table',
  columns: shares.map((width, index) => ({ header: `第${index}列`, width })),
  rows,
})
const layout = (given: Table, width = 700, height = 450) => tableLayout(given, width, height, estimateWidth)

describe('the columns of a table', () => {
  test('fill the width, and none is narrower than it needs', () => {
    const columns = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(columns, (given) => {
        const [shares, least] = [given.map(([share]) => share), given.map(([, needed]) => needed)]
        const widths = sharedWidths(shares, least, 700)
        if (sum(least) > 700) expect(widths).toBeUndefined()
        else {
          expect(sum(widths!)).toBeCloseTo(700)
          widths!.forEach((width, x) => expect(width).toBeGreaterThanOrEqual(least[x]! - 1e-6))
        }
      }),
    )
  })

  test('keep their shares where all of them have room', () => {
    expect(sharedWidths([1, 2, 4], [10, 10, 10], 700)).toEqual([100, 200, 400])
    expect(sharedWidths([1, 2, 4], [160, 10, 10], 700)).toEqual([160, 180, 360])
  })

  test('are wide enough for a date and a road code, in as large a type as that allows', () => {
    const { size, widths } = layout(table([1, 1, 20], ['S216', '2027-03-19', longText]))
    expect(size).toBe(10.5)
    expect(widths[1]! - 6).toBeGreaterThanOrEqual(widestPiece('2027-03-19', estimateWidth(size)))
  })

  test('are set smaller where rows would otherwise stand as high as a page', () => {
    const shares = Array<number>(20).fill(1)
    const sizeWith = (text: string) => layout(table(shares, Array<string>(20).fill(text))).size
    expect(sizeWith('隐患')).toBe(10.5)
    expect(sizeWith(longText.slice(0, 50))).toBe(8)
    expect(sizeWith(longText)).toBe(7)
  })
})
