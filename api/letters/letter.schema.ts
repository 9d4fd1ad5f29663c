import { z } from 'zod'
import { urgingSteps, type UrgingStep } from '../hazards/life/life-codes.ts'
import { Flag, several } from '../http/query-values.ts'
import { letterKindIds } from './letter-kinds.ts'
import { lineRoles } from './paper-lines.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)
const steps = Object.keys(urgingSteps) as [UrgingStep, ...UrgingStep[]]

const Format = z
  .enum(['docx', 'pdf', 'json'])
  .default('docx')
  .describe('docx to be worked on in WPS or Word, pdf as it stands, json its words for the screen')

const wishes = {
  basis: several(text(40)).optional().describe('Ids of legal bases, see /api/office'),
  recipient: text(60).optional().describe('主送; left out: the responsible unit'),
  number: text(60).optional().describe('文号, where none is recorded yet; left out: room to write'),
  datedOn: z.iso.date().optional().describe('成文日期, where none is recorded yet; left out: room to write'),
}

export const LetterQuery = z.object({
  format: Format,
  ...wishes,
  campaign: text(60).optional().describe('专项行动 in which it was found'),
  style: z.enum(['letter', 'order']).optional().describe('letter 抄告函, order 整改通知书'),
  step: z.enum(steps).optional().describe('Rung of the ladder of urging; left out: by the days overdue'),
  blank: Flag.optional().describe('true: the form to be filled in by hand, without what is on record'),
})
export type LetterQuery = z.output<typeof LetterQuery>

export const LetterParam = z.object({ id: z.uuid() })

export const ReportQuery = z.object({ format: Format, hazardIds: several(z.uuid()), ...wishes })
export const ReportRequest = z
  .object({
    format: Format,
    hazardIds: z.array(z.uuid()).min(1).max(200),
    ...wishes,
    basis: z.array(text(40)).optional(),
  })
  .strict()

export const RoundFormQuery = z.object({
  format: Format,
  until: z.iso.date().optional().describe('Left out: in three days'),
  squad: several(text(10)).optional(),
  road: several(text(40)).optional(),
})

export const LetterPreview = z.object({
  kind: z.enum([...letterKindIds, 'report', 'round']),
  title: z.string(),
  fileName: z.string(),
  number: z.string().nullable().describe('文号 on record'),
  proposedNumber: z.string().nullable().describe('The next one; null where the paper bears none'),
  hash: z.string().describe('SHA-256 of what the paper says'),
  lacksMaskedPhotos: z.boolean().describe('现场照片 are not bound in, since none is marked as masked'),
  lines: z.array(z.object({ as: z.enum(lineRoles), text: z.string() })),
})
export type LetterPreview = z.infer<typeof LetterPreview>
