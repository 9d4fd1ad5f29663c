import { describe, expect, test } from 'vitest'
import type { ReadingSettings } from '../../../api/imports/import-ground.ts'
import { newPipeline, rereadRecord, type PipelineRecord } from '../../../api/imports/import-pipeline.ts'
import type { Cell } from '../../../api/imports/import-types.ts'

const titles = [
  '事故编号',
  '登记编号',
  '事故发生时间',
  '事故地点',
  '死亡人数',
  '受伤人数',
  '财产损失',
  '事故形态',
]
const rowOf = (number: Cell, index: number): Cell[] => [
  number,
  null,
  `2019-03-${10 + index} 14:30`,
  `109国道第${index}根灯杆旁`,
  0,
  1,
  500,
  '31',
]
const genuine = '150624201901012000'
const kept = [genuine, ...Array.from({ length: 9 }, (_, index) => `15062420190101234${index}`)]
const lost = Array.from({ length: 6 }, (_, index) => `150624201901${index}00000`)

const settings: ReadingSettings = {
  kind: 'accidents',
  sheet: '事故',
  procedure: 'general',
  fields: null,
  templates: {},
  crs: null,
  now: new Date('2026-11-23T04:00:00Z'),
  ground: {
    roadNames: [],
    roads: [],
    networks: [],
    squads: [],
    areas: [],
    units: [],
    squadStretches: [],
    townshipStretches: [],
  },
}

function readSheet(numbers: readonly string[]) {
  const pipeline = newPipeline(settings)
  const rows = [titles, ...numbers.map(rowOf)]
  const read = pipeline.push(rows.map((cells, index) => ({ number: index + 1, cells })))
  const { records, mapping } = pipeline.end()
  return { records: [...read, ...records], mapping: mapping! }
}

const numberOf = (record: PipelineRecord | undefined) => record!.record.values.accidentNo
const codesOf = (record: PipelineRecord | undefined) => record!.record.findings.map(({ code }) => code)

describe('a row that is read again because the clerk put one of its cells right', () => {
  test('keeps a number that ends in zeros where its sheet spoke for it', () => {
    const { records, mapping } = readSheet(kept)
    const row = records[0]!
    expect([numberOf(row), codesOf(row)]).toEqual([genuine, ['number_ends_in_zeros']])
    const again = rereadRecord(mapping, settings, row.record, { injured: 3 })
    expect([numberOf(again), again!.record.values.injured]).toEqual([genuine, 3])
  })

  test('leaves a number lost that its sheet had lost', () => {
    const { records, mapping } = readSheet(lost)
    const again = rereadRecord(mapping, settings, records[0]!.record, { injured: 3 })
    expect([numberOf(again), codesOf(again)]).toEqual([undefined, ['number_precision_lost']])
  })

  test('takes the number that the clerk typed, zeros at its end or not', () => {
    const { records, mapping } = readSheet(lost)
    const typed = rereadRecord(mapping, settings, records[0]!.record, { accidentNo: genuine })
    expect([numberOf(typed), codesOf(typed)]).toEqual([genuine, ['number_ends_in_zeros']])
    const plain = rereadRecord(mapping, settings, records[0]!.record, { accidentNo: '150624201901012345' })
    expect([numberOf(plain), codesOf(plain)]).toEqual(['150624201901012345', []])
  })
})
