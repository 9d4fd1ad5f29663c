import { beforeEach, describe, expect, test } from 'vitest'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'
import { pointToStakes } from '../../../api/roads/network/linear-referencing.ts'
import { formatStake } from '../../../api/roads/stakes/stake-format.ts'
import type { Facility } from '../../../web/src/api/api-types.ts'
import { FacilityDraft } from '../../../web/src/facilities/facility-draft.svelte.ts'
import { FacilityEdit } from '../../../web/src/facilities/facility-edit.svelte.ts'

const network = buildRoadNetwork([
  {
    code: 'G1',
    sections: [
      {
        ...{ sequence: 1, fromStake: 0, toStake: 10_000, anchors: [] },
        coordinates: [
          [107, 39],
          [107.1157, 39],
        ],
      },
    ],
  },
])
const candidatesAt = (point: readonly [number, number], maximumDistance = 2000) =>
  pointToStakes(network, point, { maximumDistance }).map((candidate) => ({
    ...candidate,
    stakeText: formatStake(candidate.stake),
    point: [...candidate.point] as [number, number],
  }))
const roads = { network, candidatesAt, find: () => undefined }
const locator = {
  locate: async ({ lon, lat }: { lon: number; lat: number }) => ({ candidates: candidatesAt([lon, lat]) }),
}
const reach = { within: 200, step: 10 }

const lamp: Facility = {
  ...{ id: '0190f000-0000-7000-8000-000000000003', number: 'SS-150624-00007', kind: 'solar_strobe' },
  ...{ quantity: 1, unit: '盏', lengthMetres: null, legend: null, road: 'G1', roadName: '国道1线' },
  ...{ stake: 5000, stakeText: 'K5+000', direction: 'both', side: 'left', placeText: 'G1 K5+000' },
  geometry: { type: 'Point', coordinates: [107.05785, 39] },
  ...{ rawCoordinate: null, crsSource: 'unknown', hazardId: null, hazardNumber: null, state: 'working' },
  ...{ installedOn: null, installedBy: null, costYuan: 1800, funding: null, consent: null },
  ...{ consentDocument: null, supplier: '某厂', model: null, facing: null, faces: null },
  ...{ warrantyUntil: null, removalReason: null, lastInspectedOn: null, inspectionDueOn: null },
  ...{ inspectionOverdue: false, remark: null, demo: false, version: 1 },
  ...{ createdAt: '2026-03-20T06:30:00.000Z', updatedAt: '2026-03-20T06:30:00.000Z' },
}

describe('a facility that is drawn to another place', () => {
  test('has nothing to send as long as nothing was changed', () => {
    expect(new FacilityEdit(lamp, roads).patch).toEqual({})
  })

  test('takes the stake of its road while it is drawn and keeps its side', () => {
    const edit = new FacilityEdit(lamp, roads)
    edit.dragTo([107.0695, 39.001], reach)
    expect(edit.place.fromStake).toBe(6010)
    expect(edit.point![1]).toBe(39)
    expect(edit.patch).toEqual({ road: 'G1', stake: 6010 })
    expect(edit.place.side).toBe('left')
  })

  test('a typed stake moves the marker too', () => {
    const edit = new FacilityEdit(lamp, roads)
    Object.assign(edit.place, { km: '6', metres: '000' })
    expect(edit.point![0]).toBeCloseTo(107.0694, 3)
  })

  test('far from its road it stays and says so', () => {
    const edit = new FacilityEdit(lamp, roads)
    edit.dragTo([107.0695, 39.02], reach)
    expect(edit.isTooFar).toBe(true)
    expect(edit.patch).toEqual({})
    edit.dragTo([107.0695, 39], reach)
    expect(edit.isTooFar).toBe(false)
  })

  test('with a coordinate of its own it lies where it is put, and its stake and side follow', () => {
    const edit = new FacilityEdit({ ...lamp, crsSource: 'gcj02', rawCoordinate: '107.0,39.0' }, roads)
    expect(edit.point).toEqual([107.05785, 39])
    edit.dragTo([107.0695, 38.9995], reach)
    expect(edit.point).toEqual([107.0695, 38.9995])
    expect(edit.patch).toEqual({
      ...{ road: 'G1', stake: 6007, lon: 107.0695, lat: 38.9995, crs: 'wgs84' },
      side: 'right',
    })
  })

  test('without a road it moves freely and keeps the name of the place', () => {
    const field = { ...lamp, road: null, roadName: '牧区便道', stake: null, side: null, crsSource: 'wgs84' }
    const edit = new FacilityEdit(field, roads)
    edit.dragTo([107.2, 39.2], reach)
    expect(edit.patch).toEqual({ lon: 107.2, lat: 39.2, crs: 'wgs84' })
    edit.step(10, { east: 100, north: 0 })
    expect(edit.point![0]).toBeCloseTo(107.2 + 100 / 86_270, 5)
  })

  test('keys go on by ten metres', () => {
    const edit = new FacilityEdit(lamp, roads)
    edit.step(10, { east: 10, north: 0 })
    edit.step(-100, { east: -100, north: 0 })
    expect(edit.place.fromStake).toBe(4910)
  })
})

describe('what is sent of a correction', () => {
  test('is what differs; an emptied field is taken back', () => {
    const edit = new FacilityEdit(lamp, roads)
    edit.quantity = '2'
    edit.details.texts.costYuan = ''
    edit.details.texts.facing = 'both'
    expect(edit.patch).toEqual({ quantity: 2, costYuan: null, facing: 'both' })
  })

  test('after another was faster, what was typed stays and the rest is theirs', () => {
    const edit = new FacilityEdit(lamp, roads)
    edit.dragTo([107.0695, 39], reach)
    edit.details.texts.model = 'TY-300'
    edit.rebase({ ...lamp, version: 2, quantity: 3, supplier: '另一厂', stake: 5100 })
    expect(edit.facility.version).toBe(2)
    expect(edit.quantity).toBe('3')
    expect(edit.details.texts.supplier).toBe('另一厂')
    expect(edit.patch).toEqual({ road: 'G1', stake: 6010, model: 'TY-300' })
  })

  test('a place that nobody touched here is the newer one', () => {
    const edit = new FacilityEdit(lamp, roads)
    edit.quantity = '2'
    edit.rebase({ ...lamp, version: 2, stake: 5100, geometry: { type: 'Point', coordinates: [107.059, 39] } })
    expect(edit.place.fromStake).toBe(5100)
    expect(edit.patch).toEqual({ quantity: 2 })
  })
})

describe('a row marked by two taps', () => {
  let draft: FacilityDraft
  beforeEach(() => {
    draft = new FacilityDraft()
    draft.amount = 'row'
    draft.place.isStretch = true
  })
  const tap = (lon: number, lat = 39) => draft.tap(locator, { lon, lat })

  test('has its stakes from the start to the end, whichever was tapped first', async () => {
    await tap(107.0695)
    expect(draft.rowStakes).toEqual([])
    await tap(107.0688)
    expect([draft.place.fromStake, draft.place.toStake]).toEqual([5946, 6007])
    expect(draft.rowStakes).toEqual([5946, 5966, 5986, 6006])
  })

  test('an end off the road is asked for again; a third tap starts anew', async () => {
    await tap(107.05)
    await tap(107.05, 39.4)
    expect(draft.isOnOtherRoad).toBe(true)
    await tap(107.051)
    expect(draft.isOnOtherRoad).toBe(false)
    expect(draft.place.toStake).toBeDefined()
    await tap(107.06)
    expect(draft.place.toStake).toBeUndefined()
  })
})
