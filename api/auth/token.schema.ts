import { z } from 'zod'
import { PermissionId } from './auth.schema.ts'

export const NewToken = z.object({
  name: z.string().trim().min(1).max(40).describe('What the program does'),
  scopes: z.array(PermissionId).min(1).max(40),
  expiresOn: z.iso.date().describe('The last day on which it works'),
})
export type NewToken = z.infer<typeof NewToken>

export const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.iso.datetime(),
  expiresOn: z.iso.date(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type Token = z.infer<typeof Token>

export const TokenList = z.object({ items: z.array(Token) })
export const MadeToken = Token.extend({ token: z.string().describe('Shown this once') })
export type MadeToken = z.infer<typeof MadeToken>
