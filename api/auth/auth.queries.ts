import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'

/** Who is signed in, with the name of the department for the page. */
export interface SignedIn extends Actor {
  readonly departmentName: string
}

const actorColumns = [
  'user_account.id',
  'username',
  'display_name as displayName',
  'person_kind as personKind',
  'department',
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

/** Counted in the statement itself, so that guesses sent side by side are all counted. */
export async function countFailedSignIn(
  db: Database,
  id: string,
  limit: number,
  lockedUntil: Date,
): Promise<void> {
  await db
    .updateTable('user_account')
    .set({
      failed_attempts: sql<number>`failed_attempts + 1`,
      locked_until: sql<Date | null>`case when failed_attempts + 1 >= ${limit} then ${lockedUntil}::timestamptz else locked_until end`,
    })
    .where('id', '=', id)
    .execute()
}

export async function clearFailedSignIns(db: Database, id: string): Promise<void> {
  await db
    .updateTable('user_account')
    .set({ failed_attempts: 0, locked_until: null })
    .where('id', '=', id)
    .execute()
}

export interface NewSession {
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
    })
    .execute()
}

export interface FoundSession extends SignedIn {
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export function findSession(db: Database, tokenHash: string): Promise<FoundSession | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('user_account', 'user_account.id', 'session.user_id')
    .leftJoin('squad', 'squad.code', 'user_account.department')
    .select([...actorColumns, 'session.last_seen_at as lastSeenAt', 'session.expires_at as expiresAt'])
    .select((eb) => eb.fn.coalesce('squad.name', 'department').as('departmentName'))
    .where('token_hash', '=', tokenHash)
    .where('is_active', '=', true)
    .executeTakeFirst()
}

export async function touchSession(db: Database, tokenHash: string, at: Date): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: at }).where('token_hash', '=', tokenHash).execute()
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
