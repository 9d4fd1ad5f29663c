import { z } from 'zod'

export const ToDoQuery = z.object({
  squad: z
    .string()
    .trim()
    .min(1)
    .max(10)
    .optional()
    .describe('Code of a squad, or `all`. Left out: the own squad for its people, all for everybody else'),
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type ToDoQuery = z.output<typeof ToDoQuery>

const Words = z.object({ zh: z.string(), en: z.string() })

export const ToDoItem = z.object({
  key: z.string(),
  kind: z.enum([
    'hazard',
    'report',
    'places',
    'inspection',
    'repair',
    'extension',
    'listing',
    'correction',
    'revisit',
  ]),
  recordKind: z.enum(['hazard', 'facility']).nullable(),
  recordId: z.uuid().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  titleEn: z.string().describe('The same as the title where somebody wrote it'),
  roadName: z.string().nullable(),
  stakeText: z.string().nullable(),
  squad: z.string().nullable(),
  squadName: z.string().nullable(),
  isOwnSquad: z.boolean(),
  status: z.number().int().nullable(),
  level: z.number().int().nullable(),
  supervisionLevel: z.number().int().nullable(),
  responsibleUnit: z.string().nullable(),
  warning: z.enum(['blue', 'yellow', 'orange', 'red']).nullable(),
  act: z.string().nullable().describe('Open the ticket at this act; null: open it'),
  verb: Words,
  due: z.iso.date().nullable(),
  originalDue: z.iso.date().nullable().describe('where the date was extended'),
  daysLeft: z.number().int().nullable().describe('negative: days overdue'),
  dueText: Words.nullable(),
  waitingDays: z.number().int().nullable().describe('since the ticket came to where it stands'),
  demo: z.boolean(),
})
export type ToDoItem = z.infer<typeof ToDoItem>

const Group = z.object({ count: z.number().int(), items: z.array(ToDoItem) })

export const ToDoList = z.object({
  today: z.iso.date(),
  squad: z.string().nullable().describe('null: all squads'),
  ownSquad: z.string().nullable(),
  squads: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  mine: Group,
  dueSoon: Group,
  overdue: Group,
})
export type ToDoList = z.infer<typeof ToDoList>
