import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'

export const AccidentCounts = z.object({
  accidents: z.number().int(),
  killed: z.number().int(),
  injured: z.number().int(),
})
export type AccidentCounts = z.infer<typeof AccidentCounts>

/** What the checks and the comparison look at; not printed. */
const RowFacts = z.object({
  status: z.number().int(),
  level: z.number().int().nullable(),
  supervisionLevel: z.number().int(),
  assurances: z.record(z.string(), z.string()),
  listingNumber: z.string().nullable(),
  urgedOn: z.iso.date().nullable(),
})
export type RowFacts = z.infer<typeof RowFacts>

export const moments = ['before', 'during', 'after'] as const
export const RowPhoto = z.object({
  sha256: z.string(),
  moment: z.enum(moments),
  stage: z.string(),
  caption: z.string(),
  takenAt: z.iso.datetime().nullable(),
  width: z.number().int(),
  height: z.number().int(),
  isMasked: z.boolean(),
})
export type RowPhoto = z.infer<typeof RowPhoto>

/** What lists from before these were kept do not have is optional. */
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
  facts: RowFacts.optional(),
  photos: z.array(RowPhoto).optional(),
})
export type SupervisionRow = z.infer<typeof SupervisionRow>

/** Who writes the list, as it was filled in when the list was made. */
const ListOffice = z.object({
  organ: z.string(),
  unitHead: z.string(),
  reviewer: z.string(),
  compiler: z.string(),
  phone: z.string(),
  watermark: z.string(),
})

/** Everything that is printed, as it was when the list was made. */
export const ListContent = z.object({
  title: z.string(),
  fillingUnit: z.string(),
  filledOn: z.iso.date(),
  cutoffOn: z.iso.date(),
  countedFrom: z.iso.date(),
  calibre: z.enum(calibres),
  calibreName: z.string().optional(),
  filter: z
    .object({
      words: z.string().describe('The filter as the screen words it'),
      query: z.record(z.string(), z.unknown()).nullable().describe('null: chosen by hand'),
    })
    .optional(),
  presets: z.array(z.string()).optional().describe('Rules by which hotspots among the hazards were found'),
  office: ListOffice.optional(),
  demo: z.boolean(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  rows: z.array(SupervisionRow),
  totals: AccidentCounts.extend({ hazards: z.number().int(), fundsWan: z.string() }),
  notes: z.array(z.string()),
})
export type SupervisionContent = z.infer<typeof ListContent>
