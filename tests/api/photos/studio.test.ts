import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newStudio } from '../../../api/photos/studio.commands.ts'
import type { PreparedPhoto } from '../../../api/photos/studio-protocol.ts'
import { newPhoto } from '../../fixtures/photos/make-photo.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const studio = newStudio()
async function sent(bytes: Uint8Array, work = studio) {
  const file = join(folder, 'arrived')
  await writeFile(file, bytes)
  return work({ kind: 'prepare', file })
}
async function prepared(bytes: Uint8Array): Promise<PreparedPhoto> {
  const answer = await sent(bytes)
  if (answer.kind !== 'prepared') throw new Error(JSON.stringify(answer))
  return answer.photo
}
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}
/** Says how large it is and holds almost nothing. */
function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const data = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('the studio', () => {
  test('makes a preview of at most 1600 pixels and 500 KB from 12 noisy megapixels', async () => {
    const { width, height, preview, thumbnail } = await prepared(await noise(4000, 3000).jpeg().toBuffer())
    expect([width, height]).toEqual([4000, 3000])
    expect(preview.bytes).toBeLessThanOrEqual(500 * 1024)
    expect(await sharp(await readFile(preview.file)).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1600,
    })
    expect(await sharp(await readFile(thumbnail.file)).metadata()).toMatchObject({ width: 320, height: 240 })
  }, 30_000)

  test('brings it upright and leaves time and place of the photo behind', async () => {
    const photo = await newPhoto({ takenAt: '2026-11-20T10:00:00', point: [107.5, 39.5], orientation: 6 })
    const { width, height, exif, preview } = await prepared(photo)
    expect(exif).toMatchObject({ takenAt: '2026-11-20T02:00:00.000Z', camera: 'Test Phone' })
    expect(exif.point![0]).toBeCloseTo(107.5, 6)
    expect([width, height]).toEqual([480, 640])
    const small = await sharp(await readFile(preview.file)).metadata()
    expect(small).toMatchObject({ width: 480, height: 640 })
    expect(small.exif).toBeUndefined()
    expect(small.orientation).toBeUndefined()
  })

  test('opens what phones of one maker write (HEIC)', async ({ skip }) => {
    const jpeg = join(folder, 'for-heic.jpg')
    await writeFile(jpeg, await newPhoto({ takenAt: '2026-11-20T10:00:00', point: [107.5, 39.5] }))
    try {
      execFileSync('heif-enc', [jpeg, '-o', join(folder, 'phone.heic')], { stdio: 'ignore' })
    } catch {
      skip('heif-enc is missing (Debian: apt-get install libheif-examples)')
    }
    const photo = await prepared(await readFile(join(folder, 'phone.heic')))
    expect(photo).toMatchObject({ mediaType: 'image/heic', width: 640, height: 480 })
    expect(photo.exif).toMatchObject({ takenAt: '2026-11-20T02:00:00.000Z' })
    expect(photo.exif.point![1]).toBeCloseTo(39.5, 6)
    const { dominant } = await sharp(await readFile(photo.preview.file)).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
  }, 30_000)

  test.each([
    ['a page', async () => Buffer.from('<html><script>alert(1)</script></html>'), 'notAPhoto'],
    ['half a photo', async () => (await noise(400, 300).jpeg().toBuffer()).subarray(0, 20_000), 'unreadable'],
    [
      'a header and nothing else',
      async () => Buffer.from('\xff\xd8\xff\xe0 not a picture at all', 'latin1'),
      'unreadable',
    ],
    [
      'a HEIC without a picture',
      async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'unreadable',
    ],
    ['a picture of ten thousand million pixels', async () => hugePng(100_000), 'tooManyPixels'],
    [
      'a film behind a wrong first word',
      async () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0', 'latin1'),
      'notAPhoto',
    ],
    [
      'a photo with a page behind it',
      async () => Buffer.concat([await newPhoto(), Buffer.from('<html>')]),
      'alsoSomethingElse',
    ],
  ] as const)('refuses %s and works on', async (_what, make, why) => {
    expect(await sent(await make())).toEqual({ kind: 'refused', why })
    expect(await prepared(await newPhoto())).toMatchObject({ mediaType: 'image/jpeg' })
  })

  test('gives up what takes too long, and is there again for the next one', async () => {
    const hurried = newStudio(1)
    expect(await sent(await newPhoto(), hurried)).toEqual({ kind: 'refused', why: 'unreadable' })
    expect(await prepared(await newPhoto())).toMatchObject({ width: 640 })
  })

  test('burns a mark into a copy, and into the copy only', async () => {
    const original = await newPhoto({ width: 1200, height: 900, colour: '#808080' })
    const file = join(folder, 'to-mark')
    await writeFile(file, original)
    const text = { across: '内部资料 注意保存', foot: '内部资料 · YH-150624-2026-0001 · squad' }
    const answer = await studio({ kind: 'watermark', file, text })
    if (answer.kind !== 'watermarked') throw new Error(JSON.stringify(answer))
    const copy = await sharp(await readFile(answer.copy.file))
      .greyscale()
      .stats()
    expect(copy.channels[0]).toMatchObject({ max: 255 })
    expect(copy.channels[0]!.min).toBeLessThan(70)
    expect(await readFile(file)).toEqual(original)
  })
})
