import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Extension } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import type { ErrorFacts } from './database-error.ts'
import type { EngineMessage, EngineRequest, EngineResult, ServiceMessage } from './embedded-protocol.ts'
import { parsers, serializers } from './value-types.ts'

const { folder, postgisArchive, timeZone } = workerData as {
  folder: string
  postgisArchive: string
  timeZone: string
}

const slimPostgis: Extension = {
  name: postgis.name,
  setup: async (engine, options: unknown) => ({
    ...(await postgis.setup(engine, options)),
    bundlePath: pathToFileURL(postgisArchive),
  }),
}

function send(message: EngineMessage, transfer: ArrayBuffer[] = []) {
  parentPort!.postMessage(message, transfer)
}

function factsOf(error: unknown): ErrorFacts {
  const { message, code, constraint, table, column, detail } = error as ErrorFacts
  return { message: String(message ?? error), code, constraint, table, column, detail }
}

async function openEngine(): Promise<PGlite> {
  const engine = await PGlite.create({
    dataDir: folder,
    extensions: { postgis: slimPostgis },
    parsers,
    serializers,
  })
  await engine.query(`select set_config('TimeZone', '${timeZone}', false)`)
  return engine
}

async function run(engine: PGlite, request: EngineRequest): Promise<EngineResult> {
  const blob = request.input && new Blob([request.input as Uint8Array<ArrayBuffer>])
  const result = await engine.query<Record<string, unknown>>(request.sql, [...request.parameters], {
    ...(blob && { blob }),
  })
  const output = result.blob && new Uint8Array(await result.blob.arrayBuffer())
  return { rows: result.rows, affectedRows: result.affectedRows, output }
}

async function answer(engine: PGlite, request: EngineRequest) {
  try {
    const result = await run(engine, request)
    send(
      { kind: 'answer', id: request.id, result },
      result.output ? [result.output.buffer as ArrayBuffer] : [],
    )
  } catch (error) {
    send({ kind: 'failure', id: request.id, error: factsOf(error) })
    // A fault in the engine itself leaves its memory in doubt; the service opens a new one.
    if (error instanceof WebAssembly.RuntimeError) process.exit(70)
  }
}

async function serve() {
  const engine = await openEngine()
  parentPort!.on('message', (message: ServiceMessage) => {
    if (message.id === 'close') void engine.close().finally(() => process.exit(0))
    else void answer(engine, message)
  })
  send({ kind: 'ready' })
}

serve().catch((error: unknown) => send({ kind: 'unusable', message: factsOf(error).message }))
