import { z } from 'zod'

/** Metres, or a stake in any usual spelling. */
const StakeInput = z.union([z.number().int(), z.string().trim().min(1).max(40)])

export const NewTrafficVolume = z
  .object({
    road: z.string().trim().min(1).max(20),
    fromStake: StakeInput,
    toStake: StakeInput,
    year: z.number().int().min(1980).max(2100),
    aadt: z
      .number()
      .int()
      .min(0)
      .max(1_000_000)
      .describe('vehicles a day, both directions, mean of the year'),
    source: z.string().trim().min(1).max(200).describe('who counted'),
  })
  .strict()
export type NewTrafficVolume = z.infer<typeof NewTrafficVolume>

export const TrafficVolume = NewTrafficVolume.extend({
  id: z.uuid(),
  fromStake: z.number().int(),
  toStake: z.number().int(),
  stakeText: z.string(),
})
export type TrafficVolume = z.infer<typeof TrafficVolume>

export const TrafficVolumeList = z.object({ items: z.array(TrafficVolume) })
export const TrafficVolumeQuery = z.object({
  road: z.string().trim().min(1).max(20).optional(),
  year: z.coerce.number().int().optional(),
})
export type TrafficVolumeQuery = z.infer<typeof TrafficVolumeQuery>

export const TrafficVolumeFile = z
  .object({
    csv: z
      .string()
      .min(1)
      .max(2_000_000)
      .describe('first line: 路线,起点桩号,止点桩号,年份,年平均日交通量,来源'),
  })
  .strict()
