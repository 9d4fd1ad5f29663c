import { recordChange } from '../audit/audit.commands.ts'
import type { Database } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { NotFound, Unprocessable } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import { accountMessages } from './account-messages.ts'
import { keepInHistory, listFormerHashes, updateAccount } from './account.queries.ts'
import { openSession, type OpenedSession } from './auth.commands.ts'
import type { PasswordChange } from './auth.schema.ts'
import { checkOwnPassword, type Asking } from './credentials.commands.ts'
import { deleteSessionById, deleteSessionsOf } from './own-session.queries.ts'
import { passwordRefusal, passwordRules } from './password-rules.ts'
import { hashPassword, matchesPassword } from './password.commands.ts'
import { deleteTokensOf } from './token.queries.ts'

const refuse = (path: string, message: Text) => new Unprocessable(message, [{ path, message }])

async function wasUsedBefore(db: Database, userId: string, next: string): Promise<boolean> {
  for (const hash of await listFormerHashes(db, userId, passwordRules.remembered))
    if (await matchesPassword(hash, next)) return true
  return false
}

const subject = (actor: Actor, at: Date) => ({ objectType: 'user_account', objectId: actor.id, at })

/**
 * Ends every session of the account and opens one anew: whoever had taken one over is out. Tokens do work of their own
 * that a change from habit should not stop, so their owner says whether they end too.
 */
export async function changeOwnPassword(
  db: Database,
  actor: Actor,
  { current, next, revokeTokens }: PasswordChange,
  asking: Asking,
): Promise<OpenedSession> {
  const { now, caller } = asking
  if (!(await checkOwnPassword(db, actor.username, current, asking)))
    throw refuse('current', accountMessages.wrongCurrent())
  const refusal = passwordRefusal(next, actor.username)
  if (refusal) throw refuse('next', refusal)
  if (await wasUsedBefore(db, actor.id, next))
    throw refuse('next', accountMessages.usedBefore(passwordRules.remembered))
  const password_hash = await hashPassword(next)
  return db.transaction().execute(async (trx) => {
    await keepInHistory(trx, actor.id, now, passwordRules.remembered)
    const columns = { password_hash, must_change_password: false, password_changed_at: now, updated_at: now }
    await updateAccount(trx, actor.id, { ...columns, failed_attempts: 0, locked_until: null })
    const after = {
      endedSessions: await deleteSessionsOf(trx, actor.id),
      ...(revokeTokens ? { revokedTokens: await deleteTokensOf(trx, actor.id) } : {}),
    }
    await recordChange(trx, actor, { action: 'user.changePassword', after, ...subject(actor, now) })
    return openSession(trx, actor.id, now, caller)
  })
}

export async function endSession(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await deleteSessionById(trx, actor.id, id))) throw new NotFound(accountMessages.unknownSession())
    await recordChange(trx, actor, { action: 'session.end', after: { session: id }, ...subject(actor, now) })
  })
}

export async function endAllSessions(db: Database, actor: Actor, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await deleteSessionsOf(trx, actor.id)
    const after = { endedSessions: ended }
    await recordChange(trx, actor, { action: 'session.endAll', after, ...subject(actor, now) })
  })
}
