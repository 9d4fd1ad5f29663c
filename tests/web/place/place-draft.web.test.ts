import { describe, expect, test } from 'vitest'
import type { Candidate, Road } from '../../../web/src/api/api-types.ts'
import type { Calls } from '../../../web/src/api/calls.ts'
import { jurisdictionAt } from '../../../web/src/place/jurisdiction.ts'
import { PlaceDraft, stakeOf } from '../../../web/src/state/place-draft.svelte.ts'

const near: Candidate = {
  road: 'G109',
  section: 1,
  stake: 1_046_214.6,
  stakeText: 'K1046+215',
  offset: 6,
  side: 'right',
  distance: 6,
  grade: 'good',
  point: [107.4, 39.2],
}
const point = { lon: 107.4, lat: 39.2 }
const locating = (...candidates: Candidate[]) =>
  ({ locate: () => Promise.resolve({ candidates }) }) as unknown as Calls

describe('the place of a hazard', () => {
  test.each([
    ['1046', '200', 1_046_200],
    ['0', '', 0],
    ['1046', '5', 1_046_005],
    ['', '200', undefined],
    ['1046', '1500', undefined],
    ['10a', '200', undefined],
  ])('K%s+%s is %s metres', (km, metres, stake) => {
    expect(stakeOf(km, metres)).toBe(stake)
  })

  test('a tap proposes road and stake, and sends the point with them', async () => {
    const place = new PlaceDraft()
    await place.proposeAt(locating(near), point)
    expect([place.road, place.km, place.metres]).toEqual(['G109', '1046', '215'])
    expect(place.location()).toMatchObject({ road: 'G109', fromStake: 1_046_215, ...point })
  })

  test('a stake typed over the proposal wins: the point is no longer sent', async () => {
    const place = new PlaceDraft()
    await place.proposeAt(locating(near), point)
    place.metres = '900'
    expect(place.chosen).toBeUndefined()
    expect(place.location()).toEqual({ road: 'G109', fromStake: 1_046_900, side: 'right' })
  })

  test('a tap far from every road keeps the point and asks for words', async () => {
    const place = new PlaceDraft({ road: 'G109', km: '1046', metres: '200' })
    await place.proposeAt(locating({ ...near, grade: 'none' }), point)
    expect(place.isGiven).toBe(false)
    place.placeText = '通村油路急弯'
    expect(place.isGiven).toBe(true)
    expect(place.location()).toMatchObject({ ...point, placeText: '通村油路急弯', roadName: '通村油路急弯' })
  })

  test('a road too far from the tap is offered, and taken only when chosen', async () => {
    const place = new PlaceDraft()
    await place.proposeAt(locating({ ...near, grade: 'none', distance: 700 }), point)
    expect([place.road, place.proposal.value?.length]).toEqual(['', 1])
    place.take(place.proposal.value![0]!)
    expect(place.location()).toMatchObject({ road: 'G109', ...point })
  })

  test('a draft put aside and taken up again is the same place', async () => {
    const place = new PlaceDraft()
    await place.proposeAt(locating(near), point)
    place.takeStretch('G109', 1_046_200, 1_047_900)
    const restored = new PlaceDraft(JSON.parse(JSON.stringify(place.snapshot)))
    expect(restored.location()).toEqual(place.location())
    expect(restored.toStake).toBe(1_047_900)
  })

  test('the squad of a stake on the border of two stretches is that of the stretch which begins there', () => {
    const stretch = (fromStake: number, toStake: number, name: string) => ({
      road: 'G109',
      fromStake,
      toStake,
      code: name,
      name,
    })
    const road = {
      squadStretches: [stretch(0, 1000, '甲中队'), stretch(1000, 2000, '乙中队')],
      townshipStretches: [],
    } as unknown as Road
    expect(jurisdictionAt(road, 1000).squad).toBe('乙中队')
    expect(jurisdictionAt(road, 2000).squad).toBe('乙中队')
    expect(jurisdictionAt(road, 2001).squad).toBeUndefined()
  })
})
