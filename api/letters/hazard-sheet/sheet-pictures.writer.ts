import sharp from 'sharp'
import type { Drawing, Lettering } from '../../documents/inset/lettering.ts'
import { lettered, rasterOf, rasterSize } from '../../documents/inset/raster.writer.ts'
import { markedPhoto } from '../../documents/marked-photo.writer.ts'
import type { Picture } from '../../documents/paper.ts'
import { photoKey } from '../../photos/photo-key.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import type { WatermarkText } from '../../photos/watermark.ts'
import type { ChosenPhoto } from './sheet-photos.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface PhotoDesk {
  readonly store: PhotoStore
  readonly lettering: Lettering
  /** Burnt into each photo of a copy for outside. */
  readonly mark?: WatermarkText | undefined
}

const quality = 74

async function bytesOf(store: PhotoStore, sha256: string): Promise<Buffer | undefined> {
  // Previews were made by the service itself: nothing that a stranger sent is opened here.
  const stored = await store.get(photoKey(sha256, 'preview'))
  if (!stored) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of stored.stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function missing({ width, height }: Size, lettering: Lettering): Promise<Uint8Array> {
  const place = { x: width / 2, y: height / 2, anchor: 'middle' } as const
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#e6e3dc"/></svg>`
  const drawing: Drawing = {
    ...{ svg, width, height },
    lettered: [{ ...place, text: '照片原件不在照片库中', size: width / 22 }],
  }
  return (await lettered(drawing, lettering, 1)).jpeg({ quality }).toBuffer()
}

/** The whole photo: nothing of the evidence is cut off, what is left of the room stays grey. */
async function fitted({ store, lettering, mark }: PhotoDesk, sha256: string, size: Size) {
  const bytes = await bytesOf(store, sha256)
  if (!bytes) return missing(size, lettering)
  const photo = await sharp(bytes)
    .resize({ ...size, fit: 'contain', background: '#e6e3dc', kernel: 'cubic' })
    .jpeg({ quality })
    .toBuffer()
  return mark ? markedPhoto(photo, mark) : photo
}

const pixelsOf = ({ width, height }: Size) => ({ widthPixels: width, heightPixels: height })

export const photoPicture = (desk: PhotoDesk, { sha256, caption }: ChosenPhoto, size: Size): Picture => ({
  caption,
  ...pixelsOf(size),
  type: 'jpg',
  read: () => fitted(desk, sha256, size),
})

export const drawingPicture = (caption: string, drawing: Drawing, lettering: Lettering): Picture => ({
  caption,
  ...pixelsOf(rasterSize(drawing)),
  type: 'png',
  read: () => rasterOf(drawing, lettering),
})

/** All of a page are made at once, while the page before it is written: two cores draw faster than one. */
export function readTogether(pictures: readonly Picture[]): Picture[] {
  const started = pictures.map((picture) => picture.read())
  // Whoever never asks for the last of them must not bring the process down.
  for (const each of started) each.catch(() => undefined)
  return pictures.map((picture, i) => ({ ...picture, read: () => started[i]! }))
}
