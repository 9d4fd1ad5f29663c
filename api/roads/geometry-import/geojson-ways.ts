import { z } from 'zod'
import type { LonLat } from '../network/geodesy.ts'
import type { ImportedWay } from './imported-way.ts'
import { wayFromTags } from './osm-way.ts'
import { refsIn } from './road-refs.ts'

// A third number is the height; the line on the ground does not need it.
const position = z
  .array(z.number())
  .min(2)
  .transform(([longitude, latitude]): LonLat => [longitude!, latitude!])
const line = z.array(position)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: line.transform((coordinates) => [coordinates]) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
])
const feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
})
const crs = z.object({ properties: z.object({ name: z.string() }) }).optional()
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature), crs })

/** Where Chinese road files put the code of the route, besides OpenStreetMap's own keys. */
const refKeys = ['road', 'code', 'LXBH', 'lxbh', '路线编号', '路线代码', 'LXMC', 'lxmc', '路线名称', '路名']

export type GeoJsonWays =
  | { readonly ok: true; readonly ways: readonly ImportedWay[]; readonly skipped: number }
  | { readonly ok: false; readonly refusal: 'notGeoJson' | 'notDegrees' }

function textsOf(properties: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(properties).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : [],
  )
  return Object.fromEntries(entries)
}

const isDegrees = ([longitude, latitude]: LonLat) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

function waysOfFeature(input: z.infer<typeof feature>, number: number): ImportedWay[] {
  const parsed = geometry.safeParse(input.geometry)
  if (!parsed.success) return []
  const tags = textsOf(input.properties ?? {})
  const refs = refKeys.flatMap((key) => refsIn(tags[key]))
  const id = input.id ?? tags['@id'] ?? tags.osm_id ?? tags.id ?? `feature ${number}`
  return parsed.data.coordinates
    .filter((coordinates) => coordinates.length > 1)
    .map((coordinates, part) =>
      wayFromTags(part === 0 ? String(id) : `${id}#${part + 1}`, tags, refs, coordinates),
    )
}

/** RFC 7946 is WGS 84 throughout; an older file may name another system, and metres are no degrees. */
export function waysOfGeoJson(content: unknown): GeoJsonWays {
  const single = feature.safeParse(content)
  const parsed = single.success
    ? { success: true as const, data: { features: [single.data], crs: undefined } }
    : collection.safeParse(content)
  if (!parsed.success) return { ok: false, refusal: 'notGeoJson' }
  const lines = parsed.data.features.map((each, i) => waysOfFeature(each, i + 1))
  const ways = lines.flat()
  const named = parsed.data.crs?.properties.name
  const isWgs84 = named === undefined || /CRS84|EPSG:+4326|EPSG:+4490/.test(named)
  if (!isWgs84 || !ways.every(({ coordinates }) => coordinates.every(isDegrees)))
    return { ok: false, refusal: 'notDegrees' }
  return { ok: true, ways, skipped: lines.filter((found) => found.length === 0).length }
}
