import { z } from 'zod'

export const Area = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(['banner', 'township', 'park']),
  parentCode: z.string().nullable(),
  quality: z.string(),
  hasGeometry: z.boolean().describe('A township or park without a reliable outline has none'),
  geometry: z.unknown().optional().describe('GeoJSON MultiPolygon, with geometry=true'),
})
export type Area = z.infer<typeof Area>

export const Squad = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  aliases: z.array(z.string()),
  kind: z.enum(['leadership', 'department', 'squad', 'administration']),
})
export type Squad = z.infer<typeof Squad>

export const Unit = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  parentCode: z.string().nullable(),
  delivery: z.string().nullable(),
})
export type Unit = z.infer<typeof Unit>

/** Id or administrative code. */
export const AreaParam = z.object({ id: z.string().regex(/^[\w-]+$/) })

export const GeometryQuery = z.object({
  geometry: z.enum(['true', 'false']).optional().describe('true adds the GeoJSON geometry'),
})

export const SquadQuery = z.object({ kind: z.enum(['leadership', 'department', 'squad']).optional() })
