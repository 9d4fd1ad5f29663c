import { z } from 'zod'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)

/** 签收, 摘牌, 准予延期 */
export const listEventKinds = ['receipt', 'delisting', 'extension'] as const
export type ListEventKind = (typeof listEventKinds)[number]

/** What happened to an issued list; its content is not touched by it. */
export const NewListEvent = z
  .object({
    kind: z.enum(listEventKinds),
    happenedOn: z.iso.date(),
    hazardId: z.uuid().optional().describe('The row; a receipt may be of the whole list'),
    unit: text(100).optional().describe('Who signed for it, or who decided'),
    office: text(100).optional().describe('签收: the office of the person who signed, not a name'),
    documentNumber: text(60).optional(),
    newDueDate: z.iso.date().optional(),
    photoSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('A photo of the receipt that a hazard of the list has'),
    note: text(300).optional(),
  })
  .strict()
export type NewListEvent = z.infer<typeof NewListEvent>

export const ListEvent = z.object({
  id: z.uuid(),
  kind: z.enum(listEventKinds),
  source: z.enum(['ticket', 'entered']).describe('ticket: on record with the hazard'),
  happenedOn: z.iso.date(),
  hazardId: z.uuid().nullable(),
  hazardNumber: z.string().nullable(),
  position: z.number().int().nullable(),
  unit: z.string().nullable(),
  office: z.string().nullable(),
  documentNumber: z.string().nullable(),
  newDueDate: z.iso.date().nullable(),
  photoSha256: z.string().nullable(),
  note: z.string().nullable(),
  actorName: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type ListEvent = z.infer<typeof ListEvent>

export const ListLife = z.object({ items: z.array(ListEvent) })
export type ListLife = z.infer<typeof ListLife>
