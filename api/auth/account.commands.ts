import { recordChange } from '../audit/audit.commands.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import type { Actor } from '../http/actor.ts'
import { Conflict, Forbidden, NotFound, Unprocessable } from '../http/problem.ts'
import { accountMessages } from './account-messages.ts'
import {
  findAccountById,
  insertAccount,
  keepInHistory,
  listDepartments,
  lockAccount,
  lockAdministrators,
  updateAccount,
  type AccountRow,
} from './account.queries.ts'
import type { AccountPatch, NewAccount } from './account.schema.ts'
import { deleteSessionsOf } from './own-session.queries.ts'
import { passwordRules } from './password-rules.ts'
import { hashPassword, makeOneTimePassword } from './password.commands.ts'
import { deleteTokensOf } from './token.queries.ts'

const subject = (id: string, at: Date) => ({ objectType: 'user_account', objectId: id, at })

async function requireDepartment(db: Database, department: string | undefined): Promise<void> {
  if (department === undefined) return
  if ((await listDepartments(db)).some(({ code }) => code === department)) return
  const message = accountMessages.unknownDepartment(department)
  throw new Unprocessable(message, [{ path: 'department', message }])
}

export async function createAccount(db: Database, input: NewAccount, { actor, at }: Acting) {
  await requireDepartment(db, input.department)
  const oneTimePassword = makeOneTimePassword()
  const password_hash = await hashPassword(oneTimePassword)
  const id = newId()
  const account = await db.transaction().execute(async (trx) => {
    const { username, displayName, personKind, department } = input
    const person = { id, username, display_name: displayName, person_kind: personKind, department }
    const password = { password_hash, must_change_password: true, password_changed_at: at }
    if (!(await insertAccount(trx, { ...person, ...password, created_at: at, updated_at: at })))
      throw new Conflict(accountMessages.nameTaken(username))
    await recordChange(trx, actor, { action: 'user.create', after: input, ...subject(id, at) })
    return (await findAccountById(trx, id))!
  })
  return { account, oneTimePassword }
}

async function takeAccount(trx: Trx, id: string, version?: number): Promise<AccountRow> {
  await lockAccount(trx, id)
  const account = await findAccountById(trx, id)
  if (!account) throw new NotFound(accountMessages.unknownAccount())
  if (version !== undefined && version !== account.version)
    throw new Conflict(accountMessages.stale(), [], { version: account.version })
  return account
}

/** Nobody gives himself other rights, and somebody is left who can manage accounts. */
function refuseOwnRights(account: AccountRow, patch: AccountPatch, actor: Actor, administrators: string[]) {
  const leaves = patch.isActive === false || (patch.department ?? 'ADMIN') !== 'ADMIN'
  if (administrators.includes(account.id) && administrators.length === 1 && leaves)
    throw new Conflict(accountMessages.lastAdministrator())
  const isOther = (key: 'personKind' | 'department' | 'isActive') =>
    patch[key] !== undefined && patch[key] !== account[key]
  if (account.id === actor.id && (isOther('personKind') || isOther('department') || isOther('isActive')))
    throw new Forbidden(accountMessages.notYourself())
}

const columnsOf = ({ displayName, personKind, department, isActive }: AccountPatch) => ({
  ...(displayName === undefined ? {} : { display_name: displayName }),
  ...(personKind === undefined ? {} : { person_kind: personKind }),
  ...(department === undefined ? {} : { department }),
  ...(isActive === undefined ? {} : { is_active: isActive }),
})

const endAllDoors = async (trx: Trx, id: string) => ({
  endedSessions: await deleteSessionsOf(trx, id),
  revokedTokens: await deleteTokensOf(trx, id),
})

/** Rights are read at every request, so live sessions carry the new ones at once; a deactivated account has none, and no door is left ajar for the day it is activated again. */
export async function changeAccount(
  db: Database,
  { id, version }: { readonly id: string; readonly version: number },
  patch: AccountPatch,
  { actor, at }: Acting,
): Promise<AccountRow> {
  await requireDepartment(db, patch.department)
  return db.transaction().execute(async (trx) => {
    const administrators = await lockAdministrators(trx)
    const account = await takeAccount(trx, id, version)
    refuseOwnRights(account, patch, actor, administrators)
    await updateAccount(trx, id, { ...columnsOf(patch), updated_at: at })
    const ended = patch.isActive === false ? await endAllDoors(trx, id) : {}
    const before = Object.keys(patch).map((key) => [key, account[key as keyof AccountPatch]])
    const after = { ...patch, ...ended }
    const change = { before: Object.fromEntries(before), after, ...subject(id, at) }
    await recordChange(trx, actor, { action: 'user.change', ...change })
    return (await findAccountById(trx, id))!
  })
}

export async function unlockAccount(db: Database, id: string, { actor, at }: Acting): Promise<AccountRow> {
  return db.transaction().execute(async (trx) => {
    const { lockedUntil } = await takeAccount(trx, id)
    await updateAccount(trx, id, { failed_attempts: 0, locked_until: null, updated_at: at })
    await recordChange(trx, actor, { action: 'user.unlock', before: { lockedUntil }, ...subject(id, at) })
    return (await findAccountById(trx, id))!
  })
}

/** Whoever knew the old password is out: sessions end and tokens are revoked. */
export async function resetPassword(db: Database, id: string, { actor, at }: Acting) {
  if (id === actor.id) throw new Forbidden(accountMessages.changeYourOwn())
  const oneTimePassword = makeOneTimePassword()
  const password_hash = await hashPassword(oneTimePassword)
  const account = await db.transaction().execute(async (trx) => {
    await takeAccount(trx, id)
    await keepInHistory(trx, id, at, passwordRules.remembered)
    const password = { password_hash, must_change_password: true, password_changed_at: at }
    await updateAccount(trx, id, { ...password, failed_attempts: 0, locked_until: null, updated_at: at })
    const after = await endAllDoors(trx, id)
    await recordChange(trx, actor, { action: 'user.resetPassword', after, ...subject(id, at) })
    return (await findAccountById(trx, id))!
  })
  return { account, oneTimePassword }
}
