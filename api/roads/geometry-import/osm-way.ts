import type { LonLat } from '../network/geodesy.ts'
import type { ImportedWay } from './imported-way.ts'
import { refsIn } from './road-refs.ts'

export type Tags = Readonly<Record<string, string | undefined>>

/** Names count too: local roads have no number in OpenStreetMap. */
const refKeys = [
  'ref',
  'nat_ref',
  'reg_ref',
  'loc_ref',
  'official_ref',
  'name',
  'name:zh',
  'official_name',
  'alt_name',
]

export function refsOfTags(tags: Tags): string[] {
  return refKeys.flatMap((key) => refsIn(tags[key]))
}

/** Paths of cyclists and pedestrians bear the road's number at times; works not yet open do too. */
const notARoad = new Set([
  'cycleway',
  'footway',
  'path',
  'pedestrian',
  'steps',
  'bridleway',
  'construction',
  'proposed',
  'razed',
  'abandoned',
])

export function isRoadWay(tags: Tags): boolean {
  return tags.highway !== undefined && !notARoad.has(tags.highway)
}

export function isRoadRelation(tags: Tags): boolean {
  return tags.type === 'route' && tags.route === 'road'
}

function onewayOf(tags: Tags): ImportedWay['oneway'] {
  const { oneway } = tags
  if (oneway === '-1' || oneway === 'reverse') return 'backward'
  if (oneway === 'yes' || oneway === '1' || oneway === 'true') return 'forward'
  if (oneway === 'no' || oneway === '0' || oneway === 'false') return 'no'
  const isImplied = tags.highway === 'motorway' || tags.junction === 'roundabout'
  return isImplied ? 'forward' : 'no'
}

export function wayFromTags(
  id: string,
  tags: Tags,
  relationRefs: readonly string[],
  coordinates: readonly LonLat[],
): ImportedWay {
  return {
    id,
    refs: [...refsOfTags(tags), ...relationRefs],
    oneway: onewayOf(tags),
    isRoundabout: tags.junction === 'roundabout' || tags.junction === 'circular',
    isLink: tags.highway?.endsWith('_link') ?? false,
    coordinates,
  }
}
