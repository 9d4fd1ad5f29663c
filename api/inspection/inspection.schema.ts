import { z } from 'zod'

export const InspectionQuery = z.object({
  from: z.iso.date().optional().describe('Found, or happened, on or after this day'),
  to: z.iso.date().optional().describe('Found, or happened, on or before this day'),
  squad: z.string().trim().min(1).max(40).optional(),
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type InspectionQuery = z.output<typeof InspectionQuery>

const Words = z.object({ zh: z.string(), en: z.string() })

export const checkKeys = [
  'place',
  'numbers',
  'order',
  'papers',
  'overdue',
  'listing',
  'facilities',
  'timeliness',
  'accidents',
  'trail',
  'calibres',
  'rates',
] as const
export type CheckKey = (typeof checkKeys)[number]

export const InspectionItem = z.object({
  hazardId: z.uuid().nullable(),
  accidentId: z.uuid().nullable(),
  facilityId: z.uuid().nullable(),
  number: z.string().nullable().describe('Of the ticket, the accident or the facility'),
  title: z.string().nullable(),
  squad: z.string().nullable(),
  code: z.string(),
  isBad: z.boolean().describe('false: to be watched'),
  text: Words,
})
export type InspectionItem = z.infer<typeof InspectionItem>

export const InspectionFigure = z.object({
  label: Words,
  value: Words,
  isOver: z.boolean().describe('Beyond what is in time or allowed'),
})
export type InspectionFigure = z.infer<typeof InspectionFigure>

export const InspectionCheck = z.object({
  number: z.number().int(),
  key: z.enum(checkKeys),
  title: Words,
  checked: Words.describe('What was looked at'),
  state: z.enum(['good', 'watch', 'bad']),
  count: z.number().int().describe('Items found, also beyond those listed'),
  figures: z.array(InspectionFigure),
  items: z.array(InspectionItem),
})
export type InspectionCheck = z.infer<typeof InspectionCheck>

export const Inspection = z.object({
  at: z.iso.datetime(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  squad: z.string().nullable(),
  hazards: z.number().int().describe('Tickets in the period'),
  checks: z.array(InspectionCheck),
})
export type Inspection = z.infer<typeof Inspection>
