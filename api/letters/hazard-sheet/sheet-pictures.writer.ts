import sharp from 'sharp'
import { drawWord, type Lettering } from '../../documents/inset/lettering.ts'
import { rasterOf, rasterSize } from '../../documents/inset/raster.writer.ts'
import type { Picture } from '../../documents/paper.ts'
import { photoKey } from '../../photos/photo-key.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import type { ChosenPhoto } from './sheet-photos.ts'

export interface Size {
  readonly width: number
  readonly height: number
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

function missing({ width, height }: Size, lettering: Lettering): Promise<Uint8Array> {
  const word = drawWord(
    { text: '照片原件不在照片库中', x: width / 2, y: height / 2, size: width / 22, anchor: 'middle' },
    lettering,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#e6e3dc"/>${word}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality }).toBuffer()
}

/** The whole photo: nothing of the evidence is cut off, what is left of the room stays grey. */
async function fitted(store: PhotoStore, sha256: string, size: Size, lettering: Lettering) {
  const bytes = await bytesOf(store, sha256)
  if (!bytes) return missing(size, lettering)
  return sharp(bytes)
    .resize({ ...size, fit: 'contain', background: '#e6e3dc', kernel: 'cubic' })
    .jpeg({ quality })
    .toBuffer()
}

const pixelsOf = ({ width, height }: Size) => ({ widthPixels: width, heightPixels: height })

export const photoPicture = (
  store: PhotoStore,
  { sha256, caption }: ChosenPhoto,
  size: Size,
  lettering: Lettering,
): Picture => ({
  caption,
  ...pixelsOf(size),
  type: 'jpg',
  read: () => fitted(store, sha256, size, lettering),
})

export const drawingPicture = (
  caption: string,
  { svg, width, height }: Size & { readonly svg: string },
): Picture => ({
  caption,
  ...pixelsOf(rasterSize({ width, height })),
  type: 'png',
  read: () => rasterOf(svg),
})

/** All of a page are made at once when the first is asked for: two cores draw faster than one. */
export function readTogether(pictures: readonly Picture[]): Picture[] {
  let started: Promise<Uint8Array>[] | undefined
  const start = () => {
    started ??= pictures.map((picture) => picture.read())
    // Whoever never asks for the last of them must not bring the process down.
    for (const each of started) each.catch(() => undefined)
    return started
  }
  return pictures.map((picture, i) => ({ ...picture, read: () => start()[i]! }))
}
