import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '../db/id.ts'
import { Unprocessable } from '../http/problem.ts'
import { photoKey } from './photo-key.ts'
import { photoMessages } from './photo-messages.ts'
import type { PhotoStore } from './photo-store.ts'
import type { ArrivedPhoto } from './receive-photo.commands.ts'
import type { MadeFile, PreparedPhoto } from './studio-protocol.ts'
import type { Studio } from './studio.commands.ts'
import type { WatermarkText } from './watermark.ts'

/** What the routes of photos work with. */
export interface PhotoServices {
  readonly store: PhotoStore
  readonly studio: Studio
  /** Where photos arrive before they are kept. */
  readonly folder: string
}

/** Opens the picture for real; refuses what is none. */
export async function preparePhoto({ studio }: PhotoServices, arrived: ArrivedPhoto): Promise<PreparedPhoto> {
  const answer = await studio({ kind: 'prepare', file: arrived.file })
  if (answer.kind === 'prepared') return answer.photo
  const message = photoMessages.refused(answer.kind === 'refused' ? answer.why : 'unreadable')
  throw new Unprocessable(message, [{ path: 'file', message }])
}

/** Kept before any row names it: a row without its photo cannot be, a photo without a row does no harm. */
export async function keepPhoto(
  { store }: PhotoServices,
  { sha256, file, bytes }: ArrivedPhoto,
  { mediaType, preview, thumbnail }: PreparedPhoto,
): Promise<void> {
  await store.put(photoKey(sha256, 'original'), file, { mediaType, bytes, sha256 })
  await store.put(photoKey(sha256, 'preview'), preview.file, { mediaType: 'image/jpeg', ...preview })
  await store.put(photoKey(sha256, 'thumbnail'), thumbnail.file, { mediaType: 'image/jpeg', ...thumbnail })
}

/** A copy with the mark burnt in, on the disk until whoever asked has sent it. */
export async function markedCopy(
  { store, studio, folder }: PhotoServices,
  sha256: string,
  text: WatermarkText,
): Promise<(MadeFile & { readonly arrival: string }) | undefined> {
  const original = await store.get(photoKey(sha256, 'original'))
  if (!original) return undefined
  await mkdir(folder, { recursive: true })
  const arrival = join(folder, newId())
  await pipeline(original.stream, createWriteStream(arrival))
  const answer = await studio({ kind: 'watermark', file: arrival, text })
  if (answer.kind === 'watermarked') return { ...answer.copy, arrival }
  throw new Error('A kept photo could not be marked.')
}
