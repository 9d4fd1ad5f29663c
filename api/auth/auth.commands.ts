import { createHash, randomBytes } from 'node:crypto'
import type { Database, Trx } from '../db/tables.ts'
import { recordChange } from '../audit/audit.commands.ts'
import type { Access } from '../http/access.ts'
import type { Actor } from '../http/actor.ts'
import type { Caller } from '../http/caller.ts'
import {
  clearFailedSignIns,
  deleteExpiredSessions,
  deleteSession,
  findSession,
  insertSession,
  touchSession,
  type FoundAccount,
  type SignedIn,
} from './auth.queries.ts'
import type { SignIn } from './auth.schema.ts'
import { checkCredentials, type Asking } from './credentials.commands.ts'
import { isPasswordTooOld } from './password-rules.ts'

export const idleMinutes = 30
const longestSessionHours = 12
const minute = 60_000

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

export interface OpenedSession {
  readonly token: string
  readonly expiresAt: Date
}

/** A new token each time, so that a token planted before it is worth nothing. */
export async function openSession(
  trx: Trx,
  userId: string,
  now: Date,
  caller: Caller,
): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + longestSessionHours * 60 * minute)
  await insertSession(trx, { tokenHash: hashToken(token), userId, at: now, expiresAt, ...caller })
  return { token, expiresAt }
}

/** The session that was open in this browser before ends with the sign-in. */
export async function signIn(
  db: Database,
  input: SignIn,
  asking: Asking,
  earlier?: string,
): Promise<OpenedSession> {
  const account = await checkCredentials(db, input, asking)
  const { id, username, displayName, personKind, department } = account
  const { now, caller } = asking
  const actor: Actor = { id, username, displayName, personKind, department, ...caller }
  return db.transaction().execute(async (trx) => {
    await deleteExpiredSessions(trx, now)
    if (earlier) await deleteSession(trx, hashToken(earlier))
    await clearFailedSignIns(trx, id, now)
    const opened = await openSession(trx, id, now, caller)
    const change = { objectType: 'user_account', objectId: id, at: now }
    await recordChange(trx, actor, { action: 'session.open', ...change })
    return opened
  })
}

export function withPasswordAge<Found extends FoundAccount>(found: Found, now: Date, access: Access) {
  const { mustChangePassword, passwordChangedAt, isDemo, createdAt, ...person } = found
  const setAt = passwordChangedAt ?? createdAt
  const isTooOld = !isDemo && isPasswordTooOld(setAt, now, access.passwordMaxAgeDays)
  return { ...person, mustChangePassword: mustChangePassword || isTooOld }
}

/** Who the token belongs to; undefined when it is unknown, too old or was idle for too long. */
export async function actorOfSession(
  db: Database,
  token: string,
  now: Date,
  access: Access,
): Promise<SignedIn | undefined> {
  const tokenHash = hashToken(token)
  const session = await findSession(db, tokenHash)
  if (!session) return undefined
  const { lastSeenAt, expiresAt, ...found } = session
  const idle = now.getTime() - lastSeenAt.getTime()
  if (expiresAt <= now || idle > idleMinutes * minute) return undefined
  // One write a minute keeps the session alive; one per request would be a write for every tile.
  if (idle > minute) await touchSession(db, tokenHash, now)
  return withPasswordAge(found, now, access)
}

/** Signing out twice, or with a session that has ended, is no error. */
export async function signOut(db: Database, token: string, { now, caller, access }: Asking): Promise<void> {
  const actor = await actorOfSession(db, token, now, access)
  if (!actor) return
  await db.transaction().execute(async (trx) => {
    await deleteSession(trx, hashToken(token))
    const change = { objectType: 'user_account', objectId: actor.id, at: now }
    await recordChange(trx, { ...actor, ...caller }, { action: 'session.close', ...change })
  })
}
