import { describe, expect, test } from 'vitest'
import { buildRoadNetwork, type Carriageway } from '../../../api/roads/network/road-network.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import { facilityLooks, type FacilityLook, type PlacedFacility } from '../../../web/src/map/facility-look.ts'
import { shippedNetwork } from '../../../web/src/map/shipped-roads.ts'

interface Line {
  readonly carriageway?: Carriageway
  readonly coordinates: readonly LonLat[]
  readonly anchors?: readonly { readonly stake: number; readonly point: LonLat }[]
}

const road = (...lines: Line[]) =>
  buildRoadNetwork([
    {
      code: 'G1',
      sections: lines.map((line, i) => ({
        ...{ sequence: i + 1, fromStake: 0, toStake: 2000, anchors: [] },
        ...line,
      })),
    },
  ])

const east: LonLat = [107.0231, 39]
const west: LonLat = [107, 39]
const eastward = road({ coordinates: [west, east] })

const facility = (given: Partial<PlacedFacility> = {}): PlacedFacility => ({
  ...{ id: 'a', kind: 'warning_sign', state: 'working', road: 'G1', stake: 1000 },
  ...{ direction: 'increasing', side: 'right', point: [107.0115, 39] },
  ...given,
})

const look = (given: Partial<PlacedFacility> = {}, network = eastward): FacilityLook =>
  facilityLooks(network, [facility(given)])[0]!

describe('a facility on the map', () => {
  test('stands on the side that is right or left with the stakes growing: south and north of a road going east', () => {
    expect(look({ side: 'right' })).toMatchObject({ far: [0, 27], near: [0, 27] })
    expect(look({ side: 'left' })).toMatchObject({ far: [0, -27], near: [0, -27] })
  })

  test('keeps its side whoever it is for: the side belongs to the road and not to the driver', () => {
    const [there, back] = (['increasing', 'decreasing'] as const).map((direction) => look({ direction }))
    expect(back!.near).toEqual(there!.near)
    expect([there!.heading, back!.heading]).toEqual([90, 270])
  })

  test('gives its arrow the same place, seen along the driven direction', () => {
    expect(look({ direction: 'increasing' }).headingNear).toEqual([27, 0])
    expect(look({ direction: 'decreasing' }).headingNear).toEqual([-27, 0])
  })

  test('is told by the stakes and not by how the line was drawn', () => {
    const anchors = [
      { stake: 0, point: west },
      { stake: 1000, point: [107.0115, 39] as const },
      { stake: 2000, point: east },
    ]
    const against = road({ coordinates: [east, west], anchors })
    expect(look({}, against)).toMatchObject({ heading: 90, near: [0, 27] })
    const westward = road({ coordinates: [east, west] })
    expect(look({}, westward)).toMatchObject({ heading: 270, near: [0, -27] })
  })

  test('of a divided road takes the run of the carriageway that it stands at', () => {
    // The left carriageway swings away to the north-east, the right one goes on to the east.
    const divided = road(
      { carriageway: 'right', coordinates: [west, east] },
      { carriageway: 'left', coordinates: [[107, 39.001], [107.0231, 39.019]] }, // prettier-ignore
    )
    expect(look({ point: [107.0115, 38.9999] }, divided).heading).toBe(90)
    expect(look({ point: [107.0115, 39.0101] }, divided).heading).toBe(45)
  })

  test('shows no direction where it stands for both, or where no road says how it runs', () => {
    expect(look({ direction: 'both' })).not.toHaveProperty('heading')
    expect(look({ road: null, stake: null })).not.toHaveProperty('heading')
    expect(look({ road: 'G2' })).not.toHaveProperty('heading')
    expect(look({ stake: 99_000 })).not.toHaveProperty('heading')
  })

  test('stands on the road itself when near, if it lies across it, in its middle, or on an unknown side', () => {
    for (const side of ['across', 'centre', null] as const) expect(look({ side }).near).toEqual([0, 0])
  })

  test('bumps and rumble lines lie square to the road, over its half on one side; nothing else is turned', () => {
    expect(look({ kind: 'speed_bump', side: 'across' }).nearImage).toBe('lying:speed_bump:working:90:whole')
    expect(look({ kind: 'rumble_line', side: 'left' }).nearImage).toBe('lying:rumble_line:working:90:half')
    expect(look({ kind: 'speed_bump', road: null }).nearImage).toBe('facility:speed_bump:working')
    expect(look().nearImage).toBe('facility:warning_sign:working')
  })

  test('several at one place stand behind one another, those further on stand by themselves', () => {
    const row = [1000, 1010, 1020, 1040].map((stake, i) => facility({ id: String(i), stake }))
    const opposite = facility({ id: 'left', side: 'left', stake: 1005 })
    const looks = facilityLooks(eastward, [...row.toReversed(), opposite])
    const near = Object.fromEntries(looks.map(({ id, near }) => [id, near]))
    expect(near).toEqual({ 0: [0, 27], 1: [0, 54], 2: [0, 81], 3: [0, 27], left: [0, -27] })
  })

  test('G109 runs west at K1046: who drives with its stakes has the north on the right', () => {
    const found = look({ road: 'G109', stake: 1_046_080, point: [107.46617, 39.24792] }, shippedNetwork())
    expect(found.heading).toBeGreaterThan(260)
    expect(found.heading).toBeLessThan(290)
    expect(found.near[1]).toBeLessThan(-25)
  })
})
