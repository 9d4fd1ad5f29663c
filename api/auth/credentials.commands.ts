import { recordChange } from '../audit/audit.commands.ts'
import type { Database } from '../db/tables.ts'
import { failureWeight, type Access } from '../http/access.ts'
import { addressKey } from '../http/attempt-counter.ts'
import type { Caller } from '../http/caller.ts'
import { Problem, TooManyRequests, Unauthorized } from '../http/problem.ts'
import { authMessages } from './auth-messages.ts'
import { countFailedSignIn, findAccount, type Account } from './auth.queries.ts'
import type { SignIn } from './auth.schema.ts'
import { hashPassword, matchesPassword } from './password.commands.ts'

const attemptsBeforeLock = 5
const lockMinutes = 15
const minute = 60_000

/** Who asks, from where, when, and what this installation demands. */
export interface Asking {
  readonly now: Date
  readonly caller: Caller
  readonly access: Access
}

let decoyHash: Promise<string> | undefined

/** An unknown name costs the same time as a wrong password, so that names cannot be guessed by the clock. */
function decoy(): Promise<string> {
  return (decoyHash ??= hashPassword('no such account'))
}

const tooMany = (waitMs: number) => new TooManyRequests(authMessages.locked(Math.ceil(waitMs / minute)))

function refuseLocked(account: Account | undefined, username: string, { now, access }: Asking): void {
  const waitMs = account
    ? (account.lockedUntil?.getTime() ?? 0) - now.getTime()
    : access.failuresByUnknownName.take(username, now.getTime())
  if (waitMs > 0) throw tooMany(waitMs)
}

/** Counts a wrong password; the one that locks the account is written into the trail. */
export async function countWrongPassword(
  db: Database,
  account: Account,
  { now, caller }: Asking,
): Promise<void> {
  const lockedUntil = new Date(now.getTime() + lockMinutes * minute)
  await db.transaction().execute(async (trx) => {
    const attempts = await countFailedSignIn(trx, account.id, { limit: attemptsBeforeLock, lockedUntil, now })
    if (attempts !== attemptsBeforeLock) return
    const actor = { ...account, ...caller }
    const change = { objectType: 'user_account', objectId: account.id, at: now }
    await recordChange(trx, actor, { action: 'session.lock', after: { lockedUntil }, ...change })
  })
}

async function accountWith(db: Database, input: SignIn, asking: Asking): Promise<Account> {
  const account = await findAccount(db, input.username)
  refuseLocked(account, input.username, asking)
  const isRight = await matchesPassword(account?.passwordHash ?? (await decoy()), input.password)
  if (!account) throw new Unauthorized(authMessages.wrongCredentials())
  if (isRight) return account
  await countWrongPassword(db, account, asking)
  throw new Unauthorized(authMessages.wrongCredentials())
}

/** The account with this name and password. Every other case gives one answer, in about the same time. */
export async function checkCredentials(db: Database, input: SignIn, asking: Asking): Promise<Account> {
  const { access, now, caller } = asking
  const address = addressKey(caller.address)
  // Taken before and given back after, so that guesses sent side by side are all counted.
  const waitMs = access.failuresByAddress.take(address, now.getTime())
  if (waitMs > 0) throw new TooManyRequests(authMessages.tooManyFromHere(Math.ceil(waitMs / minute)))
  let isGuess = false
  try {
    return await accountWith(db, input, asking)
  } catch (error) {
    isGuess = error instanceof Problem
    throw error
  } finally {
    // A failure of ours is nobody's wrong password.
    if (isGuess) access.failuresByAddress.take(address, now.getTime(), failureWeight - 1)
    else access.failuresByAddress.giveBack(address)
  }
}

/** Asked of somebody who is signed in already: his own password, before it is changed. */
export async function checkOwnPassword(
  db: Database,
  username: string,
  password: string,
  asking: Asking,
): Promise<boolean> {
  const account = await findAccount(db, username)
  if (!account) return false
  refuseLocked(account, username, asking)
  if (await matchesPassword(account.passwordHash, password)) return true
  await countWrongPassword(db, account, asking)
  return false
}
