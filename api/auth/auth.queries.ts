import { sql } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import type { Caller } from '../http/caller.ts'

/** Who is signed in, with the name of the department for the page. */
export interface SignedIn extends Actor {
  readonly departmentName: string
  readonly mustChangePassword: boolean
  /** Absent where a program acts with a token. */
  readonly sessionId?: string
}

const actorColumns = [
  'user_account.id',
  'username',
  'display_name as displayName',
  'person_kind as personKind',
  'department',
] as const

/** What decides whether the password has to be changed first. */
const passwordColumns = [
  'must_change_password as mustChangePassword',
  'password_changed_at as passwordChangedAt',
  'user_account.is_demo as isDemo',
  'user_account.created_at as createdAt',
] as const

export interface Account extends Actor {
  readonly passwordHash: string
  readonly lockedUntil: Date | null
}

export function findAccount(db: Database, username: string): Promise<Account | undefined> {
  return db
    .selectFrom('user_account')
    .select([...actorColumns, 'password_hash as passwordHash', 'locked_until as lockedUntil'])
    .where('username', '=', username)
    .where('is_active', '=', true)
    .executeTakeFirst()
}

export interface FailureLimit {
  readonly limit: number
  readonly lockedUntil: Date
  readonly now: Date
}

/** Counted in the statement itself, so that guesses sent side by side are all counted; after a lock the count begins anew. */
export async function countFailedSignIn(
  trx: Trx,
  id: string,
  { limit, lockedUntil, now }: FailureLimit,
): Promise<number> {
  const attempts = sql<number>`(case when locked_until <= ${now}::timestamptz then 0 else failed_attempts end + 1)`
  const row = await trx
    .updateTable('user_account')
    .set({
      failed_attempts: attempts,
      locked_until: sql<Date | null>`case when ${attempts} >= ${limit} then ${lockedUntil}::timestamptz end`,
    })
    .where('id', '=', id)
    .returning('failed_attempts as attempts')
    .executeTakeFirst()
  return row?.attempts ?? 0
}

export async function clearFailedSignIns(db: Database, id: string, at: Date): Promise<void> {
  await db
    .updateTable('user_account')
    .set({ failed_attempts: 0, locked_until: null, last_signed_in_at: at })
    .where('id', '=', id)
    .execute()
}

export interface NewSession extends Caller {
  readonly tokenHash: string
  readonly userId: string
  readonly at: Date
  readonly expiresAt: Date
}

export async function insertSession(db: Database, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      user_id: session.userId,
      created_at: session.at,
      last_seen_at: session.at,
      expires_at: session.expiresAt,
      address: session.address ?? null,
      device: session.device ?? null,
    })
    .execute()
}

export interface FoundAccount extends Omit<SignedIn, 'mustChangePassword'> {
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: Date | null
  readonly isDemo: boolean
  readonly createdAt: Date
}

export interface FoundSession extends FoundAccount {
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export function findSession(db: Database, tokenHash: string): Promise<FoundSession | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('user_account', 'user_account.id', 'session.user_id')
    .leftJoin('squad', 'squad.code', 'user_account.department')
    .select([...actorColumns, ...passwordColumns, 'session.id as sessionId'])
    .select(['session.last_seen_at as lastSeenAt', 'session.expires_at as expiresAt'])
    .select((eb) => eb.fn.coalesce('squad.name', 'department').as('departmentName'))
    .where('token_hash', '=', tokenHash)
    .where('is_active', '=', true)
    .executeTakeFirst()
}

export interface FoundToken extends FoundAccount {
  readonly tokenId: string
  readonly tokenName: string
  readonly scopes: string[]
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

export function findTokenByHash(db: Database, tokenHash: string): Promise<FoundToken | undefined> {
  return db
    .selectFrom('api_token')
    .innerJoin('user_account', 'user_account.id', 'api_token.user_id')
    .leftJoin('squad', 'squad.code', 'user_account.department')
    .select([...actorColumns, ...passwordColumns, 'api_token.id as tokenId', 'api_token.name as tokenName'])
    .select(['scopes', 'api_token.expires_at as expiresAt', 'last_used_at as lastUsedAt'])
    .select((eb) => eb.fn.coalesce('squad.name', 'department').as('departmentName'))
    .where('token_hash', '=', tokenHash)
    .where('is_active', '=', true)
    .executeTakeFirst()
}

export async function touchSession(db: Database, tokenHash: string, at: Date): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: at }).where('token_hash', '=', tokenHash).execute()
}

export async function touchToken(db: Database, id: string, at: Date): Promise<void> {
  await db.updateTable('api_token').set({ last_used_at: at }).where('id', '=', id).execute()
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

export async function deleteExpiredSessions(db: Database, at: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', at).execute()
}

export async function findSquadName(db: Database, code: string): Promise<string> {
  const row = await db.selectFrom('squad').select('name').where('code', '=', code).executeTakeFirst()
  return row?.name ?? code
}
