import { z } from 'zod'
import { calibres } from '../accidents/calibre.ts'
import { editions } from '../http/provenance-entries.ts'
import { HazardFilter } from '../hazards/hazard-query.schema.ts'
import { ListContent } from './list-content.schema.ts'
import { bilingual } from '../http/validate.ts'
import { listStatusIds } from './list-status.ts'
import { supervisionMessages } from './supervision-messages.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const Calibre = z.enum(calibres)
const Scalar = z.union([z.string(), z.number(), z.boolean()])

const asText = (value: string | number | boolean) => String(value)

/** What the screen of hazards is filtered by, read by the same rules, so that the list holds what the screen shows. */
export const ListFilter = z
  .record(z.string(), z.union([Scalar, z.array(Scalar).max(100)]))
  .transform((query) =>
    Object.fromEntries(
      Object.entries(query).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map(asText) : asText(value),
      ]),
    ),
  )
  .pipe(HazardFilter.omit({ withdrawn: true }).strict())
  .describe('As the query of GET /api/hazards: road, status, level, type, squad, township, open, overdue …')

/** Longer ones would not be read; a government's list has some dozens. */
export const longestList = 1000
const HazardIds = z.array(z.uuid()).min(1).max(longestList)

const choice = {
  title: text(100).optional(),
  hazardIds: HazardIds.optional().describe('In the order of the list'),
  filter: ListFilter.optional(),
  cutoffOn: z.iso.date().optional().describe('Accidents up to this day; left out: today'),
  filledOn: z.iso.date().optional(),
}

export const NewSupervisionList = z
  .object({
    ...choice,
    calibre: Calibre.default('general').describe('Which accidents are counted beside the hazards'),
  })
  .strict()
  .refine(({ hazardIds, filter }) => (hazardIds === undefined) !== (filter === undefined), {
    path: ['hazardIds'],
    error: bilingual(supervisionMessages.chooseOrFilter()),
  })
export type NewSupervisionList = z.infer<typeof NewSupervisionList>

/** Whatever is changed, the rows are taken down anew: a draft never mixes rows of different days. */
export const ListChange = z
  .object({ ...choice, calibre: Calibre.optional() })
  .strict()
  .refine((change) => Object.keys(change).length > 0, bilingual(supervisionMessages.nothingToChange()))
  .refine(({ hazardIds, filter }) => !hazardIds || !filter, {
    path: ['hazardIds'],
    error: bilingual(supervisionMessages.chooseOrFilter()),
  })
export type ListChange = z.infer<typeof ListChange>

export const IssueRequest = z
  .object({
    documentNumber: text(60).optional().describe('Left out: the next number of the office'),
    issuedOn: z.iso.date().optional().describe('成文日期; left out: today'),
    reason: text(500).optional().describe('Why it goes out although something is missing; kept in the trail'),
  })
  .strict()
export type IssueRequest = z.infer<typeof IssueRequest>

export const ListReason = z.object({ reason: text(500) }).strict()

const Moment = z.iso.datetime().nullable()
const Facts = z.object({
  id: z.uuid(),
  number: z.string().describe('清单编号, kept for ever'),
  status: z.enum(listStatusIds),
  documentNumber: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  issuedAt: Moment,
  issuedByName: z.string().nullable(),
  issueReason: z.string().nullable(),
  submittedAt: Moment,
  submittedByName: z.string().nullable(),
  returnedAt: Moment,
  returnedReason: z.string().nullable(),
  withdrawnAt: Moment,
  withdrawnReason: z.string().nullable(),
  contentHash: z.string(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
})

export const SupervisionList = ListContent.extend(Facts.shape).extend({
  isIntact: z.boolean().describe('The content still has the hash that it was kept with'),
})
export type SupervisionList = z.infer<typeof SupervisionList>

export const SupervisionListSummary = Facts.extend({
  title: z.string(),
  calibre: Calibre,
  filledOn: z.iso.date(),
  cutoffOn: z.iso.date(),
  demo: z.boolean(),
  hazards: z.number().int(),
  fundsWan: z.string(),
})
export type SupervisionListSummary = z.infer<typeof SupervisionListSummary>

export const SupervisionLists = z.object({ items: z.array(SupervisionListSummary) })

export const listFormats = ['json', 'xlsx', 'docx', 'pdf', 'csv', 'geojson'] as const
export type ListFormat = (typeof listFormats)[number]

export const SupervisionFormat = z.object({
  format: z.enum(listFormats).default('json'),
  appendix: z.literal('diff').optional().describe('Prints what changed since the list before'),
  annex: z.literal('photos').optional().describe('docx and pdf: prints the photos of the rows'),
  against: z.uuid().optional().describe('The list to compare with; left out: the one issued before'),
  edition: z.enum(editions).default('internal').describe('external: without the names of persons'),
})
