import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../../config.ts'
import { openDatabase } from '../../db/open-database.ts'
import { engineFolder } from '../../db/open-embedded.ts'
import type { Database } from '../../db/tables.ts'
import { announceFailure } from '../../http/announce.ts'
import type { Text } from '../../http/text.ts'
import { ImportRefused } from './import-refusal.ts'
import { importRoadsOptions, readImportArguments } from './import-roads-arguments.ts'
import { importRoadsMessages } from './import-roads-messages.ts'
import { reportOf } from './import-roads-report.ts'
import { applyImport, commandLineActor, previewImport, type ImportPreview } from './import-roads.commands.ts'
import { plannedLines } from './planned-lines.ts'

/** For scripts: something was refused, and nothing of it was written. */
const refusedStatus = 1

function say({ zh, en }: Text, indent = ''): void {
  console.log(`${indent}${zh}\n${indent}${en}`)
}

function report({ plans, incompleteWays }: ImportPreview): void {
  if (plans.length === 0) throw new ImportRefused(importRoadsMessages.holdsNoRoad())
  if (incompleteWays > 0) say(importRoadsMessages.incompleteWays(incompleteWays))
  for (const { road, outcome, staked } of plans) {
    console.log(`\n${road.code} ${road.name}`)
    if (outcome.status === 'refused') say(importRoadsMessages.refused(outcome.refusal), '  ')
    else for (const line of reportOf(outcome, staked)) say(line, '  ')
  }
  console.log('')
}

async function writeLines({ plans }: ImportPreview, out: string): Promise<void> {
  const lines = plannedLines(plans.flatMap(({ outcome }) => (outcome.status === 'refused' ? [] : [outcome])))
  await writeFile(out, JSON.stringify(lines))
  say(importRoadsMessages.linesWritten(out))
}

async function applyAll(db: Database, { plans }: ImportPreview, reason: string): Promise<void> {
  for (const plan of plans) {
    const moved = await applyImport(db, plan, { actor: commandLineActor, reason, at: new Date() })
    if (moved) say(importRoadsMessages.applied(plan.road.code, moved))
  }
}

function typedArguments() {
  try {
    return parseArgs({ options: importRoadsOptions, allowPositionals: true })
  } catch (cause) {
    throw new ImportRefused(importRoadsMessages.unknownOption((cause as Error).message), cause)
  }
}

async function run(): Promise<void> {
  const { values, positionals } = typedArguments()
  const { request, reason, applies, out } = readImportArguments(positionals, values)
  const config = readConfig(process.env)
  // Opening would create a new, empty one.
  if (!config.databaseUrl && !existsSync(engineFolder(config.dataFolder)))
    throw new ImportRefused(importRoadsMessages.noDatabase(resolve(config.dataFolder)))
  const { db, close } = await openDatabase({ ...config, deadlineMs: 0 })
  try {
    const preview = await previewImport(db, request)
    report(preview)
    if (out) await writeLines(preview, out)
    if (preview.plans.some(({ outcome }) => outcome.status === 'refused')) process.exitCode = refusedStatus
    if (applies) await applyAll(db, preview, reason)
    else if (preview.plans.some(({ outcome }) => outcome.status === 'ready'))
      say(importRoadsMessages.dryRun())
  } finally {
    await close()
  }
}

if (existsSync('.env')) process.loadEnvFile('.env')
run().catch((error: unknown) => {
  announceFailure(error, process.env.LOG_LEVEL === 'debug')
  process.exitCode = refusedStatus
})
