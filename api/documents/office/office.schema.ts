import { z } from 'zod'

const line = (maximum: number) => z.string().trim().max(maximum)
const said = (maximum: number) => line(maximum).min(1)

export const LegalBasisInput = z
  .object({
    id: z.string().regex(/^[\w-]{1,40}$/),
    name: said(60),
    wording: said(120).describe('As it stands between 根据 and 规定'),
    source: said(120),
    isUsual: z.boolean(),
  })
  .strict()

export const OfficeInput = z
  .object({
    letterhead: said(60),
    organ: said(60),
    fillingUnit: said(60),
    letterPrefix: said(20),
    reportPrefix: said(20),
    reportTo: said(60),
    signer: line(20),
    unitHead: line(20),
    reviewer: line(20),
    compiler: line(20),
    contact: line(20),
    phone: line(40),
    copyTo: line(200),
    supervisingBody: said(60),
    safetyCommittee: said(60),
    campaign: line(60),
    replyDays: z.number().int().min(1).max(60),
    legalBases: z.array(LegalBasisInput).min(1).max(20),
    reportClosing: said(60),
    watermark: line(60),
  })
  .strict()
  .describe('Everything at once; what is left out is refused rather than forgotten')
export type OfficeInput = z.infer<typeof OfficeInput>

export const OfficeAnswer = OfficeInput.extend({
  version: z.number().int().describe('0 while nobody has changed anything'),
  updatedAt: z.iso.datetime().nullable(),
  updatedByName: z.string().nullable(),
  proposedNumbers: z.object({ letter: z.string(), report: z.string() }).describe('下一个文号'),
})
export type OfficeAnswer = z.infer<typeof OfficeAnswer>
