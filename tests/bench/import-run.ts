import { openAsBlob, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportBatch } from '../../api/imports/import.schema.ts'
import { signedIn, startService, type RunningService } from '../harness/running-service.ts'
import type { TestDatabase } from '../harness/test-home.ts'
import type { AccidentFile } from './accident-file.ts'

export interface ImportRun {
  readonly previewMs: number
  readonly commitMs: number
  /** The most that the service's process has held, and what it held before the file came; where the system tells. */
  readonly peakBytes?: number | undefined
  readonly idleBytes?: number | undefined
  /** What each question after the service's health took, in order of time. */
  readonly healthMs: readonly number[]
  /** The same while nothing is imported: what the machine itself costs. */
  readonly idleHealthMs: readonly number[]
  readonly batch: ImportBatch
}

type Caller = Awaited<ReturnType<typeof signedIn>>

const pollEveryMs = 50
const idleForMs = 3000
const resting = ['preview', 'committed', 'failed', 'cancelled']

function memoryOf(pid: number, field: 'VmHWM' | 'VmRSS'): number | undefined {
  try {
    const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Number(found[1]) * 1024 : undefined
  } catch {
    return undefined
  }
}

/** The start of a service may take more than an import does; the peak is counted from here on. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Not ours to reset here: the peak of the start counts too.
  }
}

/** Asks at fixed times, whether or not the last question was answered: a stall shows in every question that fell into it. */
function watchHealth(url: string) {
  const healthMs: number[] = []
  const waiting = new Set<Promise<void>>()
  const ask = async () => {
    const start = performance.now()
    const answer = await fetch(`${url}/api/health`)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`health answered ${answer.status}`)
    healthMs.push(performance.now() - start)
  }
  let failure: unknown
  const timer = setInterval(() => {
    const asked = ask()
      .catch((error: unknown) => void (failure = error))
      .finally(() => waiting.delete(asked))
    waiting.add(asked)
  }, pollEveryMs)
  return async () => {
    clearInterval(timer)
    await Promise.all(waiting)
    if (failure) throw failure
    return healthMs
  }
}

async function requireOk(answer: Response): Promise<Response> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

/** Follows the progress as the page does, to where the batch rests. */
async function untilAtRest(call: Caller, id: string): Promise<void> {
  const { body } = await requireOk(await call(`/api/imports/${id}/events`))
  let text = ''
  for await (const chunk of body!.pipeThrough(
    new TextDecoderStream() as never,
  ) as unknown as AsyncIterable<string>) {
    text += chunk
    const lines = text.split('\n')
    text = lines.pop()!
    for (const line of lines.filter((each) => each.startsWith('data: '))) {
      const { phase } = JSON.parse(line.slice('data: '.length)) as { phase: string }
      if (resting.includes(phase)) return
    }
  }
}

async function batchAtRest(call: Caller, id: string, status: string): Promise<ImportBatch> {
  await untilAtRest(call, id)
  const batch = (await (await requireOk(await call(`/api/imports/${id}`))).json()) as ImportBatch
  if (batch.status !== status) throw new Error(`The import is ${batch.status}: ${batch.notes.join(' ')}`)
  return batch
}

async function upload(call: Caller, { path, name }: AccidentFile): Promise<string> {
  const form = new FormData()
  form.append('kind', 'accidents')
  form.append('crs', 'wgs84')
  form.append('file', await openAsBlob(path), name)
  const { headers, body } = new Response(form)
  const init = {
    method: 'POST',
    headers: { 'content-type': headers.get('content-type')! },
    body,
    duplex: 'half',
  }
  const answer = await requireOk(await call('/api/imports', init as RequestInit))
  return ((await answer.json()) as ImportBatch).id
}

async function importWhole(call: Caller, file: AccidentFile) {
  const start = performance.now()
  const id = await upload(call, file)
  const preview = await batchAtRest(call, id, 'preview')
  const previewMs = performance.now() - start
  // A few of so many rows are near each other by chance: those too shall be written.
  const rule = { method: 'PATCH', body: JSON.stringify({ rule: { check: 'take' } }) }
  const ruled = (await (await requireOk(await call(`/api/imports/${id}`, rule))).json()) as ImportBatch
  const headers = { 'if-match': `"${ruled.version}"` }
  const began = performance.now()
  await requireOk(await call(`/api/imports/${id}/commit`, { method: 'POST', headers }))
  await batchAtRest(call, id, 'committed')
  return { previewMs, commitMs: performance.now() - began, batch: { ...preview, willWrite: ruled.willWrite } }
}

async function importInto(service: RunningService, username: string, file: AccidentFile): Promise<ImportRun> {
  const pid = service.process.pid!
  const call = await signedIn(service.url, username)
  const stopIdle = watchHealth(service.url)
  await pause(idleForMs)
  const idleHealthMs = await stopIdle()
  const idleBytes = memoryOf(pid, 'VmRSS')
  forgetPeak(pid)
  const stopWatching = watchHealth(service.url)
  const imported = await importWhole(call, file).finally(() => stopWatching().catch(() => undefined))
  const peakBytes = memoryOf(pid, 'VmHWM')
  return { ...imported, idleBytes, peakBytes, idleHealthMs, healthMs: await stopWatching() }
}

/** One file into one database by a service of its own, over HTTP: what it holds and how it answers is its own too. */
export async function runImport(
  { databaseUrl, dataFolder }: TestDatabase,
  username: string,
  file: AccidentFile,
): Promise<ImportRun> {
  const service = await startService({
    DATA_FOLDER: dataFolder,
    DATABASE_URL: databaseUrl ?? '',
    DEMO_DATA: 'no',
    LOG_LEVEL: 'error',
  })
  try {
    return await importInto(service, username, file)
  } catch (error) {
    throw new Error(`The import did not get through:\n${service.output()}`, { cause: error })
  } finally {
    await service.stop()
  }
}
