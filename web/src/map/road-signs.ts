import type { Feature, FeatureCollection, Point } from 'geojson'
import type { RoadFacts } from './road-facts.ts'
import { roadClass } from './road-style.ts'
import type { StakeTick, StakeTicks } from './stake-ticks.ts'

export interface RoadSign {
  readonly code: string
  readonly class: string
  /** 0 is shown from afar, each further level comes in closer. */
  readonly level: number
  readonly bearing: number
}

type Signs = FeatureCollection<Point, RoadSign>

interface Spread {
  /** Shares of a road's length at which it is signed from afar. */
  readonly shares: (length: number) => readonly number[]
  readonly levels: readonly { readonly level: number; readonly every: number; readonly offset: number }[]
}

/**
 * Each level holds the ones before it, at metres where no stake is named, so that sign and stake do not contend.
 * At zoom 14 a phone shows 1.3 km: every kilometre has its plate.
 */
const plates: Spread = {
  shares: (length) => (length > 150_000 ? [0.2, 0.55, 0.8] : length > 60_000 ? [0.3, 0.6, 0.85] : [0.35]),
  levels: [
    { level: 1, every: 20_000, offset: 5_300 },
    { level: 2, every: 10_000, offset: 5_300 },
    { level: 3, every: 2_000, offset: 1_300 },
    { level: 4, every: 1_000, offset: 300 },
  ],
}
const notes: Spread = {
  shares: () => [0.45],
  levels: [
    { level: 1, every: 40_000, offset: 12_700 },
    { level: 2, every: 20_000, offset: 12_700 },
    { level: 3, every: 4_000, offset: 700 },
    { level: 4, every: 2_000, offset: 700 },
  ],
}

const names: Spread = {
  shares: () => [],
  levels: [
    { level: 3, every: 4_000, offset: 1_800 },
    { level: 4, every: 1_000, offset: 800 },
  ],
}

function rangesOf(ticks: readonly StakeTick[]): Map<string, readonly [from: number, to: number]> {
  const ranges = new Map<string, readonly [number, number]>()
  for (const { road, stake } of ticks) {
    const [from, to] = ranges.get(road) ?? [stake, stake]
    ranges.set(road, [Math.min(from, stake), Math.max(to, stake)])
  }
  return ranges
}

const roundTo = (stake: number, { every, offset }: { every: number; offset: number }) =>
  Math.round((stake - offset) / every) * every + offset

function spreadSigns(ticks: StakeTicks, { shares, levels }: Spread): Signs {
  const ranges = rangesOf(ticks.features.map(({ properties }) => properties))
  const finest = levels[levels.length - 1]!
  const far = new Map(
    [...ranges].map(([road, [from, to]]) => [
      road,
      shares(to - from).map((share) => roundTo(from + (to - from) * share, finest)),
    ]),
  )
  const levelOf = ({ road, stake }: StakeTick) => {
    const distances = (far.get(road) ?? []).map((each) => Math.abs(each - stake))
    if (distances.includes(0)) return 0
    const found = levels.find(({ every, offset }) => stake % every === offset)
    const isCrowded = found !== undefined && distances.some((distance) => distance < found.every / 2)
    return isCrowded ? finest.level : found?.level
  }
  const features = ticks.features.flatMap(({ geometry, properties }): Feature<Point, RoadSign>[] => {
    const level = levelOf(properties)
    if (level === undefined) return []
    const { road: code, bearing } = properties
    return [{ type: 'Feature', geometry, properties: { code, class: roadClass(code), level, bearing } }]
  })
  return { type: 'FeatureCollection', features }
}

/** Where the number plates of the roads stand. */
export const roadPlates = (ticks: StakeTicks): Signs => spreadSigns(ticks, plates)

export interface RoadNameSign extends RoadSign {
  readonly name: string
  readonly nameEn: string
}

/** Where the road's full name is written, closer in, so that a long straight is no bare line. */
export function roadNameSigns(ticks: StakeTicks, factsOf: RoadFacts): FeatureCollection<Point, RoadNameSign> {
  const features = spreadSigns(ticks, names).features.map((feature) => {
    const { name, nameEn } = factsOf(feature.properties.code)
    return { ...feature, properties: { ...feature.properties, name, nameEn } }
  })
  return { type: 'FeatureCollection', features }
}

/** Where the map says that a line is not measured. */
export function sketchNotes(ticks: StakeTicks, factsOf: RoadFacts): Signs {
  const { features } = spreadSigns(ticks, notes)
  return {
    type: 'FeatureCollection',
    features: features.filter(({ properties }) => factsOf(properties.code).isSketch),
  }
}
