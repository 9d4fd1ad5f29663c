import { z } from 'zod'
import { facilityKindIds } from '../facilities/facility-kinds.ts'
import { facilityStateIds } from '../facilities/facility-states.ts'
import { Bbox, Flag, RoadCodes, several } from '../http/query-values.ts'
import { Dismissed } from './dismissals/dismissal.schema.ts'
import { gapRuleIds } from './gap-rules.ts'

const Message = z.object({ zh: z.string(), en: z.string() })
const LonLat = z.tuple([z.number(), z.number()])
const Direction = z.enum(['increasing', 'decreasing', 'both'])
const Side = z.enum(['left', 'right', 'centre', 'across'])
const Kind = z.enum(facilityKindIds)
const metres = z.number().describe('metres along the road, as they are driven')

const Stretch = {
  road: z.string().nullable(),
  roadName: z.string(),
  fromStake: z.number().int().nullable(),
  toStake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
}

export const FacilityThere = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: Kind,
  state: z.enum(facilityStateIds),
  stakeText: z.string().nullable(),
  ahead: metres
    .nullable()
    .describe('metres before the place, as the traffic comes; null: not along the road'),
})
export type FacilityThere = z.infer<typeof FacilityThere>

const HazardThere = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  level: z.number().int().nullable(),
})

const HotspotThere = z.object({
  id: z.uuid(),
  rank: z.number().int(),
  preset: z.string(),
  calibre: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  accidents: z.number().int(),
  killed: z.number().int(),
  injured: z.number().int(),
})

const Accidents = z.object({
  calibre: z.literal('general'),
  from: z.iso.date(),
  to: z.iso.date(),
  reach: metres,
  accidents: z.number().int(),
  killed: z.number().int(),
  injured: z.number().int(),
  ids: z.array(z.uuid()),
})

export const Evidence = z.object({
  hazard: HazardThere.nullable(),
  hotspot: HotspotThere.nullable(),
  facility: FacilityThere.nullable().describe('what the gap is about'),
  accidents: Accidents.nullable(),
  notice: z
    .object({ nearest: metres, farthest: metres })
    .nullable()
    .describe('how far before the place something ought to stand'),
  nearest: FacilityThere.nullable().describe('the nearest working one before the place, too near or too far'),
  broken: z.array(FacilityThere).describe('stand there and do not work'),
  bend: z
    .object({ radius: z.number().describe('metres, of the line as it is drawn'), stakeText: z.string() })
    .nullable()
    .describe('the sharpest of the stretch'),
  dueOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  days: z.number().int().nullable().describe('since that day'),
})
export type Evidence = z.infer<typeof Evidence>

export const Proposal = z.object({
  kind: Kind,
  quantity: z.number().int(),
  unit: z.string(),
  legend: z.string().nullable(),
  road: z.string().nullable(),
  roadName: z.string(),
  stake: z.number().int().nullable(),
  stakeText: z.string().nullable(),
  direction: Direction,
  side: Side.nullable().describe('seen in the direction of growing stakes'),
  point: LonLat.nullable(),
  ahead: metres.nullable(),
  isShort: z.boolean().describe('the drawn road begins nearer to the place than it ought to'),
})
export type Proposal = z.infer<typeof Proposal>

export const Gap = z.object({
  id: z.string().describe('rule.subject.direction: the same as long as the gap is there'),
  rule: z.enum(gapRuleIds),
  severity: z.enum(['high', 'medium', 'low']),
  act: z.enum(['place', 'guide', 'repair', 'inspect', 'remove']).describe('what the rule asks for'),
  subject: z.enum(['hotspot', 'hazard', 'facility']),
  subjectId: z.uuid(),
  hazardId: z.uuid().nullable().describe('the open ticket that it belongs to'),
  ...Stretch,
  direction: Direction,
  towards: z.string().nullable().describe('where this traffic goes'),
  squad: z.string().nullable(),
  point: LonLat.nullable(),
  isSketch: z.boolean().describe('the line is a sketch, so are its distances'),
  reason: Message,
  evidence: Evidence,
  proposal: Proposal.nullable(),
  answered: z
    .object({ kind: z.enum(['facility', 'hazard']), id: z.uuid(), number: z.string() })
    .nullable()
    .describe('what is planned or ticketed for it already'),
  mayBeTicket: z.boolean(),
  dismissed: Dismissed.nullable(),
  mayBeDismissed: z.boolean(),
  demo: z.boolean(),
})
export type Gap = z.infer<typeof Gap>

export const GapFilter = z.object({
  rule: several(z.enum(gapRuleIds)).optional(),
  severity: several(z.enum(['high', 'medium', 'low'])).optional(),
  road: RoadCodes.optional(),
  squad: several(z.string().trim().min(1).max(40)).optional(),
  bbox: Bbox.optional(),
  answered: Flag.optional().describe('true: only those for which something is planned or ticketed'),
  dismissed: Flag.optional().describe('true: only those for which somebody decided that nothing is placed'),
})
export type GapFilter = z.output<typeof GapFilter>

export const GapQuery = GapFilter.extend({
  format: z.enum(['json', 'geojson']).default('json'),
  limit: z.coerce.number().int().min(1).max(2000).default(500),
  cursor: z.string().max(120).optional().describe('`nextCursor` of the answer before'),
})

const Count = z.object({ rule: z.enum(gapRuleIds), gaps: z.number().int() })
export const GapList = z.object({
  items: z.array(Gap),
  total: z.number().int().describe('of the filter, on all pages'),
  located: z.number().int().describe('how many of them are on the map'),
  counts: z.array(Count).describe('of the filter, every rule named'),
  asOf: z.iso.date(),
  nextCursor: z.string().optional(),
})
export type GapList = z.infer<typeof GapList>

export const GapId = z.object({
  id: z.string().regex(/^[a-zA-Z]+\.[0-9a-f-]{36}\.(increasing|decreasing|both)$/),
})

export const GapRuleList = z.object({
  items: z.array(
    z.object({
      id: z.enum(gapRuleIds),
      name: Message,
      why: Message,
      severity: z.enum(['high', 'medium', 'low']),
      looksAt: z.enum(['hotspot', 'hazard', 'bump', 'stretch', 'lamp', 'inspection', 'closedHazard']),
      act: Gap.shape.act,
      kinds: z.array(Kind).optional().describe('any of these does'),
      notice: z.object({ nearest: metres, farthest: metres }).optional(),
      propose: z.object({ kind: Kind, ahead: metres }).optional(),
      levels: z.array(z.number().int()).optional().describe('empty: any level'),
      types: z.array(z.string()).optional().describe('empty: any type'),
      margin: metres.optional(),
      reach: metres.optional(),
      years: z.number().int().optional(),
      minimumAccidents: z.number().int().optional(),
      ticketType: z.string().nullable(),
    }),
  ),
})
