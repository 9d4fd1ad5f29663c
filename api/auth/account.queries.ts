import { sql, type Insertable, type Updateable } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { PersonKind } from '../http/actor.ts'
import type { UserAccountTable } from './auth.table.ts'

export interface AccountRow {
  readonly id: string
  readonly username: string
  readonly displayName: string
  readonly personKind: PersonKind
  readonly department: string
  readonly departmentName: string
  readonly isActive: boolean
  readonly demo: boolean
  readonly mustChangePassword: boolean
  readonly lockedUntil: Date | null
  readonly lastSignedInAt: Date | null
  readonly passwordChangedAt: Date | null
  readonly createdAt: Date
  readonly version: number
}

const selectAccounts = (db: Database) =>
  db
    .selectFrom('user_account')
    .leftJoin('squad', 'squad.code', 'user_account.department')
    .select(['user_account.id', 'username', 'display_name as displayName', 'person_kind as personKind'])
    .select(['department', 'is_active as isActive', 'user_account.is_demo as demo'])
    .select(['must_change_password as mustChangePassword', 'locked_until as lockedUntil'])
    .select(['last_signed_in_at as lastSignedInAt', 'password_changed_at as passwordChangedAt'])
    .select(['user_account.created_at as createdAt', 'version'])
    .select((eb) => eb.fn.coalesce('squad.name', 'department').as('departmentName'))

export function listAccounts(db: Database): Promise<AccountRow[]> {
  return selectAccounts(db).orderBy('department').orderBy('username').execute()
}

export function findAccountById(db: Database, id: string): Promise<AccountRow | undefined> {
  return selectAccounts(db).where('user_account.id', '=', id).executeTakeFirst()
}

export function listDepartments(db: Database): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('squad').select(['code', 'name']).orderBy('code').execute()
}

/** False where the name is taken. */
export async function insertAccount(trx: Trx, row: Insertable<UserAccountTable>): Promise<boolean> {
  const inserted = await trx
    .insertInto('user_account')
    .values(row)
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateAccount(trx: Trx, id: string, row: Updateable<UserAccountTable>): Promise<void> {
  await trx
    .updateTable('user_account')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** In one order: two administrators who deactivate each other wait here, and the second finds himself the last. */
export async function lockAdministrators(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('user_account')
    .select('id')
    .where('department', '=', 'ADMIN')
    .where('is_active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export async function lockAccount(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('user_account').select('id').where('id', '=', id).forUpdate().execute()
}

/** Keeps the hash that is about to be replaced, and forgets what is older than the rules remember. */
export async function keepInHistory(trx: Trx, userId: string, at: Date, remembered: number): Promise<void> {
  await sql`
    insert into password_history (user_id, changed_at, password_hash)
    select id, ${at}::timestamptz, password_hash from user_account where id = ${userId}
    on conflict do nothing`.execute(trx)
  await sql`
    delete from password_history where user_id = ${userId} and changed_at not in (
      select changed_at from password_history where user_id = ${userId}
      order by changed_at desc limit ${remembered})`.execute(trx)
}

/** The present password and those before it. */
export async function listFormerHashes(db: Database, userId: string, remembered: number): Promise<string[]> {
  const present = await db
    .selectFrom('user_account')
    .select('password_hash')
    .where('id', '=', userId)
    .executeTakeFirst()
  const former = await db
    .selectFrom('password_history')
    .select('password_hash')
    .where('user_id', '=', userId)
    .orderBy('changed_at', 'desc')
    .limit(remembered - 1)
    .execute()
  return [...(present ? [present] : []), ...former].map(({ password_hash }) => password_hash)
}
