import { z } from 'zod'
import { PersonKindId } from './auth.schema.ts'

const DisplayName = z.string().trim().min(1).max(30)
const Department = z.string().trim().min(1).max(10).describe('Code of a squad or department')

export const NewAccount = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9._-]{1,31}$/)
    .describe('2–32 small letters, digits, dots or hyphens, a letter first; it never changes'),
  displayName: DisplayName,
  personKind: PersonKindId,
  department: Department,
})
export type NewAccount = z.infer<typeof NewAccount>

export const AccountPatch = z
  .object({
    displayName: DisplayName,
    personKind: PersonKindId,
    department: Department,
    isActive: z.boolean(),
  })
  .partial()
export type AccountPatch = z.infer<typeof AccountPatch>

export const Account = z.object({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  personKind: PersonKindId,
  department: z.string(),
  departmentName: z.string(),
  isActive: z.boolean(),
  demo: z.boolean(),
  mustChangePassword: z.boolean(),
  lockedUntil: z.iso.datetime().nullable().describe('null where it is not locked now'),
  lastSignedInAt: z.iso.datetime().nullable(),
  passwordChangedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  version: z.number().int(),
})
export type Account = z.infer<typeof Account>

export const AccountList = z.object({
  items: z.array(Account),
  departments: z.array(z.object({ code: z.string(), name: z.string() })),
})

export const AccountWithPassword = Account.extend({
  oneTimePassword: z.string().describe('Shown this once; it must be changed at the first sign-in'),
})
