import type { Insertable } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { ApiTokenTable } from './auth.table.ts'

export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly scopes: string[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

export function listTokens(db: Database, userId: string): Promise<ApiToken[]> {
  return db
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'created_at as createdAt', 'expires_at as expiresAt'])
    .select('last_used_at as lastUsedAt')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertToken(trx: Trx, row: Insertable<ApiTokenTable>): Promise<void> {
  await trx.insertInto('api_token').values(row).execute()
}

/** Only the owner's: gives the name of what went. */
export async function deleteToken(trx: Trx, userId: string, id: string): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('api_token')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** Gives how many there were. */
export async function deleteTokensOf(trx: Trx, userId: string): Promise<number> {
  const result = await trx.deleteFrom('api_token').where('user_id', '=', userId).executeTakeFirst()
  return Number(result.numDeletedRows)
}
