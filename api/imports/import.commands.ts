import { rm } from 'node:fs/promises'
import type { z } from 'zod'
import { recordChange } from '../audit/audit.commands.ts'
import { isPermitted, type Permission } from '../auth/permissions.ts'
import type { Actor } from '../http/actor.ts'
import { Conflict, Forbidden, NotFound, Unprocessable } from '../http/problem.ts'
import { fieldErrors } from '../http/validate.ts'
import { httpMessages } from '../http/http-messages.ts'
import { importMessages } from './import-messages.ts'
import { stagedFile } from './import-read.commands.ts'
import type { ImportServices } from './import-services.ts'
import type { ImportKind } from './import-types.ts'
import type { Upload } from './import-upload.commands.ts'
import { ImportUpload, type ImportChange } from './import.schema.ts'
import {
  deleteBatch,
  findBatch,
  insertBatch,
  listSilentBatches,
  moveBatch,
  type Batch,
} from './import.queries.ts'

const permissions: Readonly<Record<ImportKind, Permission>> = {
  accidents: 'accident:write',
  hazards: 'import:ledgers',
  facilities: 'import:ledgers',
}

export function requireImportRight(actor: Actor, kind: ImportKind): void {
  if (!isPermitted(actor, permissions[kind])) throw new Forbidden(importMessages.notPermitted(kind))
}

export const mayImport = (actor: Actor): boolean =>
  Object.values(permissions).some((permission) => isPermitted(actor, permission))

export async function requireBatch(services: ImportServices, id: string, actor?: Actor): Promise<Batch> {
  await settleSilent(services)
  const batch = await findBatch(services.db, id)
  if (!batch) throw new NotFound(importMessages.unknownBatch())
  if (actor) requireImportRight(actor, batch.kind)
  return batch
}

/**
 * A service that was killed leaves batches under way behind. Its transaction was rolled back by the database, so a
 * commit is where it was before; what was half read is read again.
 */
export async function settleSilent({ db, board, now, isAlone }: ImportServices): Promise<void> {
  for (const { id, status } of await listSilentBatches(db, isAlone)) {
    if (board.isAtWork(id)) continue
    const isCommit = status === 'committing'
    const note = isCommit ? importMessages.interruptedCommit() : importMessages.interruptedReading()
    const change = { notes: JSON.stringify([note]), updated_at: now() }
    if (isCommit) await moveBatch(db, id, ['committing'], { status: 'preview', ...change })
    else await moveBatch(db, id, ['reading'], { status: 'failed', ...change })
  }
}

/** The batch of a staged file, which is about to be read. */
export async function insertUpload(
  { db, now }: Pick<ImportServices, 'db' | 'now' | 'folder'>,
  { id, name, bytes, hash }: Upload,
  { kind, crs, procedure, sheet }: z.output<typeof ImportUpload>,
  actor: Actor,
): Promise<void> {
  const at = now()
  await insertBatch(db, {
    id,
    kind,
    status: 'reading',
    file_name: name,
    file_bytes: bytes,
    file_hash: hash,
    sheet: sheet ?? null,
    crs: crs ?? null,
    procedure: procedure ?? null,
    created_at: at,
    created_by: actor.id,
    created_by_name: actor.displayName,
    updated_at: at,
    updated_by: actor.id,
  })
}

/** A file that has arrived becomes a batch; reading it begins afterwards. */
export async function openBatch(
  { db, now, folder }: ImportServices,
  { id, name, bytes, hash, fields }: Upload,
  actor: Actor,
): Promise<string> {
  const parsed = ImportUpload.safeParse(fields)
  try {
    if (!parsed.success) {
      const errors = fieldErrors(parsed.error.issues)
      throw new Unprocessable(httpMessages.refusedValues(errors.length), errors)
    }
    requireImportRight(actor, parsed.data.kind)
  } catch (error) {
    await rm(stagedFile(folder, id), { force: true })
    throw error
  }
  await insertUpload({ db, now, folder }, { id, name, bytes, hash, fields }, parsed.data, actor)
  return id
}

const isRead = ({ rule: _rule, ...reading }: ImportChange) =>
  Object.values(reading).some((value) => value !== undefined)

/** Another column, sheet or datum reads the file again; a rule only decides differently what was read. */
export async function changeBatch(
  { db, now, board }: ImportServices,
  batch: Batch,
  change: ImportChange,
  actor: Actor,
): Promise<{ readsAgain: boolean }> {
  const readsAgain = isRead(change) || change.rule === undefined
  if (board.isAtWork(batch.id)) throw new Conflict(importMessages.stillReading())
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const isMoved = await moveBatch(db, batch.id, readsAgain ? ['preview', 'failed'] : ['preview'], {
    ...(change.fields === undefined ? {} : { fields: json(change.fields) }),
    ...(change.crs === undefined ? {} : { crs: change.crs }),
    ...(change.procedure === undefined ? {} : { procedure: change.procedure }),
    // The columns of one sheet say nothing of another.
    ...(change.sheet === undefined ? {} : { sheet: change.sheet, fields: json(change.fields ?? null) }),
    ...(change.rule === undefined ? {} : { rule: JSON.stringify({ ...batch.rule, ...change.rule }) }),
    ...(readsAgain ? { status: 'reading' as const } : {}),
    updated_at: now(),
    updated_by: actor.id,
  })
  if (!isMoved) throw new Conflict(importMessages.notInPreview(batch.status))
  return { readsAgain }
}

/** Ends what is under way; what only waits is set aside. */
export async function cancelBatch(
  { db, now, board }: ImportServices,
  batch: Batch,
  actor: Actor,
): Promise<void> {
  if (board.cancel(batch.id)) return
  const change = { status: 'cancelled' as const, updated_at: now(), updated_by: actor.id }
  if (!(await moveBatch(db, batch.id, ['preview', 'failed'], change)))
    throw new Conflict(importMessages.notInPreview(batch.status))
}

/** An import that came to nothing leaves no rows and no file; that it was thrown away stays in the trail. */
export async function dropBatch({ db, now, folder, board }: ImportServices, batch: Batch, actor: Actor) {
  if (['committed', 'undone'].includes(batch.status)) throw new Conflict(importMessages.committedIsKept())
  if (board.isAtWork(batch.id)) throw new Conflict(importMessages.stillReading())
  await db.transaction().execute(async (trx) => {
    await deleteBatch(trx, batch.id)
    await recordChange(trx, actor, {
      action: 'import.drop',
      objectType: 'import',
      objectId: batch.id,
      before: { kind: batch.kind, file: batch.file_name, fileHash: batch.file_hash },
      at: now(),
    })
  })
  await rm(stagedFile(folder, batch.id), { force: true })
}
