import { z } from 'zod'

/** Several values of a parameter come by repeating its key; one value is a list of one. */
export const several = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z
    .union([schema, z.array(schema)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Schema>[])

/** `west,south,east,north` in degrees. */
export const Bbox = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)(,-?\d+(\.\d+)?){3}$/)
  .transform((value) => value.split(',').map(Number) as [number, number, number, number])

export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true')

export const RoadCodes = several(z.string().trim().min(1).max(40)).describe(
  'Road codes; `other` for roads without a code',
)
