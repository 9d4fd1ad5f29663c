import type {
  GapFacility,
  GapFacts,
  GapHazard,
  GapHotspot,
  NightAccident,
} from '../../../api/gaps/gap-facts.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { Road } from '../../../api/roads/road.schema.ts'
import { network } from '../roads/network/drawn-roads.ts'

const uuid = (kind: number, n: number) => `0199f0d0-0000-7000-800${kind}-${String(n).padStart(12, '0')}`
let next = 1

export const road = (given: Partial<Road> = {}): Road => ({
  ...{
    code: 'X1',
    name: '试验路',
    nameEn: 'Test road',
    aliases: [],
    datedAliases: [],
    adminGrade: 'national',
  },
  ...{ technicalClass: null, officialLengthKm: 10, geometryLengthKm: 10, fromStake: 0, toStake: 10_000 },
  ...{ upDirection: null, increasingTowards: ['东镇'], decreasingTowards: ['西镇'], divided: false },
  ...{ maintainerUnit: null, confidence: 'high', qualityNote: '', township: null, course: null, point: null },
  ...{ isDrawn: true, version: 1 },
  ...given,
})

export const facility = (fromStake: number | null, given: Partial<GapFacility> = {}): GapFacility => {
  const n = next++
  return {
    ...{ id: uuid(1, n), number: `SS-${n}`, kind: 'warning_sign', state: 'working', quantity: 1, unit: '块' },
    ...{ lengthMetres: null, legend: null, road: 'X1', roadName: '试验路', fromStake, point: null },
    ...{ direction: 'both', side: null, hazardId: null, hazardNumber: null, hazardClosedOn: null },
    ...{ isKept: false, inspectionDueOn: null, demo: false },
    ...given,
  }
}

export const hazard = (
  fromStake: number | null,
  toStake: number | null = null,
  given: Partial<GapHazard> = {},
): GapHazard => {
  const n = next++
  return {
    ...{ id: uuid(2, n), number: `YH-${n}`, title: '试验隐患', level: 2, types: ['C1'], status: 40 },
    ...{ road: 'X1', roadName: '试验路', fromStake, toStake, point: null, direction: 'both', side: null },
    ...{ squad: null, screeningSiteId: null, demo: false },
    ...given,
  }
}

export const hotspot = (fromStake: number, toStake: number, given: Partial<GapHotspot> = {}): GapHotspot => ({
  ...{
    id: uuid(3, next++),
    rank: 1,
    preset: 'P1a',
    calibre: 'general',
    from: '2026-01-01',
    to: '2026-11-01',
  },
  ...{ road: 'X1', roadName: '试验路', direction: 'both', fromStake, toStake },
  ...{ accidents: 3, killed: 1, injured: 2, demo: false },
  ...given,
})

export const nightAccident = (fromStake: number, given: Partial<NightAccident> = {}): NightAccident => ({
  ...{ id: uuid(4, next++), road: 'X1', fromStake, point: null, direction: null, side: null },
  ...{ killed: 0, injured: 1 },
  ...given,
})

/** Facts of a road of ten kilometres due east, unless another network is given. */
export const facts = (given: Partial<GapFacts> = {}, drawn: RoadNetwork = network([{}])): GapFacts => ({
  ...{ today: '2026-11-23', network: drawn, roads: [road()], squads: [], facilities: [], hazards: [] },
  ...{ hotspots: [], nightAccidents: [], nightSince: '2023-11-23', dismissals: [] },
  ...given,
})
