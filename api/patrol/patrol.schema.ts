import { z } from 'zod'
import { facilityKindIds } from '../facilities/facility-kinds.ts'
import { facilityStateIds } from '../facilities/facility-states.ts'
import { RoadCodes } from '../http/query-values.ts'
import { bilingual } from '../http/validate.ts'
import { roadMessages } from '../roads/road-messages.ts'
import { readStakeParameter } from '../roads/stakes/stake-parameter.ts'
import { looks } from './patrol-look.ts'

const Stake = z.string().transform((text, context) => {
  const parsed = readStakeParameter(text)
  if (parsed.ok) return parsed.reading.from
  const message = bilingual(roadMessages.unreadableStake(parsed.refusal, text))
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

export const PatrolQuery = z.object({
  road: RoadCodes.optional().describe('Left out: every road of the squad'),
  from: Stake.optional().describe('Stake to start from; what lies behind is left out'),
  direction: z.enum(['increasing', 'decreasing']).default('increasing'),
  squad: z.string().trim().min(1).max(10).optional().describe('Only what is on the stretches of this squad'),
  on: z.iso.date().optional().describe('Day of the patrol; today where it is left out'),
})
export type PatrolQuery = z.output<typeof PatrolQuery>

const stopFields = {
  id: z.uuid(),
  kind: z.enum(['hazard', 'revisit', 'facility', 'hotspot']),
  number: z.string().nullable(),
  title: z.string(),
  road: z.string().nullable(),
  roadName: z.string(),
  fromStake: z.number().int().nullable(),
  toStake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
  direction: z.enum(['increasing', 'decreasing', 'both']),
  side: z.enum(['left', 'right', 'centre', 'across']).nullable(),
  placeText: z.string(),
  township: z.string().nullable(),
  squad: z.string().nullable(),
  look: z.enum(looks).describe('What to look at there'),
  urgency: z.enum(['overdue', 'soon', 'plain']),
  due: z.iso.date().nullable(),
  overdueDays: z.number().int(),
  status: z.number().int().nullable().describe('of a hazard'),
  level: z.number().int().nullable(),
  control: z.string().nullable().describe('Temporary control that should stand there'),
  facilityKind: z.enum(facilityKindIds).nullable(),
  facilityState: z.enum(facilityStateIds).nullable(),
  accidents: z.number().int().nullable().describe('of a hotspot, in the calibre of its run'),
}

/** Something without a place on a drawn road. */
export const LooseStop = z.object(stopFields)
export type LooseStop = z.infer<typeof LooseStop>

export const PatrolStop = LooseStop.extend({
  point: z.tuple([z.number(), z.number()]),
  sinceLast: z.number().describe('metres along the road from the stop before, or from the start'),
  sinceStart: z.number().describe('metres along the road from the start'),
})
export type PatrolStop = z.infer<typeof PatrolStop>

export const PatrolRoad = z.object({
  road: z.string(),
  roadName: z.string(),
  divided: z.boolean(),
  isSketch: z.boolean().describe('The line is a sketch, so are its distances'),
  towards: z.string().nullable(),
  fromStake: z.number().int(),
  toStake: z.number().int().describe('in the direction of travel'),
  total: z.number().describe('metres from the start to the last stop'),
  otherSide: z.number().int().describe('left out because they are on the other carriageway'),
  stops: z.array(PatrolStop),
})
export type PatrolRoad = z.infer<typeof PatrolRoad>

export const Patrol = z.object({
  on: z.iso.date(),
  direction: z.enum(['increasing', 'decreasing']),
  squad: z.string().nullable(),
  squadName: z.string().nullable(),
  hotspotRun: z
    .object({ id: z.uuid(), preset: z.string(), calibre: z.string(), from: z.iso.date(), to: z.iso.date() })
    .nullable(),
  demo: z.boolean(),
  roads: z.array(PatrolRoad),
  offRoad: z
    .array(z.object({ township: z.string().nullable(), stops: z.array(LooseStop) }))
    .describe('On roads without a line, by township'),
})
export type Patrol = z.infer<typeof Patrol>
