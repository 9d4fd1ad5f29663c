import type { Database, Trx } from '../db/tables.ts'

export interface OpenSession {
  readonly id: string
  readonly address: string | null
  readonly device: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** Those that still open the door, the one used last first. */
export function listSessionsOf(
  db: Database,
  userId: string,
  { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
): Promise<OpenSession[]> {
  return db
    .selectFrom('session')
    .select(['id', 'address', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>=', idleSince)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function deleteSessionById(trx: Trx, userId: string, id: string): Promise<boolean> {
  const result = await trx
    .deleteFrom('session')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Gives how many there were. */
export async function deleteSessionsOf(trx: Trx, userId: string): Promise<number> {
  const result = await trx.deleteFrom('session').where('user_id', '=', userId).executeTakeFirst()
  return Number(result.numDeletedRows)
}
