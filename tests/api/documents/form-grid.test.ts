import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Form, FormRow } from '../../../api/documents/paper.ts'
import { formGrid } from '../../../api/documents/typesetting/form-grid.ts'
import { estimateWidth } from '../../../api/documents/typesetting/line-breaking.ts'

const grid = (rows: FormRow[], width = 440) =>
  formGrid({ kind: 'form', rows } satisfies Form, width, estimateWidth(12))
const row = (...labels: string[]): FormRow => ({ fields: labels.map((label) => ({ label, value: '' })) })

describe('the grid of a form', () => {
  test('every row fills the width, whatever stands side by side in the others', () => {
    const rows = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(rows, (counts) => {
        const { columns, rows: made } = grid(counts.map((count) => row(...Array<string>(count).fill('名称'))))
        const all = columns.reduce((sum, width) => sum + width, 0)
        for (const { cells } of made) {
          expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(columns.length)
          expect(cells.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(all)
          expect(cells.every(({ span, width }) => span > 0 && width > 0)).toBe(true)
        }
      }),
    )
  })

  test('labels stand under each other, and a long one is broken where it falls apart', () => {
    const { rows } = grid([row('函号'), row('签收单位（盖章）', '签收人'), row('整改措施')])
    expect(new Set(rows.map(({ cells }) => cells[0]!.width)).size).toBe(1)
    expect(rows[1]!.cells[0]!.text).toBe('签收单位\n（盖章）')
  })

  test('keeps room for as many lines as a hand will write', () => {
    expect(grid([{ ...row('意见'), lines: 6 }, row('日期')]).rows.map(({ lines }) => lines)).toEqual([6, 1])
  })
})
