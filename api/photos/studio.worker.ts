import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import ExifReader from 'exifreader'
import sharp, { type Sharp } from 'sharp'
import { exifFacts, type ExifFacts } from './exif-facts.ts'
import { copySide, photoLimits, previewBytes, previewSide, thumbnailSide } from './photo-limits.ts'
import { isAlsoSomethingElse, sniffPhoto, type PhotoType } from './sniff-photo.ts'
import type { MadeFile, PhotoRefusal, StudioAnswer, StudioTask, WatermarkTask } from './studio-protocol.ts'
import { watermarkSvg } from './watermark.ts'

sharp.cache(false)
sharp.concurrency(1)

const pixelLimit = photoLimits.megapixels * 1_000_000

class Refused extends Error {
  constructor(readonly why: PhotoRefusal) {
    super(why)
  }
}

interface Picture {
  readonly width: number
  readonly height: number
  /** A fresh upright pipeline each time. */
  draw(): Sharp
}

interface HeicImage {
  readonly width: number
  readonly height: number
  decode(): Promise<{ readonly data: Uint8ClampedArray }>
}
/** The package brings no types. */
interface HeicDecoder {
  all(input: { readonly buffer: Uint8Array }): Promise<readonly HeicImage[] & { dispose(): void }>
}

/** Its decoder brings the picture upright by itself. Loaded when it is needed: it takes 100 ms. */
async function openHeic(bytes: Uint8Array): Promise<Picture> {
  const decode = createRequire(import.meta.url)('heic-decode') as HeicDecoder
  const images = await decode.all({ buffer: bytes })
  const { width, height } = images[0]!
  if (width * height > pixelLimit) throw new Refused('tooManyPixels')
  const { data } = await images[0]!.decode()
  images.dispose()
  const raw = { width, height, channels: 4 as const }
  return { width, height, draw: () => sharp(data, { raw, limitInputPixels: pixelLimit }) }
}

async function openPlain(bytes: Uint8Array): Promise<Picture> {
  const options = {
    limitInputPixels: pixelLimit,
    failOn: 'error' as const,
    sequentialRead: true,
    animated: false,
  }
  const { autoOrient, width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
  if (width * height > pixelLimit) throw new Refused('tooManyPixels')
  return { ...autoOrient, draw: () => sharp(bytes, options).autoOrient() }
}

const openPicture = (bytes: Uint8Array, type: PhotoType) =>
  type === 'image/heic' ? openHeic(bytes) : openPlain(bytes)

const textOf = (tag: { readonly value: unknown } | undefined): unknown =>
  Array.isArray(tag?.value) ? tag.value[0] : tag?.value

/** Time and place may be missing or mangled in a picture that is sound otherwise. */
function readExif(bytes: Uint8Array): ExifFacts {
  try {
    const { exif, gps } = ExifReader.load(bytes.slice().buffer, { expanded: true })
    return exifFacts({
      takenAt: textOf(exif?.DateTimeOriginal ?? exif?.DateTimeDigitized),
      offset: textOf(exif?.OffsetTimeOriginal ?? exif?.OffsetTime),
      longitude: gps?.Longitude,
      latitude: gps?.Latitude,
      make: textOf(exif?.Make),
      model: textOf(exif?.Model),
    })
  } catch {
    return {}
  }
}

/** EXIF is left behind, so no position travels with the smaller ones. */
const jpegOf = (picture: Picture, side: number, quality: number) =>
  picture
    .draw()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality, mozjpeg: false })
    .toBuffer()

async function previewOf(picture: Picture): Promise<Buffer> {
  for (const [side, quality] of [
    [previewSide, 82],
    [previewSide, 68],
    [previewSide, 50],
  ] as const) {
    const made = await jpegOf(picture, side, quality)
    if (made.length <= previewBytes) return made
  }
  return jpegOf(picture, 1000, 50)
}

async function made(file: string, bytes: Buffer): Promise<MadeFile> {
  await writeFile(file, bytes)
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function prepare(file: string): Promise<StudioAnswer> {
  const bytes = await readFile(file)
  const mediaType = sniffPhoto(bytes)
  if (!mediaType) throw new Refused('notAPhoto')
  if (isAlsoSomethingElse(bytes, mediaType)) throw new Refused('alsoSomethingElse')
  const picture = await openPicture(bytes, mediaType)
  const preview = await made(`${file}.preview`, await previewOf(picture))
  const thumbnail = await made(`${file}.thumbnail`, await jpegOf(picture, thumbnailSide, 75))
  const { width, height } = picture
  const exif = readExif(bytes)
  return { kind: 'prepared', photo: { mediaType, width, height, exif, preview, thumbnail } }
}

async function watermark({ file, text }: WatermarkTask): Promise<StudioAnswer> {
  const bytes = await readFile(file)
  const picture = await openPicture(bytes, sniffPhoto(bytes) ?? 'image/jpeg')
  const plain = await jpegOf(picture, copySide, 90)
  const { width, height } = await sharp(plain).metadata()
  const marked = sharp(plain).composite([{ input: Buffer.from(watermarkSvg(text, width, height)) }])
  return {
    kind: 'watermarked',
    copy: await made(`${file}.copy`, await marked.jpeg({ quality: 85 }).toBuffer()),
  }
}

const answerTo = (task: StudioTask): Promise<StudioAnswer> =>
  (task.kind === 'prepare' ? prepare(task.file) : watermark(task)).catch((error: unknown) => ({
    kind: 'refused',
    why: error instanceof Refused ? error.why : 'unreadable',
  }))

process.on('message', (task: StudioTask) => void answerTo(task).then((answer) => process.send?.(answer)))
process.on('disconnect', () => process.exit(0))
