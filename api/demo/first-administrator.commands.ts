import { randomBytes } from 'node:crypto'
import { recordChange } from '../audit/audit.commands.ts'
import { hashPassword } from '../auth/password.commands.ts'
import { newId } from '../db/id.ts'
import type { Database } from '../db/tables.ts'
import { systemActor } from '../http/actor.ts'
import { hasAccounts } from './demo.queries.ts'

const username = 'admin'

/** Without the demo accounts nobody could sign in: one administrator is made, who makes the others. */
export async function makeFirstAdministrator(
  db: Database,
  now: Date,
): Promise<{ readonly username: string; readonly password: string } | undefined> {
  if (await hasAccounts(db)) return undefined
  const password = randomBytes(12).toString('base64url')
  const password_hash = await hashPassword(password)
  const id = newId()
  await db.transaction().execute(async (trx) => {
    const row = {
      id,
      username,
      display_name: '管理员',
      person_kind: 'civilian' as const,
      department: 'ADMIN',
    }
    await trx
      .insertInto('user_account')
      .values({ ...row, password_hash, must_change_password: true, created_at: now, updated_at: now })
      .execute()
    await recordChange(trx, systemActor, {
      action: 'user.create',
      objectType: 'user_account',
      objectId: id,
      after: row,
      at: now,
    })
  })
  return { username, password }
}
