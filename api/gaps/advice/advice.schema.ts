import { z } from 'zod'
import { facilityKindIds } from '../../facilities/facility-kinds.ts'
import { bilingual } from '../../http/validate.ts'
import { roadMessages } from '../../roads/road-messages.ts'
import { readStakeParameter } from '../../roads/stakes/stake-parameter.ts'
import { FacilityThere, Proposal } from '../gap.schema.ts'
import { gapMessages } from '../gap-messages.ts'
import { traitIds } from './accident-profile.ts'

const Message = z.object({ zh: z.string(), en: z.string() })
const Direction = z.enum(['increasing', 'decreasing', 'both'])
const Counts = z.object(Object.fromEntries(traitIds.map((id) => [id, z.number().int()]))) as z.ZodObject<
  Record<(typeof traitIds)[number], z.ZodNumber>
>

const Stake = z.string().transform((text, context) => {
  const parsed = readStakeParameter(text)
  if (parsed.ok) return Math.round(parsed.reading.from)
  const message = bilingual(roadMessages.unreadableStake(parsed.refusal, text))
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

export const AdviceQuery = z
  .object({
    site: z.uuid().optional().describe('A hotspot of a screening'),
    road: z.string().trim().min(1).max(40).optional(),
    fromStake: Stake.optional(),
    toStake: Stake.optional(),
    direction: Direction.default('both'),
  })
  .refine(
    ({ site, road, fromStake }) => site !== undefined || (road !== undefined && fromStake !== undefined),
    { path: ['site'], error: bilingual(gapMessages.placeNeeded()) },
  )
export type AdviceQuery = z.output<typeof AdviceQuery>

const Candidate = z.object({
  proposal: Proposal,
  onSideRoad: z.boolean().describe('on the road that joins, not on this one'),
  reasons: z.array(Message),
  fulfilledBy: FacilityThere.nullable().describe('stands there already and works'),
  mends: z.array(FacilityThere).describe('stands there and does not work: repair it first'),
})
export type Candidate = z.infer<typeof Candidate>

export const Advice = z.object({
  site: z.uuid().nullable(),
  road: z.string(),
  roadName: z.string(),
  direction: Direction,
  fromStake: z.number().int(),
  toStake: z.number().int(),
  stakeText: z.string(),
  isSketch: z.boolean().describe('The line is a sketch, so are distances and radii'),
  accidents: z.object({
    calibre: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    isSmallSample: z.boolean(),
    accidents: z.number().int(),
    killed: z.number().int(),
    injured: z.number().int(),
    counts: Counts,
    byDirection: z.object({
      increasing: z.number().int(),
      decreasing: z.number().int(),
      unknown: z.number().int(),
    }),
    byHour: z.array(z.object({ hour: z.number().int(), accidents: z.number().int() })),
  }),
  bend: z
    .object({ radius: z.number(), turns: z.enum(['left', 'right']), stakeText: z.string() })
    .nullable()
    .describe('sharpest of the drawn line, seen towards growing stakes'),
  junctions: z.array(z.object({ road: z.string(), roadName: z.string(), stakeText: z.string() })),
  hazards: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
  existing: z.array(FacilityThere.extend({ direction: Direction })),
  candidates: z.array(Candidate),
  noBump: z.array(z.object({ code: z.string(), reason: Message })).describe('Why no bump on this road here'),
  note: Message,
})
export type Advice = z.infer<typeof Advice>

const Kinds = z.array(
  z.object({ kind: z.enum(facilityKindIds), onSideRoad: z.boolean(), count: z.number().int() }),
)

export const ShortAdvice = z.object({
  site: z.uuid(),
  add: Kinds.describe('proposed, one for each direction of traffic that lacks it'),
  there: Kinds.describe('proposed, and stands there already'),
  mend: Kinds.describe('stands there and does not work'),
  noBump: z.boolean().describe('no speed bump on this road here'),
})
export type ShortAdvice = z.infer<typeof ShortAdvice>

export const RunAdviceQuery = z.object({ run: z.uuid().describe('A screening') })
export const RunAdvice = z.object({ items: z.array(ShortAdvice) })
export type RunAdvice = z.infer<typeof RunAdvice>
