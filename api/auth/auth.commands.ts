import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../db/tables.ts'
import { recordChange } from '../audit/audit.commands.ts'
import type { Actor } from '../http/actor.ts'
import type { Caller } from '../http/caller.ts'
import { TooManyRequests, Unauthorized } from '../http/problem.ts'
import { authMessages } from './auth-messages.ts'
import {
  clearFailedSignIns,
  countFailedSignIn,
  deleteExpiredSessions,
  deleteSession,
  findAccount,
  findSession,
  insertSession,
  touchSession,
  type Account,
  type SignedIn,
} from './auth.queries.ts'
import type { SignIn } from './auth.schema.ts'
import { hashPassword, matchesPassword } from './password.commands.ts'

const attemptsBeforeLock = 5
const lockMinutes = 15
const idleMinutes = 30
const longestSessionHours = 12
const minute = 60_000

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

let decoyHash: Promise<string> | undefined

/** An unknown name costs the same time as a wrong password, so that names cannot be guessed by the clock. */
function decoy(): Promise<string> {
  return (decoyHash ??= hashPassword('no such account'))
}

async function refuseWrongPassword(db: Database, account: Account, now: Date): Promise<never> {
  await countFailedSignIn(db, account.id, attemptsBeforeLock, new Date(now.getTime() + lockMinutes * minute))
  throw new Unauthorized(authMessages.wrongCredentials())
}

async function checkCredentials(db: Database, input: SignIn, now: Date): Promise<Account> {
  const account = await findAccount(db, input.username)
  if (account?.lockedUntil && account.lockedUntil > now) {
    throw new TooManyRequests(
      authMessages.locked(Math.ceil((account.lockedUntil.getTime() - now.getTime()) / minute)),
    )
  }
  const isRight = await matchesPassword(account?.passwordHash ?? (await decoy()), input.password)
  if (!account) throw new Unauthorized(authMessages.wrongCredentials())
  if (!isRight) return refuseWrongPassword(db, account, now)
  return account
}

export interface OpenedSession {
  readonly token: string
  readonly expiresAt: Date
}

/** A new token at every sign-in, so that a token planted before it is worth nothing. */
export async function signIn(
  db: Database,
  input: SignIn,
  now: Date,
  caller: Caller = {},
): Promise<OpenedSession> {
  const account = await checkCredentials(db, input, now)
  const { id, username, displayName, personKind, department } = account
  const actor: Actor = { id, username, displayName, personKind, department, ...caller }
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + longestSessionHours * 60 * minute)
  await db.transaction().execute(async (trx) => {
    await deleteExpiredSessions(trx, now)
    await clearFailedSignIns(trx, id)
    await insertSession(trx, { tokenHash: hashToken(token), userId: id, at: now, expiresAt })
    await recordChange(trx, actor, {
      action: 'session.open',
      objectType: 'user_account',
      objectId: id,
      at: now,
    })
  })
  return { token, expiresAt }
}

/** Who the token belongs to; undefined when it is unknown, too old or was idle for too long. */
export async function actorOfSession(db: Database, token: string, now: Date): Promise<SignedIn | undefined> {
  const tokenHash = hashToken(token)
  const session = await findSession(db, tokenHash)
  if (!session) return undefined
  const { lastSeenAt, expiresAt, ...actor } = session
  const idle = now.getTime() - lastSeenAt.getTime()
  if (expiresAt <= now || idle > idleMinutes * minute) return undefined
  // One write a minute keeps the session alive; one per request would be a write for every tile.
  if (idle > minute) await touchSession(db, tokenHash, now)
  return actor
}

/** Signing out twice, or with a session that has ended, is no error. */
export async function signOut(db: Database, token: string, now: Date, caller: Caller = {}): Promise<void> {
  const actor = await actorOfSession(db, token, now)
  if (!actor) return
  await db.transaction().execute(async (trx) => {
    await deleteSession(trx, hashToken(token))
    await recordChange(
      trx,
      { ...actor, ...caller },
      {
        action: 'session.close',
        objectType: 'user_account',
        objectId: actor.id,
        at: now,
      },
    )
  })
}
