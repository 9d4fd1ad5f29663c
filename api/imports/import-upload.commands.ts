import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { BadRequest, TooLarge } from '../http/problem.ts'
import { newId } from '../db/id.ts'
import { fileLimits } from './files/file-limits.ts'
import { importMessages } from './import-messages.ts'
import { stagedFile } from './import-read.commands.ts'

export interface Upload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly hash: string
  readonly fields: Readonly<Record<string, string>>
}

const megabyte = 1024 * 1024
const keptDays = 30
const tooLarge = () => new TooLarge(importMessages.fileTooLarge(fileLimits.fileBytes / megabyte))

/** Only the last part of what a browser calls the file, without anything a path could be made of. */
export const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200) || 'file'

/** Counts and hashes what passes, and stops it where it is too much. */
function newMeter() {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(bytes > fileLimits.fileBytes ? tooLarge() : null, chunk)
    },
  })
  return { meter, facts: () => ({ bytes, hash: hash.digest('hex') }) }
}

/** Writes a stream beside its place and moves it there when it is whole. */
export async function stage(folder: string, id: string, source: Readable) {
  await mkdir(folder, { recursive: true })
  const [path, partial] = [stagedFile(folder, id), `${stagedFile(folder, id)}.part`]
  const { meter, facts } = newMeter()
  try {
    await pipeline(source, meter, createWriteStream(partial))
    await rename(partial, path)
    return facts()
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** The file goes straight to the disk as it arrives; a file of 200 MB never stands in memory. */
export async function receiveUpload(folder: string, request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data/i.test(type) || !request.body)
    throw new BadRequest(importMessages.fileMissing())
  const id = newId()
  const fields: Record<string, string> = {}
  const limits = { files: 1, fields: 20, fieldSize: 64 * 1024, parts: 25 }
  const parser = new Busboy({ headers: { 'content-type': type }, limits })
  let staged: Promise<{ name: string; bytes: number; hash: string }> | undefined
  parser.on('field', (name, value) => (fields[name] = value))
  parser.on('file', (_field, stream, name) => {
    staged = stage(folder, id, stream).then((facts) => ({ ...facts, name: plainName(name) }))
    // The rest of what is too large is read and forgotten, so that the answer reaches whoever sent it.
    staged.catch(() => stream.resume())
  })
  await pipeline(Readable.fromWeb(request.body as never), parser).catch(async (error: unknown) => {
    await staged?.catch(() => undefined)
    await rm(stagedFile(folder, id), { force: true })
    throw error instanceof TooLarge ? error : new BadRequest(importMessages.fileMissing())
  })
  if (!staged) throw new BadRequest(importMessages.fileMissing())
  return { id, fields, ...(await staged) }
}

/** Uploaded files hold more than the ledger needs: they are not kept for ever. */
export async function removeOldUploads(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => /\.upload(\.part)?$/.test(each))) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (now.getTime() - mtimeMs > keptDays * 86_400_000) await rm(path, { force: true })
  }
}
