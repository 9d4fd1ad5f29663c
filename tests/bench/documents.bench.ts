import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { documentFormats, type DocumentFormat } from '../../api/documents/answer-document.ts'
import type { Subject } from './measure.ts'

const tickets = 1000
const photosEach = 3
const aimSeconds = 60
/** What the file may take of the heap: far less than the photos, of which there are some 450 MB. */
const heapMegabytes = 160

interface Run {
  readonly seconds: number
  readonly idleBytes: number
  readonly peakBytes: number
  readonly fileBytes: number
  readonly photoBytes: number
  readonly longestMs: number
}

async function runOf(format: DocumentFormat, folder: string): Promise<Run> {
  const script = join(import.meta.dirname, 'documents-run.ts')
  const heap = `--max-old-space-size=${heapMegabytes}`
  const path = join(folder, `tickets.${format}`)
  const args = [heap, '--import', 'tsx', script, format, String(tickets), String(photosEach), path]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Run
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

function subjectOf(format: DocumentFormat, run: Run): Subject {
  const ms = run.seconds * 1000
  return {
    title: `${tickets} tickets with ${photosEach} photos each as ${format}`,
    notes: [
      `${run.seconds.toFixed(1)} s, ${megabytes(run.fileBytes)} in the file, photos of ${Math.round(run.photoBytes / 1024)} kB`,
      `heap of ${heapMegabytes} MB; the process held ${megabytes(run.peakBytes)} at most, ${megabytes(run.idleBytes)} before`,
      `nobody else waited longer than ${Math.round(run.longestMs)} ms`,
    ],
    timings: [
      {
        name: format,
        operations: tickets,
        rounds: 1,
        medianMs: ms,
        fastestMs: ms,
        slowestMs: ms,
        perSecond: tickets / run.seconds,
      },
    ],
    ratios: [{ what: `faster than ${aimSeconds} s`, value: aimSeconds / run.seconds, aim: 1 }],
  }
}

export async function runBench(): Promise<Subject[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otog-documents-'))
  try {
    const subjects: Subject[] = []
    for (const format of documentFormats) subjects.push(subjectOf(format, await runOf(format, folder)))
    return subjects
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
