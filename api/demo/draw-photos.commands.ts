import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sharp } from 'sharp'
import { photoKey } from '../photos/photo-key.ts'
import { thumbnailSide } from '../photos/photo-limits.ts'
import type { PhotoStore } from '../photos/photo-store.ts'
import type { DemoPhoto } from './demo-photos.ts'
import { sceneSvg } from './photo-scene.ts'

export const demoCamera = 'OTOG Demo'
const quality = 72
/** Kept at once: each waits for the disk. */
const atOnce = 8

export interface DrawnPhoto {
  readonly photo: DemoPhoto
  readonly sha256: string
  readonly bytes: number
}

interface KeptFile {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

interface Scene {
  draw(): Sharp
  readonly preview: KeptFile
  readonly thumbnail: KeptFile
}

const sexagesimal = (degrees: number) => {
  const whole = Math.floor(degrees)
  const minutes = Math.floor((degrees - whole) * 60)
  const seconds = ((degrees - whole) * 60 - minutes) * 60
  return `${whole}/1 ${minutes}/1 ${Math.round(seconds * 10_000)}/10000`
}

/** As the phone of an officer of the banner writes it. */
function exifOf({ takenAt, point, item, stage }: DemoPhoto) {
  const local = new Date(takenAt.getTime() + 8 * 3_600_000).toISOString()
  const written = local.slice(0, 19).replace('T', ' ').replaceAll('-', ':')
  const [Make, Model] = demoCamera.split(' ') as [string, string]
  return {
    IFD0: { Make, Model, ImageDescription: `Demo photo, not a real road. Ticket ${item}, ${stage}.` },
    IFD2: { DateTimeOriginal: written, OffsetTimeOriginal: '+08:00' },
    ...(point && {
      IFD3: {
        ...{ GPSLatitudeRef: 'N', GPSLatitude: sexagesimal(point[1]) },
        ...{ GPSLongitudeRef: 'E', GPSLongitude: sexagesimal(point[0]) },
      },
    }),
  }
}

async function written(folder: string, name: string, picture: Sharp): Promise<KeptFile> {
  const bytes = await picture.toBuffer()
  const file = join(folder, name)
  await writeFile(file, bytes)
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Loaded when it is needed: an ordinary start draws nothing. Each view is drawn once, whatever number of photos shows it. */
async function newScenes(folder: string) {
  const { default: sharp } = await import('sharp')
  const scenes = new Map<string, Promise<Scene>>()
  async function drawScene(name: string, svg: string): Promise<Scene> {
    const { data, info } = await sharp(Buffer.from(svg))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const draw = () => sharp(data, { raw: info })
    const small = draw().resize({ width: thumbnailSide }).jpeg({ quality })
    return {
      draw,
      preview: await written(folder, `${name}.preview`, draw().jpeg({ quality })),
      thumbnail: await written(folder, `${name}.thumbnail`, small),
    }
  }
  return ({ stage, variant }: DemoPhoto) => {
    const name = `${stage}-${variant}`
    const scene = scenes.get(name) ?? drawScene(name, sceneSvg(stage, variant))
    scenes.set(name, scene)
    return scene
  }
}

/** Fails as the first of them does, but not before the others have let go of their files. */
async function allEnded<Value>(work: readonly Promise<Value>[]): Promise<Value[]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

async function keep(store: PhotoStore, folder: string, photo: DemoPhoto, scene: Scene): Promise<DrawnPhoto> {
  const picture = scene.draw().jpeg({ quality }).withExif(exifOf(photo))
  const original = await written(folder, photo.id, picture)
  const put = (variant: 'original' | 'preview' | 'thumbnail', { file, ...facts }: KeptFile) =>
    store.put(photoKey(original.sha256, variant), file, { mediaType: 'image/jpeg', ...facts })
  await allEnded([
    put('original', original),
    put('preview', scene.preview),
    put('thumbnail', scene.thumbnail),
  ])
  return { photo, sha256: original.sha256, bytes: original.bytes }
}

/** Draws the photos of the demonstration and keeps them, before any row names them. */
export async function drawDemoPhotos(store: PhotoStore, photos: readonly DemoPhoto[]): Promise<DrawnPhoto[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otog-demo-photos-'))
  try {
    const sceneOf = await newScenes(folder)
    const own = photos.filter(({ sameAsItem }) => sameAsItem === undefined)
    const drawn: DrawnPhoto[] = []
    for (let start = 0; start < own.length; start += atOnce) {
      const some = own.slice(start, start + atOnce)
      const kept = some.map(async (photo) => keep(store, folder, photo, await sceneOf(photo)))
      drawn.push(...(await allEnded(kept)))
    }
    const again = photos.flatMap((photo) => {
      const first = drawn.find(
        (one) => one.photo.item === photo.sameAsItem && one.photo.stage === photo.stage,
      )
      return first ? [{ ...first, photo }] : []
    })
    return [...drawn, ...again]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
