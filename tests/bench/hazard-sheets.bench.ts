import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '../../api/db/open-database.ts'
import { documentFormats, type DocumentFormat } from '../../api/documents/answer-document.ts'
import { templates } from '../harness/templates.ts'
import { startTestCluster } from '../harness/test-cluster.ts'
import type { Subject } from './measure.ts'

const sheets = 1000
const aimSeconds = 60
const heapMegabytes = 200

interface Run {
  readonly seconds: number
  readonly idleBytes: number
  readonly peakBytes: number
  readonly longestMs: number
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

async function runOf(format: DocumentFormat, folder: string, url: string): Promise<Subject> {
  const script = join(import.meta.dirname, 'hazard-sheets-run.ts')
  const path = join(folder, `sheets.${format}`)
  const heap = `--max-old-space-size=${heapMegabytes}`
  const args = [heap, '--import', 'tsx', script, format, String(sheets), path, url, join(folder, 'data')]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { seconds, idleBytes, peakBytes, longestMs } = JSON.parse(stdout) as Run
  const ms = seconds * 1000
  return {
    title: `${sheets} hazard sheets with three photos, a map and a strip each as ${format}`,
    notes: [
      `${seconds.toFixed(1)} s, ${megabytes((await stat(path)).size)} in the file`,
      `heap of ${heapMegabytes} MB; the process held ${megabytes(peakBytes)} at most, ${megabytes(idleBytes)} before`,
      `nobody else waited longer than ${Math.round(longestMs)} ms`,
    ],
    timings: [
      {
        ...{ name: format, operations: sheets, rounds: 1, perSecond: sheets / seconds },
        ...{ medianMs: ms, fastestMs: ms, slowestMs: ms },
      },
    ],
    ratios: [{ what: `faster than ${aimSeconds} s`, value: aimSeconds / seconds, aim: 1 }],
  }
}

/** On a server of its own with the demonstration data: the sheets of those hazards, again and again. */
export async function runBench(): Promise<Subject[]> {
  const folder = await mkdtemp(join(tmpdir(), 'otog-sheets-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'data'))
  const cluster = await startTestCluster(folder)
  try {
    const opened = await openDatabase({ databaseUrl: cluster.url, dataFolder: join(folder, 'data') })
    for (const name of ['migrated', 'gis', 'demo'] as const)
      await templates[name].build(opened, join(folder, 'data'))
    await opened.close()
    const subjects: Subject[] = []
    for (const format of documentFormats) subjects.push(await runOf(format, folder, cluster.url))
    return subjects
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
