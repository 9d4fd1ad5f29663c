import { statSync } from 'node:fs'
import { sql } from 'kysely'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import { writeAccidentFile, type AccidentFile } from './accident-file.ts'
import type { BenchDatabase } from './bench-databases.ts'
import { insertBare, readBare, readWithExceljs, readWithHucre } from './import-floors.ts'
import { importer, importHomes, lookInto, newBook, type ImportHome } from './import-homes.ts'
import { runImport, type ImportRun } from './import-run.ts'
import { takeTurns, timesAsFast, type Ratio, type Subject, type Timing } from './measure.ts'

const readRounds = 3
const aims = { floors: 3, embedded: 2, peakMegabytes: 600, healthMs: 100 }

/** `npm run bench -- import 5000` takes fewer rows. */
function rowsWanted(): number {
  const rows = Number(process.argv[3] ?? 100_000)
  if (Number.isInteger(rows) && rows > 0) return rows
  throw new Error(`How many rows is “${process.argv[3]}”?`)
}

interface Measured {
  readonly home: ImportHome['name']
  readonly file: AccidentFile
  readonly run: ImportRun
  /** Of the same rows in the same book, right after: a busy minute of the machine hits both. */
  readonly insertMs: number
}

/** What takes minutes is done once. */
const onceTimed = (name: string, operations: number, ms: number): Timing => ({
  name,
  operations,
  rounds: 1,
  medianMs: ms,
  fastestMs: ms,
  slowestMs: ms,
  perSecond: (operations * 1000) / ms,
})

const readName = (file: AccidentFile) => `${file.kind}: bare read, our reader`
const exceljsName = (file: AccidentFile) =>
  `${file.kind}: bare read, ${file.kind === 'xlsx' ? "exceljs's streaming reader" : "exceljs's reader"}`
const hucreName = (file: AccidentFile) => `${file.kind}: bare read, hucre's streaming reader`
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

const timeReading = (files: readonly AccidentFile[]) =>
  takeTurns(
    files.flatMap((file) => [
      { name: readName(file), operations: file.rows, run: () => readBare(file) },
      { name: exceljsName(file), operations: file.rows, run: () => readWithExceljs(file) },
      { name: hucreName(file), operations: file.rows, run: () => readWithHucre(file) },
    ]),
    readRounds,
  )

async function requireAccidents(book: Parameters<typeof lookInto>[0], file: AccidentFile): Promise<void> {
  await lookInto(book, async (db) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from accident`.execute(db)
    const { count } = rows[0]!
    if (count !== file.rows) throw new Error(`${file.name}: ${count} accidents in the book, not ${file.rows}`)
  })
}

/** Each file into an empty book of its own: the second of two would find everything there. */
async function measureHome(home: ImportHome, files: readonly AccidentFile[]) {
  const runs: Measured[] = []
  for (const file of files) {
    const book = await newBook(home)
    try {
      const run = await runImport(book, importer, file)
      await requireAccidents(book, file)
      const { ms: insertMs } = await lookInto(book, insertBare)
      runs.push({ home: home.name, file, run, insertMs })
    } finally {
      await book.close()
    }
  }
  return runs
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

const label = ({ home, file }: Measured) => `${home}, ${file.kind}`
const wholeMs = ({ run }: Measured) => run.previewMs + run.commitMs

const runTimings = (measured: Measured): Timing[] => [
  onceTimed(`${label(measured)}: bare insert, no index`, measured.file.rows, measured.insertMs),
  onceTimed(`${label(measured)}: preview`, measured.file.rows, measured.run.previewMs),
  onceTimed(`${label(measured)}: commit`, measured.file.rows, measured.run.commitMs),
  onceTimed(`${label(measured)}: the whole`, measured.file.rows, wholeMs(measured)),
]

function noteOf(measured: Measured): string {
  const { home, run } = measured
  const { new: added, check, changed, duplicate, refused } = run.batch.counts
  const whose = home === 'server' ? 'besides the database' : 'the database engine included'
  const memory =
    run.peakBytes === undefined
      ? 'memory not told by this system'
      : `peak memory ${megabytes(run.peakBytes)} MB (${whose}; ${megabytes(run.idleBytes ?? 0)} MB before the file)`
  const [median, p99] = [0.5, 0.99].map((share) => percentile(run.healthMs, share).toFixed(1))
  const idle = percentile(run.idleHealthMs, 0.99).toFixed(1)
  const worst = Math.max(...run.healthMs).toFixed(0)
  return [
    `${label(measured)}: ${added} new, ${check} to check, ${changed + duplicate + refused} others`,
    memory,
    `health median ${median} ms, p99 ${p99} ms, worst ${worst} ms of ${run.healthMs.length}; p99 ${idle} ms when idle`,
  ].join('; ')
}

function aimsOf(measured: Measured, readMs: number): Ratio[] {
  const { home, run, insertMs } = measured
  const name = label(measured)
  const p99 = percentile(run.healthMs, 0.99)
  const ratios: Ratio[] = [
    {
      what: `${name}: ${aims.floors} times the floors (bare read + bare insert) ÷ the whole`,
      value: (aims.floors * (readMs + insertMs)) / wholeMs(measured),
      aim: 1,
    },
    { what: `${name}: ${aims.healthMs} ms ÷ p99 of health`, value: aims.healthMs / p99, aim: 1 },
  ]
  if (run.peakBytes === undefined) return ratios
  const value = aims.peakMegabytes / megabytes(run.peakBytes)
  // The embedded engine lives in the service's process; what is aimed at leaves the database out.
  const aim = home === 'server' ? { aim: 1 } : {}
  return [...ratios, { what: `${name}: ${aims.peakMegabytes} MB ÷ peak memory`, value, ...aim }]
}

function embeddedAgainstServer(runs: readonly Measured[], { kind }: AccidentFile): Ratio[] {
  const of = (home: ImportHome['name']) => runs.find((each) => each.home === home && each.file.kind === kind)
  const [server, embedded] = [of('server'), of('embedded')]
  if (!server || !embedded) return []
  const value = (aims.embedded * wholeMs(server)) / wholeMs(embedded)
  return [
    { what: `${kind}: ${aims.embedded} times the server's time ÷ the embedded engine's`, value, aim: 1 },
  ]
}

async function importAccidents(databases: readonly BenchDatabase[], folder: string): Promise<Subject> {
  const rows = rowsWanted()
  const files = [await writeAccidentFile(folder, 'xlsx', rows), await writeAccidentFile(folder, 'csv', rows)]
  const reading = await timeReading(files)
  const runs: Measured[] = []
  for (const home of await importHomes(databases, folder)) runs.push(...(await measureHome(home, files)))
  const readMs = (file: AccidentFile) => reading.find(({ name }) => name === readName(file))!.medianMs
  return {
    title: 'Import of accidents: file → preview → commit',
    notes: [
      files.map((each) => `${each.kind} ${megabytes(statSync(each.path).size)} MB`).join(', '),
      `health asked every 50 ms over HTTP from another process, preview and commit together`,
      ...runs.map(noteOf),
    ],
    timings: [...reading, ...runs.flatMap(runTimings)],
    ratios: [
      ...files.flatMap((file) => [
        ...timesAsFast(reading, readName(file), exceljsName(file), 1),
        ...timesAsFast(reading, readName(file), hucreName(file)),
      ]),
      ...runs.flatMap((each) => aimsOf(each, readMs(each.file))),
      ...files.flatMap((file) => embeddedAgainstServer(runs, file)),
    ],
  }
}

export async function runBench(databases: readonly BenchDatabase[]): Promise<Subject[]> {
  const folder = newRunFolder()
  try {
    return [await importAccidents(databases, folder)]
  } finally {
    removeRunFolder(folder)
  }
}
