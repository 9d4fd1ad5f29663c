import type { Anchor } from '../../../../api/roads/network/anchor-fit.ts'
import { degreeLength, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import {
  buildRoadNetwork,
  type RoadInput,
  type SectionInput,
} from '../../../../api/roads/network/road-network.ts'

const degree = degreeLength(39)

/** Metres east and north of 108° E 39° N; so near to it the plane is good to a millimetre. */
export const at = (east: number, north = 0): LonLat => [108 + east / degree.east, 39 + north / degree.north]

export const post = (stake: number, east: number, north = 0): Anchor => ({ stake, point: at(east, north) })

/** A road of 10 km due east, with a vertex every kilometre. */
export const tenKilometres = Array.from({ length: 11 }, (_, i) => at(i * 1000))

export const section = (given: Partial<SectionInput> = {}): SectionInput => ({
  road: 'X1',
  sequence: 1,
  fromStake: 0,
  toStake: 10_000,
  coordinates: tenKilometres,
  anchors: [],
  ...given,
})

export const network = (
  sections: readonly Partial<SectionInput>[],
  chainBreaks: NonNullable<RoadInput['chainBreaks']> = [],
) =>
  buildRoadNetwork([
    { code: 'X1', chainBreaks, sections: sections.map((each, i) => section({ sequence: i + 1, ...each })) },
  ])
