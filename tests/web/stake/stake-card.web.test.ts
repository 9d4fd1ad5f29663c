import { describe, expect, test } from 'vitest'
import { degreeLength } from '../../../api/roads/network/geodesy.ts'
import { stakeToPoint } from '../../../api/roads/network/linear-referencing.ts'
import { selectPoint, selectStake } from '../../../web/src/map/road-selection.ts'
import { stakeCard } from '../../../web/src/stake/stake-card.ts'
import { stakeMessage } from '../../../web/src/stake/stake-message.ts'
import { KnownRoads } from '../../../web/src/state/known-roads.svelte.ts'

const roads = new KnownRoads(() => undefined)

describe('the card of a stake', () => {
  test('a named stake lies on its road, whatever else passes there', () => {
    const card = stakeCard(roads, selectStake('G109', 1_046_237))!
    expect(card.places[0]).toMatchObject({
      label: 'G109',
      stake: 1_046_237,
      beside: undefined,
      grade: 'good',
    })
    expect(card.places[0]!.increasingTowards).toBe('棋盘井')
  })

  test('a point beside the road says its stake, how far it is and on which side', () => {
    const on = stakeToPoint(roads.network, 'G109', 1_060_300)!.point
    const north = [on[0], on[1] + 12 / degreeLength(on[1]).north] as const
    const [place] = stakeCard(roads, selectPoint(north))!.places
    expect(Math.abs(place!.stake - 1_060_300)).toBeLessThanOrEqual(6)
    expect(place!.beside!.distance).toBeGreaterThan(8)
    expect(place!.beside!.distance).toBeLessThan(13)
    // G109 grows westwards: north of it is its right side.
    expect(place!.beside!.side).toBe('right')
  })

  test('where two roads share their ground each has its stake', () => {
    const shared = stakeCard(roads, selectStake('CAYJ', 2_000))!
    const codes = new Set(shared.places.map(({ road }) => road))
    expect(codes.has('CAYJ')).toBe(true)
    expect(shared.places.length).toBe(codes.size)
  })

  test('off the roads it says how far the nearest is and gives no stake', () => {
    const on = stakeToPoint(roads.network, 'G109', 1_060_300)!.point
    const far = [on[0], on[1] + 900 / degreeLength(on[1]).north] as const
    const card = stakeCard(roads, selectPoint(far))!
    expect(card.places).toEqual([])
    expect(card.offRoad).toBeGreaterThan(700)
  })

  test('a stake beyond the road has no card', () => {
    expect(stakeCard(roads, selectStake('G109', 9_000_000))).toBeUndefined()
  })

  test('the line for the chat group names the road as documents do, the stake both ways, and the coordinates', () => {
    const card = stakeCard(roads, selectStake('G109', 1_046_200))!
    expect(stakeMessage(card.places[0]!, card.point)).toMatch(
      /^【国道109线】1046公里\+200米\(K1046\+200\)，坐标 N39\.\d{4}° E107\.\d{4}°$/,
    )
  })
})
