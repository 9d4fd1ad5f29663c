import { randomBytes } from 'node:crypto'
import { recordChange } from '../audit/audit.commands.ts'
import { newId } from '../db/id.ts'
import type { Database } from '../db/tables.ts'
import type { Access } from '../http/access.ts'
import type { Actor } from '../http/actor.ts'
import { NotFound, Unprocessable } from '../http/problem.ts'
import { accountMessages } from './account-messages.ts'
import { hashToken, withPasswordAge } from './auth.commands.ts'
import { findTokenByHash, touchToken, type SignedIn } from './auth.queries.ts'
import { permissionsOf } from './permissions.ts'
import { deleteToken, insertToken, listTokens, type ApiToken } from './token.queries.ts'
import type { NewToken } from './token.schema.ts'

/** Tells a leaked token apart from any other text, for people and for scanners. */
const prefix = 'otog_'
const minuteMs = 60_000
const dayMs = 86_400_000
const longestDays = 366
const mostTokens = 20

/** The person whose token it is, with no more rights than both of them have; the trail names the token. */
export async function actorOfToken(
  db: Database,
  token: string,
  now: Date,
  access: Access,
): Promise<SignedIn | undefined> {
  if (!token.startsWith(prefix)) return undefined
  const found = await findTokenByHash(db, hashToken(token))
  if (!found || found.expiresAt <= now) return undefined
  const { lastUsedAt, expiresAt: _expiresAt, tokenName, ...account } = found
  const idleMs = now.getTime() - (lastUsedAt?.getTime() ?? 0)
  if (idleMs > minuteMs) await touchToken(db, found.tokenId, now)
  const person = withPasswordAge(account, now, access)
  return { ...person, displayName: `${person.displayName}（令牌：${tokenName}）` }
}

/** The token holds through its last day in the banner. */
const endOf = (day: string) => new Date(Date.parse(`${day}T00:00:00+08:00`) + dayMs)

async function tokenErrors(db: Database, actor: Actor, { scopes, expiresOn }: NewToken, now: Date) {
  const own = permissionsOf(actor)
  const lasts = endOf(expiresOn).getTime() - now.getTime()
  const foreign = scopes.filter((scope) => scope === 'account:manage' || !own.includes(scope))
  return [
    ...foreign.map((scope) => ({ path: 'scopes', message: accountMessages.scopeNotYours(scope) })),
    ...(lasts <= 0 || lasts > longestDays * dayMs
      ? [{ path: 'expiresOn', message: accountMessages.tokenLasts() }]
      : []),
    ...((await listTokens(db, actor.id)).length >= mostTokens
      ? [{ path: 'name', message: accountMessages.tooManyTokens(mostTokens) }]
      : []),
  ]
}

const subject = (id: string, at: Date) => ({ objectType: 'api_token', objectId: id, at })

export async function createToken(
  db: Database,
  actor: Actor,
  input: NewToken,
  now: Date,
): Promise<ApiToken & { readonly token: string }> {
  const errors = await tokenErrors(db, actor, input, now)
  if (errors.length > 0) throw new Unprocessable(errors[0]!.message, errors)
  const token = prefix + randomBytes(32).toString('base64url')
  const id = newId()
  const scopes = [...new Set(input.scopes)]
  const row = { id, user_id: actor.id, name: input.name, scopes, created_at: now }
  await db.transaction().execute(async (trx) => {
    await insertToken(trx, { ...row, token_hash: hashToken(token), expires_at: endOf(input.expiresOn) })
    await recordChange(trx, actor, {
      action: 'token.create',
      after: { ...input, scopes },
      ...subject(id, now),
    })
  })
  const made = (await listTokens(db, actor.id)).find((one) => one.id === id)!
  return { ...made, token }
}

export async function revokeToken(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const name = await deleteToken(trx, actor.id, id)
    if (name === undefined) throw new NotFound(accountMessages.unknownToken())
    await recordChange(trx, actor, { action: 'token.revoke', before: { name }, ...subject(id, now) })
  })
}
