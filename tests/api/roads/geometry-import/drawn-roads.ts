import type { LonLat } from '../../../../api/roads/network/geodesy.ts'
import type { ImportedWay } from '../../../../api/roads/geometry-import/imported-way.ts'
import type { PresentRoad } from '../../../../api/roads/geometry-import/present-road.ts'
import { degreeLength } from '../../../../api/roads/network/geodesy.ts'

const degree = degreeLength(39)

/** Metres east and north of a spot in the banner: networks of the tests are drawn on squared paper. */
export function spot(east: number, north: number): LonLat {
  return [Number((107.5 + east / degree.east).toFixed(9)), Number((39 + north / degree.north).toFixed(9))]
}

export function line(...points: readonly (readonly [number, number])[]): LonLat[] {
  return points.map(([east, north]) => spot(east, north))
}

export function way(
  id: string,
  coordinates: readonly LonLat[],
  facts: Partial<Omit<ImportedWay, 'id' | 'coordinates'>> = {},
): ImportedWay {
  return { id, refs: ['X618'], oneway: 'no', isRoundabout: false, isLink: false, ...facts, coordinates }
}

/** Registered from K0 on, not yet drawn. */
export const undrawn: PresentRoad = {
  code: 'X618',
  name: '乌查线',
  aliases: [],
  fromStake: 0,
  toStake: null,
  officialLengthKm: null,
  sections: [],
  anchors: [],
  chainBreaks: [],
}

export function drawnAs(...lines: readonly (readonly LonLat[])[]): PresentRoad {
  const sections = lines.map((coordinates, i) => ({
    sequence: i + 1,
    carriageway: 'both' as const,
    fromStake: i * 10_000,
    toStake: (i + 1) * 10_000,
    coordinates,
  }))
  return { ...undrawn, toStake: lines.length * 10_000, sections }
}
