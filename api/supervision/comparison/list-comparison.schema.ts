import { z } from 'zod'

export const fates = ['closed', 'delisted', 'withdrawn', 'merged', 'notTakenOn', 'leftOut'] as const
const Fate = z.enum(fates)
export type Fate = z.infer<typeof Fate>

const Named = z.object({
  position: z.number().int().describe('In the list; of gone ones in the list before'),
  hazardId: z.uuid(),
  hazardNumber: z.string(),
  place: z.string(),
})

const ComparedList = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  filledOn: z.iso.date(),
})

export const ListComparison = z.object({
  list: ComparedList,
  against: ComparedList.nullable().describe('null: no list was issued before'),
  added: z.array(Named),
  gone: z.array(
    Named.extend({
      fate: Fate,
      on: z.iso.date().nullable(),
      document: z.string().nullable(),
      fateText: z.string(),
    }),
  ),
  changed: z.array(
    Named.extend({
      changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  overdue: z.array(Named.extend({ dueDate: z.iso.date(), days: z.number().int() })),
  unchanged: z.number().int(),
})
export type ListComparison = z.infer<typeof ListComparison>
