import { z } from 'zod'
import { Carriageway, ChainBreak, StakeAnchor } from './road.schema.ts'

export const CalibratedAnchor = StakeAnchor.extend({
  lateral: z.number().nullable().describe('metres off the line as it is drawn'),
  residual: z
    .number()
    .nullable()
    .describe('metres: the stake that its neighbours would give this place, less its own'),
  scale: z.number().nullable().describe('drawn metres for each metre of stakes beside it'),
  used: z.boolean().describe('false: left out, it contradicts the line or the other anchors'),
  warnings: z.array(z.string()),
})

export const RoadCalibration = z.object({
  road: z.string(),
  version: z.number(),
  sections: z.array(
    z.object({
      sequence: z.number(),
      carriageway: Carriageway,
      fromStake: z.number(),
      toStake: z.number(),
      lengthMetres: z.number().describe('along the drawn line'),
      scale: z.number().describe('drawn metres for each metre of stakes, chain breaks taken out'),
      validFrom: z.string(),
      anchors: z.array(CalibratedAnchor),
    }),
  ),
  chainBreaks: z.array(ChainBreak),
})
export type RoadCalibration = z.infer<typeof RoadCalibration>
