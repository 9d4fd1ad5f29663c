import { describe, expect, test } from 'vitest'
import { columnNotes } from '../../../../api/imports/sheets/column-notes.ts'
import { mapColumns } from '../../../../api/imports/sheets/map-columns.ts'
import { accidentTitles } from '../../../fixtures/imports/accident-traps.ts'

const said = (titles: readonly string[], fields?: readonly (string | null)[]) => {
  const mapped = mapColumns([...accidentTitles, ...titles], 'accidents')
  return columnNotes(mapped, fields ?? mapped.fields).map(({ zh }) => zh)
}

describe('what the clerk is told of the columns', () => {
  test('a column that only numbers the lines is not worth a word', () => {
    expect(said(['序号'])).toEqual([])
  })

  test('forty columns that nobody uses are one remark', () => {
    const notes = said(Array.from({ length: 40 }, (_, index) => `附加${index}`))
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(/“附加5”等 40 列没有采用/)
  })

  test('a column that the clerk gave a field is no longer called unused', () => {
    expect(said(['心情'])).toHaveLength(1)
    expect(said(['心情'], [...accidentTitles.map(() => null), 'weather'])).toEqual([])
  })

  test('the seriously and the slightly injured stand in for the injured', () => {
    const titles = ['事故编号', '事故时间', '事故地点', '死亡人数', '重伤', '轻伤', '财产损失', '事故形态']
    const { notes } = mapColumns(titles, 'accidents')
    expect(notes.map(({ code, field }) => [code, field])).toEqual([])
  })
})
