import { describe, expect, test } from 'vitest'
import { newPacker, type StoredRow } from '../../../api/imports/import-packing.ts'
import type { PipelineRecord } from '../../../api/imports/import-pipeline.ts'

const record = (row: number, over: Partial<PipelineRecord> = {}): PipelineRecord => ({
  record: { sheet: '一月', rowNumbers: [row], raw: [[`${row}`]], values: {}, findings: [] },
  said: { road_code: 'G109', stake: 1000, lon: 107.5, lat: 39.1 },
  filled: { road_code: null, township: '乌兰镇' },
  blocking: [],
  findings: [],
  key: `15062412026000000${row}`,
  occurredAt: '2026-03-01T08:00:00+08:00',
  content: 'c',
  ...over,
})

const newIds = () => {
  let last = 0
  return () => `id ${++last}`
}
const rowsOf = (json: string) => JSON.parse(json) as StoredRow[]

describe('rows packed for the database', () => {
  test('are numbered through from one packet to the next', () => {
    const pack = newPacker([], newIds())
    const [first, second] = [pack([record(2), record(3)]), pack([record(4)])]
    expect(rowsOf(first.json).map(({ position }) => position)).toEqual([0, 1])
    expect(rowsOf(second.json).map(({ position, target_id }) => [position, target_id])).toEqual([[2, 'id 3']])
    expect(second.keys).toMatchObject([{ position: 2, row: 4, key: '150624120260000004', content: 'c' }])
  })

  test('keep what was decided of the same row at an earlier reading', () => {
    const skip = { action: 'skip' } as const
    const pack = newPacker([{ sheet: '一月', row: 3, decision: skip }], newIds())
    expect(rowsOf(pack([record(2), record(3)]).json).map(({ decision }) => decision)).toEqual([null, skip])
  })

  test('say where they lie by what the file says, else by what was found out', () => {
    const pack = newPacker([], newIds())
    const shape = { type: 'Point', coordinates: [107.5, 39.1] }
    const ledger = record(3, { said: { from_stake: 2000, geometry: shape }, filled: { road_code: 'S216' } })
    const [accident, hazard] = rowsOf(pack([record(2), ledger]).json)
    expect(accident).toMatchObject({ road_code: 'G109', stake: 1000, lon: 107.5, geometry: null })
    expect(hazard).toMatchObject({ road_code: 'S216', stake: 2000, lon: null, geometry: shape })
  })

  test('hold no NUL, and every backslash that the file has', () => {
    const said = { brief: 'a\u0000b', place_text: 'C:\\u0000\\新' }
    const [row] = rowsOf(newPacker([], newIds())([record(2, { said })]).json)
    expect(row!.said).toEqual({ brief: 'ab', place_text: 'C:\\u0000\\新' })
  })
})
