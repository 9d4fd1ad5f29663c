import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPhotoStore } from '../../../api/photos/open-store.commands.ts'
import { photoKey } from '../../../api/photos/photo-key.ts'
import type { PhotoStore } from '../../../api/photos/photo-store.ts'
import { PhotoStoreEnvironment, s3Settings } from '../../../api/photos/store-settings.ts'
import { bucketKeys, openCheckingBucket, type CheckingBucket } from '../../fixtures/photos/checking-bucket.ts'

const keys = { PHOTO_STORE_KEY: 'S3RVER', PHOTO_STORE_SECRET: 'S3RVER' }
const settings = (changes: Record<string, string>) => s3Settings(PhotoStoreEnvironment.parse(changes))

let folder: string
let bucket: CheckingBucket
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photo-store-'))
  bucket = await openCheckingBucket(join(folder, 's3'), 'evidence', bucketKeys)
})
afterAll(async () => {
  await bucket.close()
  await rm(folder, { recursive: true, force: true })
})

async function photo(content: string) {
  const bytes = Buffer.from(content)
  const file = join(folder, 'arrived')
  await writeFile(file, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file, sha256, facts: { mediaType: 'image/jpeg', bytes: bytes.length, sha256 } }
}

async function read(store: PhotoStore, key: string) {
  const stored = await store.get(key)
  if (!stored) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of stored.stream) chunks.push(chunk as Buffer)
  return { bytes: stored.bytes, text: Buffer.concat(chunks).toString() }
}

const s3 = (changes: Record<string, string> = {}) =>
  settings({
    PHOTO_STORE: 's3://evidence/otog',
    PHOTO_STORE_ENDPOINT: bucket.endpoint,
    ...keys,
    ...changes,
  })

describe.each([
  ['a folder', () => openPhotoStore(folder)],
  ['a bucket', () => openPhotoStore(folder, s3())],
])('photos kept in %s', (_name, open) => {
  test('come back as they went in, and are gone when deleted', async () => {
    const store = open()
    const { file, sha256, facts } = await photo('original of a photo')
    const key = photoKey(sha256, 'original')
    expect(await store.has(key)).toBe(false)
    expect(await store.get(key)).toBeUndefined()
    await store.put(key, file, facts)
    await store.put(key, file, facts)
    expect(await store.has(key)).toBe(true)
    expect(await read(store, key)).toEqual({ bytes: 19, text: 'original of a photo' })
    expect(await store.has(photoKey(sha256, 'preview'))).toBe(false)
    await store.delete(key)
    await store.delete(key)
    expect(await store.has(key)).toBe(false)
  })
})

describe('a folder of photos', () => {
  test('is sharded and never holds half a file', async () => {
    const store = openPhotoStore(join(folder, 'own'))
    const { file, sha256, facts } = await photo('whole')
    await expect(store.put(photoKey(sha256, 'original'), file, { ...facts, bytes: 99 })).rejects.toThrow()
    expect(await store.has(photoKey(sha256, 'original'))).toBe(false)
    await store.put(photoKey(sha256, 'original'), file, facts)
    const names = await readdir(join(folder, 'own', 'photos'), { recursive: true })
    expect(names).toContain(join(sha256.slice(0, 2), sha256.slice(2, 4), sha256))
    expect(await readdir(join(folder, 'own', 'photo-arrivals'))).toEqual([])
  })

  test.each(['../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64), ''])(
    'a forged hash gives no key: %s',
    (hash) => {
      expect(() => photoKey(hash, 'original')).toThrow(RangeError)
    },
  )

  test('a key that leads out of the folder is refused', async () => {
    await expect(async () => openPhotoStore(folder).has('../elsewhere')).rejects.toThrow(RangeError)
  })
})

describe('a bucket of photos', () => {
  test.each([
    ['key', { PHOTO_STORE_KEY: 'NOBODY' }],
    ['secret', { PHOTO_STORE_SECRET: 'another' }],
  ])('that does not know the %s refuses, and says so without telling it', async (_what, changes) => {
    const store = openPhotoStore(folder, s3(changes))
    const { file, sha256, facts } = await photo('refused')
    const put = store.put(photoKey(sha256, 'original'), file, facts)
    await expect(put).rejects.toThrow('s3://evidence/otog/ answers 403 to PUT')
  })

  test('that finds other bytes than were signed refuses them', async () => {
    const { file, sha256, facts } = await photo('signed')
    await writeFile(file, 'changed on its way')
    const put = openPhotoStore(folder, s3()).put(photoKey(sha256, 'original'), file, facts)
    await expect(put).rejects.toThrow('answers 403 to PUT')
  })

  test('that is not there is an error, not an empty answer', async () => {
    const store = openPhotoStore(folder, s3({ PHOTO_STORE: 's3://nowhere' }))
    const { file, sha256, facts } = await photo('nowhere')
    await expect(store.put(photoKey(sha256, 'original'), file, facts)).rejects.toThrow('no photo store')
  })

  test('needs its whole setting before the service starts', () => {
    expect(() => settings({ PHOTO_STORE: 's3://evidence' })).toThrow('PHOTO_STORE_KEY')
    expect(() => settings({ PHOTO_STORE: 'evidence', ...keys })).toThrow('s3://bucket')
    expect(settings({})).toBeUndefined()
    expect(settings({ PHOTO_STORE: 's3://b1-x/a/b', ...keys })).toMatchObject({
      bucket: 'b1-x',
      prefix: 'a/b/',
    })
  })
})
