import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { recordChange } from '../../audit/audit.commands.ts'
import type { Database } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound } from '../../http/problem.ts'
import { forgetArrival } from '../../photos/receive-photo.commands.ts'
import { markedCopy, type PhotoServices } from '../../photos/keep-photo.commands.ts'
import { photoHash, photoKey } from '../../photos/photo-key.ts'
import { photoTypes, type PhotoType } from '../../photos/sniff-photo.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { hazardPhotoMessages } from './hazard-photo-messages.ts'
import type { PhotoSize } from './hazard-photo.schema.ts'
import { isReadingRecorded, type AskedUse, type FindPhotoUse, type PhotoUse } from './photo-file.queries.ts'

export interface PhotoFile {
  readonly stream: Readable
  readonly bytes: number
  readonly mediaType: string
  readonly name: string
}

interface Asked extends AskedUse {
  readonly size: PhotoSize
}

/** The store, and who says which records show a photo. */
export interface PhotoFileServices extends PhotoServices {
  readonly uses: readonly FindPhotoUse[]
}

const recordedActions: Partial<Record<PhotoSize, string>> = {
  original: 'photo.readOriginal',
  export: 'photo.exportCopy',
  masked: 'photo.exportMaskedCopy',
}

/**
 * Who looked at an original or took a copy out is answered by day: a viewer that asks three times for the same photo
 * would only bury the first entry.
 */
async function recordReading(db: Database, { sha256, size }: Asked, use: PhotoUse, { actor, at }: Acting) {
  const action = recordedActions[size]
  if (!action) return
  const since = new Date(`${bannerDay(at)}T00:00:00+08:00`)
  if (await isReadingRecorded(db, { sha256, action, actorId: actor.id, since })) return
  const after = { [use.kind]: use.id, number: use.number }
  await db
    .transaction()
    .execute((trx) => recordChange(trx, actor, { action, objectType: 'photo', objectId: sha256, after, at }))
}

/** The user name and not the display name: it is the one that the audit trail tells apart. */
function markOf({ number, isDemo }: PhotoUse, { actor, at }: Acting) {
  const local = new Date(at.getTime() + 8 * 3600 * 1000).toISOString()
  const time = `${local.slice(0, 10)} ${local.slice(11, 16)}`
  const across = isDemo ? '内部资料 注意保存 演示数据' : '内部资料 注意保存'
  return { across, foot: `内部资料 注意保存 · ${number} · ${actor.username} · ${time}` }
}

async function copyFile(services: PhotoServices, asked: Asked, use: PhotoUse, acting: Acting) {
  const copy = await markedCopy(services, asked.sha256, markOf(use, acting))
  if (!copy) throw new NotFound(hazardPhotoMessages.originalMissing())
  const stream = createReadStream(copy.file)
  stream.once('close', () => void forgetArrival(copy.arrival))
  return { stream, bytes: copy.bytes, mediaType: 'image/jpeg', name: `${asked.sha256.slice(0, 12)}.jpg` }
}

async function storedFile({ store }: PhotoServices, { sha256, size }: Asked, { mediaType }: PhotoUse) {
  const variant = size === 'preview' || size === 'thumbnail' ? size : 'original'
  const stored = await store.get(photoKey(sha256, variant))
  if (!stored) throw new NotFound(hazardPhotoMessages.originalMissing())
  const type = variant === 'original' ? mediaType : 'image/jpeg'
  const ending = photoTypes[type as PhotoType]
  return { ...stored, mediaType: type, name: `${sha256.slice(0, 12)}.${ending}` }
}

async function findUses(db: Database, { uses }: PhotoFileServices, asked: Asked): Promise<PhotoUse[]> {
  const found = await Promise.all(uses.map((find) => find(db, asked)))
  return found.filter((use) => use !== undefined)
}

/** Only photos that some record shows: knowing or guessing a hash opens nothing. The record that was asked for goes first. */
export async function requirePhotoUse(
  db: Database,
  services: PhotoFileServices,
  asked: Asked,
): Promise<PhotoUse> {
  const uses = photoHash.test(asked.sha256) ? await findUses(db, services, asked) : []
  const use = uses.find(({ id }) => id === asked.hazard || id === asked.facility) ?? uses[0]
  if (!use) throw new NotFound(hazardPhotoMessages.unknownPhoto())
  if (asked.size === 'masked' && !use.mayGoOutside) throw new Conflict(hazardPhotoMessages.notMasked())
  return use
}

/** Recorded before it is sent: what could not be recorded is not shown. */
export async function openPhoto(
  db: Database,
  services: PhotoFileServices,
  asked: Asked,
  acting: Acting,
): Promise<PhotoFile> {
  const use = await requirePhotoUse(db, services, asked)
  const isCopy = asked.size === 'export' || asked.size === 'masked'
  const file = isCopy ? await copyFile(services, asked, use, acting) : await storedFile(services, asked, use)
  try {
    await recordReading(db, asked, use, acting)
  } catch (error) {
    file.stream.destroy()
    throw error
  }
  return file
}

/** The same for whoever holds the photo already and only asks whether it is still the same. */
export async function confirmReading(
  db: Database,
  services: PhotoFileServices,
  asked: Asked,
  acting: Acting,
): Promise<void> {
  await recordReading(db, asked, await requirePhotoUse(db, services, asked), acting)
}
