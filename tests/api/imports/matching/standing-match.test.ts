import { describe, expect, test } from 'vitest'
import { compareWithStanding, type StandingRecord } from '../../../../api/imports/matching/standing-match.ts'

const standing = (over: Partial<StandingRecord> = {}): StandingRecord => ({
  id: '0190a000-0000-7000-8000-000000000001',
  version: 3,
  columns: { status: 70, flags: ['revisited'], supervision_level: 2, remark: '旧', road_code: 'G109' },
  imported: null,
  isWithdrawn: false,
  ...over,
})

const changed = (said: Record<string, unknown>, record = standing()) =>
  compareWithStanding(said, record).differences.map(({ column }) => column)

describe('a row of a number that stands already', () => {
  test('never moves a ticket along its life cycle, whatever the ledger says of its state', () => {
    expect(changed({ status: 50, flags: [], supervision_level: 0 })).toEqual([])
    expect(changed({ status: 50, remark: '新' })).toEqual(['remark'])
  })

  test('is no news where the source said the same before and a person has put it right', () => {
    const corrected = standing({ imported: { remark: '来源的写法' } })
    expect(changed({ remark: '来源的写法' }, corrected)).toEqual([])
    expect(compareWithStanding({ remark: '又一种' }, corrected).differences).toMatchObject([
      { column: 'remark', standing: '旧', given: '又一种', isCorrected: true },
    ])
  })

  test('changes what nobody corrected without asking', () => {
    const untouched = standing({ imported: { remark: '旧' } })
    expect(compareWithStanding({ remark: '新' }, untouched).differences).toMatchObject([
      { column: 'remark', isCorrected: false },
    ])
  })
})
