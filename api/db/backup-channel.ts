import { rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Text } from '../http/text.ts'
import { writeBackup } from './backup.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import type { Database } from './tables.ts'

/** What a backup came to, for the line that tells it. */
export interface BackupSummary {
  readonly file: string
  readonly tables: number
  readonly rows: number
}

/** What else the owner of the folder does for commands beside it, by name. */
export type OwnerTasks = Map<string, () => Promise<unknown>>

type Answer = { readonly summary: unknown } | { readonly refusal: Text }

export async function backUp(db: Database, dataFolder: string, file: string): Promise<BackupSummary> {
  const { tables } = await writeBackup(db, dataFolder, file, new Date())
  return { file, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
}

/** A socket's path may have about 100 bytes; from the working folder it is usually short. */
function channelPath(dataFolder: string): string {
  const absolute = resolve(dataFolder, 'lock', 'backup.sock')
  const fromHere = relative(process.cwd(), absolute)
  const path = fromHere.length < absolute.length ? fromHere : absolute
  if (process.platform === 'win32') return join('\\\\.\\pipe', absolute.replace(/\W/g, '-'))
  return path
}

interface Channel {
  readonly db: Database
  readonly dataFolder: string
  readonly tasks: OwnerTasks
}

const answerTo = async ({ db, dataFolder, tasks }: Channel, line: string): Promise<Answer> => {
  try {
    const { file, task } = JSON.parse(line) as { file?: string; task?: string }
    if (file !== undefined) return { summary: await backUp(db, dataFolder, file) }
    const perform = tasks.get(task ?? '')
    if (!perform) throw new Error(`${task} is not known to the running service`)
    return { summary: await perform() }
  } catch (error) {
    const message = (error as Error).message
    return {
      refusal:
        error instanceof DatabaseRefusal
          ? error.text
          : { zh: `没有成功：${message}`, en: `It failed: ${message}` },
    }
  }
}

function serve(channel: Channel, socket: Socket): void {
  socket.on('error', () => socket.destroy())
  createInterface({ input: socket }).on('line', (line) => {
    void answerTo(channel, line).then((answer) => socket.end(`${JSON.stringify(answer)}\n`))
  })
}

/** Only the owner of the folder can read the database, so it is the owner that writes a backup while it runs. */
export function listenForBackups(channel: Channel): () => Promise<void> {
  const path = channelPath(channel.dataFolder)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => serve(channel, socket))
  // Without the channel the service still runs; a backup then asks to stop it first.
  server.on('error', () => server.close())
  server.listen(path).unref()
  return () => new Promise((done) => (server.listening ? server.close(() => done()) : done()))
}

/** Undefined: nobody answers there. */
export const askOwnerForBackup = (dataFolder: string, file: string) =>
  askOwner<BackupSummary>(dataFolder, { file: resolve(file) })

/** Undefined: nobody answers there. */
export function askOwner<Summary>(
  dataFolder: string,
  request: { readonly file: string } | { readonly task: string },
): Promise<Summary | undefined> {
  return new Promise((done, fail) => {
    const socket = createConnection(channelPath(dataFolder))
    socket.on('error', () => done(undefined))
    socket.on('close', () => done(undefined))
    createInterface({ input: socket }).on('line', (line) => {
      const answer = JSON.parse(line) as Answer
      if ('summary' in answer) done(answer.summary as Summary)
      else fail(new DatabaseRefusal(answer.refusal))
    })
    socket.write(`${JSON.stringify(request)}\n`)
  })
}
