import { z } from 'zod'
import { rights, type Permission } from './permissions.ts'

export const SignIn = z.object({
  username: z.string().trim().toLowerCase().min(1).max(64),
  password: z.string().min(1).max(256),
})
export type SignIn = z.infer<typeof SignIn>

export const SessionAnswer = z.object({
  username: z.string(),
  displayName: z.string(),
  personKind: z.enum(['sworn', 'civilian', 'auxiliary']),
  department: z.string(),
  departmentName: z.string(),
  permissions: z.array(z.enum(Object.keys(rights) as [Permission, ...Permission[]])),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>
