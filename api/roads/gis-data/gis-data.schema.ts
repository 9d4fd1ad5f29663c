import { z } from 'zod'

const lonLat = z.tuple([z.number(), z.number()])
const line = z.object({ type: z.literal('LineString'), coordinates: z.array(lonLat).min(2) })
const polygon = z.object({
  type: z.enum(['Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()),
})
const metadata = z.object({
  source: z.string(),
  licence: z.string(),
  quality: z.object({ zh: z.string(), en: z.string() }),
})

/** The files of `gis-data/`, as the loader needs them. */
export const gisFiles = {
  'boundary.geojson': z.object({ metadata, features: z.array(z.object({ geometry: polygon })).length(1) }),
  'townships.json': z.object({
    metadata,
    areas: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        kind: z.enum(['banner', 'township', 'park']),
        parent: z.string().nullable(),
      }),
    ),
  }),
  'squads.json': z.object({
    squads: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        kind: z.enum(['leadership', 'department', 'squad', 'administration']),
        aliases: z.array(z.string()),
      }),
    ),
  }),
  'units.json': z.object({
    units: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        shortName: z.string(),
        kind: z.string(),
        delivery: z.string().nullable(),
      }),
    ),
  }),
  'places.geojson': z.object({
    metadata,
    features: z.array(
      z.object({
        properties: z.object({
          name: z.string(),
          nameEn: z.string(),
          aliases: z.array(z.string()),
          kind: z.string(),
          rank: z.int(),
        }),
        geometry: z.object({ type: z.literal('Point'), coordinates: lonLat }),
      }),
    ),
  }),
  'roads.json': z.object({
    roads: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        aliases: z.array(
          z.object({
            name: z.string(),
            validFrom: z.iso.date().optional(),
            validTo: z.iso.date().optional(),
          }),
        ),
        adminGrade: z.enum(['national', 'provincial', 'county', 'township', 'village', 'private', 'other']),
        technicalClass: z.string(),
        officialLengthKm: z.number(),
        fromStake: z.int(),
        toStake: z.int(),
        increasingTowards: z.array(z.string()),
        decreasingTowards: z.array(z.string()),
        upDirection: z.enum(['increasing', 'decreasing']),
        divided: z.boolean(),
        maintainer: z.string(),
        confidence: z.string(),
        note: z.string(),
      }),
    ),
  }),
  'road-sections.geojson': z.object({
    features: z.array(
      z.object({
        properties: z.object({
          road: z.string(),
          sequence: z.int(),
          fromStake: z.int(),
          toStake: z.int(),
          source: z.string(),
          quality: z.string(),
        }),
        geometry: line,
      }),
    ),
  }),
  'stake-anchors.json': z.object({
    anchors: z.array(
      z.object({
        road: z.string(),
        section: z.int(),
        stake: z.int(),
        lon: z.number(),
        lat: z.number(),
        method: z.enum(['surveyed', 'imagery', 'interpolated']),
        note: z.string().optional(),
      }),
    ),
  }),
  'squad-stretches.json': z.object({
    metadata,
    stretches: z.array(
      z.object({ road: z.string(), fromStake: z.int(), toStake: z.int(), squad: z.string() }),
    ),
  }),
  'township-stretches.json': z.object({
    metadata,
    stretches: z.array(
      z.object({ road: z.string(), fromStake: z.int(), toStake: z.int(), area: z.string() }),
    ),
  }),
} as const

export type GisFile = keyof typeof gisFiles
export type GisData = { readonly [File in GisFile]: z.infer<(typeof gisFiles)[File]> }
