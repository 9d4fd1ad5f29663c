import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openBenchDatabases, type BenchDatabase } from './bench-databases.ts'
import type { Ratio, Subject, Timing } from './measure.ts'

interface BenchFile {
  readonly runBench: (databases: readonly BenchDatabase[]) => Promise<Subject[]>
}

const folder = import.meta.dirname
const resultFolder = '.build/bench'

const digits = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : value >= 1 ? 1 : 3 })

const timingRow = ({ name, operations, perSecond, medianMs, fastestMs, slowestMs }: Timing) => ({
  '': name,
  operations: digits(operations),
  'per second': digits(perSecond),
  'median ms': digits(medianMs),
  'fastest ms': digits(fastestMs),
  'slowest ms': digits(slowestMs),
})

function ratioLine({ what, value, aim }: Ratio): string {
  const verdict =
    aim === undefined ? '' : value >= aim ? ` (aim ${digits(aim)}: met)` : ` (aim ${digits(aim)}: MISSED)`
  return `  ${digits(value)} × ${what}${verdict}`
}

function print({ title, notes, timings, ratios }: Subject): void {
  console.log(`\n${title}`)
  for (const note of notes) console.log(`  ${note}`)
  console.table(timings.map(timingRow))
  for (const ratio of ratios) console.log(ratioLine(ratio))
}

async function versionOf({ name, db }: BenchDatabase): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select split_part(version(), ' ', 2) || ' + PostGIS ' || postgis_lib_version() as version`.execute(db)
  return `${name} PostgreSQL ${rows[0]!.version}`
}

/** Every `*.bench.ts` of this folder, or those whose name contains the word given. */
async function main(): Promise<void> {
  const wanted = process.argv[2] ?? ''
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts') && file.includes(wanted))
  const { databases, close } = await openBenchDatabases()
  try {
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`
    const versions = [`Node ${process.version}`, ...(await Promise.all(databases.map(versionOf)))]
    console.log([machine, ...versions].join('\n'))
    const subjects: Subject[] = []
    for (const file of files) {
      const { runBench } = (await import(join(folder, file))) as BenchFile
      for (const subject of await runBench(databases)) {
        print(subject)
        subjects.push(subject)
      }
    }
    mkdirSync(resultFolder, { recursive: true })
    const at = new Date().toISOString()
    const path = join(resultFolder, `${at.replaceAll(':', '-')}.json`)
    writeFileSync(path, JSON.stringify({ at, machine, versions, subjects }, null, 2))
    console.log(`\n${path}`)
  } finally {
    await close()
  }
}

await main()
