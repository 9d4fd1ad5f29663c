import type { Context } from 'hono'
import { writeXlsx } from 'hucre/xlsx'
import { calibreNames } from '../accidents/calibre.ts'
import { recordExport } from '../audit/record-export.commands.ts'
import { findInstallationFact } from '../db/installation.ts'
import { findOffice } from '../documents/office/office.queries.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { originHeaders, originOfTable } from '../http/file-origin.ts'
import { xlsxHeaders } from '../http/spreadsheet-text.ts'
import { screeningTable, screeningWorkbook } from './screening-ledger.ts'
import type { ScreeningRun, ScreeningSite } from './screening.schema.ts'

interface Ranked {
  readonly run: ScreeningRun
  readonly sites: readonly ScreeningSite[]
}

/** In the trail before it is handed over. */
export async function recordScreeningExport(c: Context<AppEnv>, { run, sites }: Ranked, format: string) {
  const taken = { objectType: 'screening', objectId: run.id, format, rows: sites.length }
  await recordExport(c.var.db, actingOf(c), taken)
}

export async function screeningFile(c: Context<AppEnv>, ranked: Ranked) {
  const { run, sites } = ranked
  await recordScreeningExport(c, ranked, 'xlsx')
  const origin = originOfTable(screeningTable(sites), {
    filter: `${run.preset}，${run.from} 至 ${run.to}`,
    calibreName: calibreNames[run.calibre].zh,
    cutoffOn: run.to,
    ...{ at: c.var.now(), by: c.var.actor.displayName, edition: 'internal' },
  })
  const { watermark } = await findOffice(c.var.db)
  const isDemo = run.demo || (await findInstallationFact(c.var.db, 'demoYear')) !== undefined
  const workbook = screeningWorkbook({ ...ranked, isDemo }, origin, watermark)
  const file = new Uint8Array(await writeXlsx(workbook))
  return c.body(file, 200, { ...xlsxHeaders('screening'), ...originHeaders('screening', 'xlsx', origin) })
}
