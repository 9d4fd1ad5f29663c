import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { newId } from '../db/id.ts'
import { BadRequest, TooLarge } from '../http/problem.ts'
import { photoLimits } from './photo-limits.ts'
import { photoMessages } from './photo-messages.ts'

export interface ArrivedPhoto {
  /** On the disk; whoever received it removes it with `forgetArrival`. */
  readonly file: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly fields: Readonly<Record<string, string>>
}

/** Only the last part of what a phone calls the file, without anything a path could be made of. */
export const plainPhotoName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').replace(/^\.+/, '').slice(0, 200) || 'photo'

/** Counts and hashes what passes. */
function newMeter() {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { meter, facts: () => ({ bytes, sha256: hash.digest('hex') }) }
}

/** The parser cuts off what is too much and reads on, so that the answer reaches whoever sent it. */
async function write(file: string, source: Readable & { truncated?: boolean }) {
  const { meter, facts } = newMeter()
  await pipeline(source, meter, createWriteStream(file))
  if (source.truncated) throw new TooLarge(photoMessages.tooLarge())
  return facts()
}

export async function forgetArrival(file: string): Promise<void> {
  for (const ending of ['', '.preview', '.thumbnail', '.copy']) await rm(file + ending, { force: true })
}

/** Straight to the disk as it comes; the name on the disk is ours. */
export async function receivePhoto(folder: string, request: Request): Promise<ArrivedPhoto> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data/i.test(type) || !request.body) throw new BadRequest(photoMessages.fileMissing())
  await mkdir(folder, { recursive: true })
  const file = join(folder, newId())
  const fields: Record<string, string> = {}
  const limits = { files: 1, fields: 10, fieldSize: 4096, parts: 12, fileSize: photoLimits.bytes }
  const arrival: { written?: Promise<{ name: string; bytes: number; sha256: string }> } = {}
  try {
    const parser = new Busboy({ headers: { 'content-type': type }, limits })
    parser.on('field', (name, value) => (fields[name] = value))
    parser.on('file', (_field, stream, name) => {
      arrival.written = write(file, stream).then((facts) => ({ ...facts, name: plainPhotoName(name ?? '') }))
      arrival.written.catch((error: unknown) => {
        if (!(error instanceof TooLarge)) parser.destroy(error as Error)
      })
    })
    await pipeline(Readable.fromWeb(request.body as never), parser)
    const written = await arrival.written
    if (!written || written.bytes === 0) throw new BadRequest(photoMessages.fileMissing())
    return { file, fields, ...written }
  } catch (error) {
    await arrival.written?.catch(() => undefined)
    await forgetArrival(file)
    throw error instanceof TooLarge || error instanceof BadRequest
      ? error
      : new BadRequest(photoMessages.fileMissing())
  }
}

/** Takes one photo in, hands it on, and leaves nothing behind, whatever comes of it. */
export async function withArrival<Answer>(
  folder: string,
  request: Request,
  now: Date,
  take: (arrived: ArrivedPhoto) => Promise<Answer>,
): Promise<Answer> {
  await removeOldArrivals(folder, now)
  const arrived = await receivePhoto(folder, request)
  try {
    return await take(arrived)
  } finally {
    await forgetArrival(arrived.file)
  }
}

const keptMs = 24 * 3600 * 1000

/** What a service that was killed meanwhile has left behind. */
export async function removeOldArrivals(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts && now.getTime() - facts.mtimeMs > keptMs) await rm(path, { force: true })
  }
}
