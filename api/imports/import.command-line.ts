import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { readConfig, type Config } from '../config.ts'
import { newId } from '../db/id.ts'
import { migrateToLatest } from '../db/migrate.ts'
import { openDatabase, type OpenedDatabase } from '../db/open-database.ts'
import { systemActor } from '../http/actor.ts'
import { announce, announceFailure } from '../http/announce.ts'
import { commandMessages } from './command-messages.ts'
import { commitBatch } from './import-commit.commands.ts'
import { newProgressBoard } from './import-progress.ts'
import { readBatch } from './import-read.commands.ts'
import { newFileReader } from './import-reader.commands.ts'
import { reportOf } from './import-report.commands.ts'
import type { ImportServices } from './import-services.ts'
import { plainName, stage } from './import-upload.commands.ts'
import { dropBatch, insertUpload, requireBatch } from './import.commands.ts'
import { countOutcomes, listReasons, type Batch } from './import.queries.ts'
import { ImportUpload } from './import.schema.ts'

const options = {
  kind: { type: 'string' },
  crs: { type: 'string' },
  procedure: { type: 'string' },
  sheet: { type: 'string' },
  commit: { type: 'boolean', default: false },
  report: { type: 'boolean', default: false },
} as const

function servicesOf(database: OpenedDatabase, config: Config): ImportServices {
  return {
    db: database.db,
    now: () => new Date(),
    board: newProgressBoard(() => performance.now()),
    folder: join(config.dataFolder, 'imports'),
    reader: newFileReader(),
    isAlone: database.engine === 'embedded',
    onError: (error) => announceFailure(error, true),
  }
}

const wrongUsage = () => Object.assign(new Error('usage'), { text: commandMessages.usage() })

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch {
    throw wrongUsage()
  }
}

interface Declared {
  readonly fields: Record<string, string>
  readonly upload: z.infer<typeof ImportUpload>
}

/** What the arguments declare of the file, in the words of the page's form. */
function declaredBy(fields: Record<string, string>): Declared {
  const parsed = ImportUpload.safeParse(fields)
  if (!parsed.success) throw wrongUsage()
  return { fields, upload: parsed.data }
}

async function readFile(
  services: ImportServices,
  file: string,
  { fields, upload }: Declared,
): Promise<Batch> {
  const id = newId()
  const facts = await stage(services.folder, id, createReadStream(file))
  await insertUpload(services, { id, name: plainName(file), ...facts, fields }, upload, systemActor)
  await readBatch(services, id)
  return requireBatch(services, id)
}

const reasonsSaid = 8

async function sayCounts({ db }: ImportServices, batch: Batch): Promise<void> {
  announce(commandMessages.counts(await countOutcomes(db, batch.id)))
  for (const { rows, message } of await listReasons(db, batch.id, reasonsSaid))
    announce(commandMessages.reason(rows, message))
  for (const note of batch.notes) announce(note)
}

async function writeReport(services: ImportServices, batch: Batch, file: string): Promise<void> {
  const { body } = await reportOf(services, batch)
  const path = `${file}.report.xlsx`
  await pipeline(Readable.fromWeb(body as never), createWriteStream(path))
  announce(commandMessages.reportWritten(resolve(path)))
}

/** The same steps as on the page. Without `--commit` nothing stays behind. */
async function importFile(
  services: ImportServices,
  file: string,
  declared: Declared,
  { commit, report }: { readonly commit: boolean; readonly report: boolean },
) {
  const batch = await readFile(services, file, declared)
  await sayCounts(services, batch)
  if (batch.status !== 'preview') process.exitCode = 1
  else if (report) await writeReport(services, batch, file)
  if (!commit || batch.status !== 'preview') {
    await dropBatch(services, batch, systemActor)
    return announce(commandMessages.nothingWritten())
  }
  const work = await commitBatch(services, batch, batch.version, systemActor)
  await work()
  const done = await requireBatch(services, batch.id)
  if (done.status !== 'committed') {
    process.exitCode = 1
    for (const note of done.notes) announce(note)
  } else announce(commandMessages.committed(done.id))
}

async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { values, positionals } = readArguments()
  const [file] = positionals
  if (file === undefined || !existsSync(file)) throw wrongUsage()
  const { commit, report, ...fields } = values
  const declared = declaredBy(fields)
  const config = readConfig(process.env)
  const database = await openDatabase({ ...config, onProgress: announce, deadlineMs: 0 })
  try {
    await migrateToLatest(database.db, announce)
    await importFile(servicesOf(database, config), file, declared, { commit, report })
  } finally {
    await database.close()
  }
}

run().catch((error: unknown) => {
  announceFailure(error, process.env.LOG_LEVEL === 'debug')
  process.exitCode = 1
})
