import { z } from 'zod'
import { rights, type Permission } from './permissions.ts'

export const SignIn = z.object({
  username: z.string().trim().toLowerCase().min(1).max(64),
  password: z.string().min(1).max(256),
})
export type SignIn = z.infer<typeof SignIn>

export const PermissionId = z.enum(Object.keys(rights) as [Permission, ...Permission[]])
export const PersonKindId = z.enum(['sworn', 'civilian', 'auxiliary'])

export const SessionAnswer = z.object({
  username: z.string(),
  displayName: z.string(),
  personKind: PersonKindId,
  department: z.string(),
  departmentName: z.string(),
  mustChangePassword: z.boolean().describe('Until it is changed every other path answers 403'),
  permissions: z.array(PermissionId),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

export const PasswordChange = z.object({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
  revokeTokens: z.boolean().optional().describe('Also ends what programs do with my tokens'),
})
export type PasswordChange = z.infer<typeof PasswordChange>

export const OwnSession = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
})
export type OwnSession = z.infer<typeof OwnSession>
export const OwnSessionList = z.object({ items: z.array(OwnSession) })
