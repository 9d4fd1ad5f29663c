import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const Calibre = z.enum(calibres)

export const NewSupervisionList = z
  .object({
    title: text(100).optional(),
    hazardIds: z.array(z.uuid()).min(1).max(300).describe('In the order of the list'),
    calibre: Calibre.default('general').describe('Which accidents are counted beside the hazards'),
    cutoffOn: z.iso.date().optional().describe('Accidents up to this day; left out: today'),
    filledOn: z.iso.date().optional(),
  })
  .strict()
export type NewSupervisionList = z.infer<typeof NewSupervisionList>

export const IssueRequest = z.object({ documentNumber: text(60).optional() }).strict()
export type IssueRequest = z.infer<typeof IssueRequest>

export const AccidentCounts = z.object({
  accidents: z.number().int(),
  killed: z.number().int(),
  injured: z.number().int(),
})
export type AccidentCounts = z.infer<typeof AccidentCounts>

export const SupervisionRow = z.object({
  position: z.number().int(),
  hazardId: z.uuid(),
  hazardNumber: z.string(),
  road: z.string(),
  stakeText: z.string(),
  township: z.string(),
  types: z.string(),
  situation: z.string(),
  accidents: AccidentCounts.nullable().describe('null: the hazard has no place on the map to count around'),
  level: z.string(),
  supervisionLevel: z.string(),
  responsibleUnit: z.string(),
  responsiblePerson: z.string(),
  regulatorUnit: z.string(),
  remedy: z.string(),
  fundsWan: z.string().nullable().describe('万元, two decimals'),
  dueDate: z.iso.date().nullable(),
  temporaryControl: z.string(),
  emergencyAdvice: z.string(),
  progress: z.string(),
  remark: z.string(),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.any()) }).nullable(),
})
export type SupervisionRow = z.infer<typeof SupervisionRow>

/** Everything that is printed, as it was when the list was made. */
export const SupervisionContent = z.object({
  title: z.string(),
  fillingUnit: z.string(),
  filledOn: z.iso.date(),
  cutoffOn: z.iso.date(),
  countedFrom: z.iso.date(),
  calibre: Calibre,
  demo: z.boolean(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  rows: z.array(SupervisionRow),
  totals: AccidentCounts.extend({ hazards: z.number().int(), fundsWan: z.string() }),
  notes: z.array(z.string()),
})
export type SupervisionContent = z.infer<typeof SupervisionContent>

const Facts = z.object({
  id: z.uuid(),
  status: z.enum(['draft', 'issued']),
  documentNumber: z.string().nullable(),
  issuedAt: z.iso.datetime().nullable(),
  contentHash: z.string(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
})

export const SupervisionList = SupervisionContent.extend(Facts.shape)
export type SupervisionList = z.infer<typeof SupervisionList>

export const SupervisionListSummary = Facts.extend({
  title: z.string(),
  calibre: Calibre,
  filledOn: z.iso.date(),
  cutoffOn: z.iso.date(),
  demo: z.boolean(),
  hazards: z.number().int(),
})
export type SupervisionListSummary = z.infer<typeof SupervisionListSummary>

export const SupervisionLists = z.object({ items: z.array(SupervisionListSummary) })

export const SupervisionFormat = z.object({
  format: z.enum(['json', 'xlsx', 'csv', 'geojson']).default('json'),
})
