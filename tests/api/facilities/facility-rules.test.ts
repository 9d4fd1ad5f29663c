import { describe, expect, test } from 'vitest'
import {
  bumpWarnings,
  type MainLine,
  type PlacedBump,
  type PlacedSign,
} from '../../../api/facilities/bump-warning.ts'
import { controlWording, countInEnglish, countWording } from '../../../api/facilities/facility-wording.ts'
import { nextInspection } from '../../../api/facilities/inspection-clock.ts'
import { temporaryControlOf, type LinkedFacility } from '../../../api/facilities/temporary-control.ts'
import { courseOf, travels } from '../../../api/roads/network/course.ts'
import { network } from '../roads/network/drawn-roads.ts'

const lamp = { kind: 'solar_strobe', unit: '盏', quantity: 2, lengthMetres: null } as const
const sign = { kind: 'warning_sign', unit: '块', quantity: 4, lengthMetres: null } as const

describe('the wording of placed facilities', () => {
  test('adds like kinds up, in the order of the lists', () => {
    expect(controlWording([sign, lamp, lamp])).toBe('爆闪灯4盏、警示标牌4块')
  })

  test('calls a facility of no particular kind by what stands in its legend', () => {
    const post = { kind: 'other', unit: '根', quantity: 20, lengthMetres: null, legend: '隔离桩' } as const
    const sand = { kind: 'other', unit: '处', quantity: 1, lengthMetres: null, legend: '冬季备砂点' } as const
    expect(controlWording([post, sand, post])).toBe('隔离桩40根、冬季备砂点1处')
  })

  test('gives bumps by number and by length, other kinds by number alone', () => {
    expect(countWording({ kind: 'speed_bump', unit: '条', quantity: 65, lengthMetres: 272 })).toBe(
      '减速带65条（272米）',
    )
    expect(countWording({ kind: 'rumble_line', unit: '组', quantity: 2, lengthMetres: 30 })).toBe(
      '减速振动标线2组',
    )
  })

  test('counts in English without the words that Chinese counts by', () => {
    expect(countInEnglish(lamp)).toBe('Solar strobe light × 2')
    const bump = { kind: 'speed_bump', unit: '条', quantity: 2, lengthMetres: 14.25 } as const
    expect(countInEnglish(bump)).toBe('Speed bump × 2 (14.3 m)')
    const rail = { kind: 'barrier', unit: '米', quantity: 120, lengthMetres: null } as const
    expect(countInEnglish(rail)).toBe('Barrier 120 m')
    const post = { kind: 'other', unit: '根', quantity: 20, lengthMetres: null, legend: '隔离桩' } as const
    expect(countInEnglish(post)).toBe('隔离桩 × 20')
  })
})

describe('temporary control', () => {
  const linked = (state: LinkedFacility['state']): LinkedFacility => ({ ...lamp, state })

  test('is in place while something stands, faulty or not', () => {
    expect(temporaryControlOf([linked('fault'), linked('removed')])).toEqual({
      control: 'inPlace',
      text: '爆闪灯2盏',
    })
  })

  test('is planned, removed, or not known from facilities at all', () => {
    expect(temporaryControlOf([linked('planned'), linked('missing')])?.control).toBe('planned')
    expect(temporaryControlOf([linked('removed'), linked('missing')])).toEqual({
      control: 'removed',
      text: null,
    })
    expect(temporaryControlOf([])).toBeUndefined()
  })
})

describe('a speed bump on a main line', () => {
  const drawn = network([{}])
  const courses = travels.map((travel) => courseOf(drawn, 'X1', travel, false)!)
  const standing = { side: null, point: null, state: 'working' } as const
  const sign = (fromStake: number, given: Partial<PlacedSign> = {}): PlacedSign => ({
    ...{ fromStake, direction: 'both', ...standing },
    ...given,
  })
  const warns = (
    signs: readonly PlacedSign[],
    bump: Partial<PlacedBump> = {},
    line: Partial<MainLine> = {},
  ) =>
    bumpWarnings(
      { ...{ kind: 'speed_bump', fromStake: 1000, direction: 'increasing' }, ...standing, ...bump },
      signs,
      { isMainLine: true, courses, ...line },
    ).length === 1

  test('needs a sign 50 to 150 m before it, seen in the direction of travel', () => {
    expect(warns([])).toBe(true)
    expect([952, 950, 850, 848, 1100].map((stake) => warns([sign(stake)]))).toEqual([
      ...[true, false, false, true, true],
    ])
    expect(warns([sign(1100)], { direction: 'decreasing' })).toBe(false)
    expect(warns([sign(900, { direction: 'decreasing' })])).toBe(true)
  })

  test('for both directions needs a sign on both sides', () => {
    expect(warns([sign(900)], { direction: 'both' })).toBe(true)
    expect(warns([sign(900), sign(1100)], { direction: 'both' })).toBe(false)
  })

  test('is not announced by a sign that is gone', () => {
    expect(warns([sign(900, { state: 'missing' })])).toBe(true)
    expect(warns([sign(900, { state: 'permanent' })])).toBe(false)
  })

  test('is no matter elsewhere, nor for other facilities', () => {
    expect(warns([], {}, { isMainLine: false })).toBe(false)
    expect(warns([], { kind: 'rumble_line' })).toBe(false)
    expect(warns([], {}, { courses: [] })).toBe(false)
  })
})

test('inspections come every 30 days, from November to March every 15', () => {
  expect(nextInspection('2026-10-31')).toBe('2026-11-30')
  expect(nextInspection('2026-11-01')).toBe('2026-11-16')
  expect(nextInspection('2027-03-31')).toBe('2027-04-15')
  expect(nextInspection('2027-04-01')).toBe('2027-05-01')
})
