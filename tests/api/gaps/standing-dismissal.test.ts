import { expect, test } from 'vitest'
import { evaluateGaps } from '../../../api/gaps/evaluate-gaps.ts'
import { situationOf, type GapDismissal } from '../../../api/gaps/dismissals/standing-dismissal.ts'
import { facility, facts, hazard } from './gap-facts.ts'

const school = hazard(2000, null, { types: ['F3'], level: 2 })
const gapsWith = (dismissals: GapDismissal[], given: Parameters<typeof facts>[0] = {}) =>
  evaluateGaps(facts({ hazards: [school], dismissals, ...given }))
const [first] = gapsWith([])
const given: GapDismissal = {
  ...{ gapId: first!.id, reason: '已有路灯', situation: situationOf(first!) },
  ...{ until: '2026-12-31', on: '2026-11-01', by: '某民警' },
}
const isDismissed = (...args: Parameters<typeof gapsWith>) =>
  gapsWith(...args).find(({ id }) => id === first!.id)!.dismissed !== null

test('a dismissal is for one gap, and the other direction stays open', () => {
  expect(gapsWith([given]).filter(({ dismissed }) => dismissed)).toMatchObject([
    { id: first!.id, dismissed: { reason: '已有路灯', by: '某民警', on: '2026-11-01', until: '2026-12-31' } },
  ])
})

test('it holds on its last day and no longer', () => {
  expect(isDismissed([given], { today: '2026-12-31' })).toBe(true)
  expect(isDismissed([given], { today: '2027-01-01' })).toBe(false)
})

test('a worse level or a lamp that has broken there opens the gap again', () => {
  expect(isDismissed([given], { hazards: [{ ...school, level: 3 }] })).toBe(false)
  const lamps = [1850, 2150].map((stake) => facility(stake, { kind: 'solar_strobe', state: 'fault' }))
  expect(isDismissed([given], { facilities: lamps })).toBe(false)
})

test('once the gap is gone nothing is left of it', () => {
  const signs = [1850, 2150].map((stake) => facility(stake))
  expect(gapsWith([given], { facilities: signs })).toEqual([])
})
