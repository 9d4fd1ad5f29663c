import { z } from 'zod'

export const HolidayInput = z
  .object({
    kind: z.enum(['holiday', 'workday']).describe('holiday 放假, workday 调休上班'),
    name: z.string().trim().min(1).max(40),
  })
  .strict()
export type HolidayInput = z.infer<typeof HolidayInput>

export const Holiday = HolidayInput.extend({
  day: z.iso.date(),
  source: z.enum(['announced', 'entered']).describe('Announced by the state, or entered here'),
})
export const HolidayList = z.object({ items: z.array(Holiday) })
export const DayParam = z.object({ day: z.iso.date() })
