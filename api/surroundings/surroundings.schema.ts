import { z } from 'zod'
import { AccidentSummary } from '../accidents/accident.schema.ts'
import { Facility } from '../facilities/facility.schema.ts'
import { Hazard } from '../hazards/hazard.schema.ts'

const Apart = {
  distance: z.number().describe('metres'),
  measuredBy: z
    .enum(['road', 'straight'])
    .describe('straight: as the crow flies, where one of the two is on no drawn road'),
  along: z.enum(['before', 'within', 'after']).nullable().describe('towards smaller or larger stakes'),
}

export const ClocksThen = z.object({
  phase: z.enum(['beforeFound', 'open', 'afterClosed']),
  status: z.number().int().nullable().describe('null: not yet found, or found and not yet registered'),
  daysSinceFound: z.number().int().nullable(),
  due: z.iso.date().nullable(),
  overdueDays: z.number().int(),
  hadControl: z.boolean(),
  controlText: z.string().nullable(),
})

const AccidentNear = AccidentSummary.pick({
  ...{ id: true, accidentNo: true, occurredAt: true, severity: true, killed: true, injured: true },
  ...{ road: true, roadName: true, stakeText: true, direction: true, side: true, procedure: true },
}).extend({ countedAs: z.enum(['reported', 'general', 'simple', 'self']), ...Apart, then: ClocksThen })
export type AccidentNear = z.infer<typeof AccidentNear>

const Total = z.object({
  accidents: z.number().int(),
  killed: z.number().int(),
  injured: z.number().int(),
})
const Totals = z
  .object({ general: Total, reported: Total, simple: Total, self: Total })
  .describe('reported is a part of general; the others are never added')

const FacilityNear = Facility.pick({
  ...{ id: true, number: true, kind: true, quantity: true, unit: true, state: true, stakeText: true },
  ...{ lastInspectedOn: true, inspectionDueOn: true, inspectionOverdue: true },
}).extend({
  isLinked: z.boolean(),
  distance: Apart.distance.nullable(),
  measuredBy: Apart.measuredBy.nullable(),
})
export type FacilityNear = z.infer<typeof FacilityNear>

const HazardNear = Hazard.pick({
  ...{ id: true, displayNumber: true, title: true, status: true, level: true, overdueDays: true },
  ...{ roadName: true, stakeText: true },
}).extend(Apart)
export type HazardNear = z.infer<typeof HazardNear>

export const Surroundings = z.object({
  hazardId: z.uuid(),
  reach: z.object({
    accidents: z.number(),
    facilities: z.number(),
    hazards: z.number(),
  }),
  accidents: z.array(AccidentNear).describe('newest first; every calibre, each labelled'),
  totals: z.object({ beforeFound: Totals, open: Totals, afterClosed: Totals }),
  facilities: z.array(FacilityNear),
  hazards: z.array(HazardNear),
})
export type Surroundings = z.infer<typeof Surroundings>

export const HazardsThen = z.object({
  accidentId: z.uuid(),
  occurredAt: z.string(),
  reach: z.number(),
  hazards: z.array(HazardNear.extend({ foundAt: z.iso.datetime(), then: ClocksThen })),
})
export type HazardsThen = z.infer<typeof HazardsThen>
