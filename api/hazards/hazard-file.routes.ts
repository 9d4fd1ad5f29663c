import type { Context } from 'hono'
import { writeXlsx } from 'hucre/xlsx'
import { recordExport } from '../audit/record-export.commands.ts'
import { findOffice } from '../documents/office/office.queries.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { originHeaders, originOfTable } from '../http/file-origin.ts'
import { originEntries, type Edition } from '../http/provenance-entries.ts'
import { csvFile, csvHeaders, xlsxHeaders } from '../http/spreadsheet-text.ts'
import { listLedgerRecords } from './records/ledger-records.queries.ts'
import type { LedgerRecord } from './ledger-records.ts'
import { findFilterWords } from './hazard-filter.queries.ts'
import { hazardTable, hazardWorkbook } from './hazard-ledger.ts'
import type { HazardFilter } from './hazard-query.schema.ts'
import { hazardFeatures } from './hazard-view.ts'
import type { Hazard } from './hazard.schema.ts'

export interface TakenHazards {
  readonly items: readonly Hazard[]
  readonly filter: HazardFilter
  readonly format: 'csv' | 'xlsx' | 'geojson'
  readonly edition: Edition
  readonly today: string
  readonly counts: { readonly total: number; readonly located: number }
}

type Records = ReadonlyMap<string, LedgerRecord>

async function originOf(c: Context<AppEnv>, taken: TakenHazards, records: Records) {
  const { items, filter, edition, today } = taken
  const { actor, at } = actingOf(c)
  return originOfTable(hazardTable(items, records, edition), {
    filter: (await findFilterWords(c.var.db, filter)).zh,
    cutoffOn: today,
    ...{ at, by: actor.displayName, edition },
  })
}

/** What the filter shows, as a file that says which filter that was; in the trail before it is handed over. */
export async function hazardFile(c: Context<AppEnv>, taken: TakenHazards) {
  const { items, filter, format, edition, today, counts } = taken
  const ids = items.map(({ id }) => id)
  const records = await listLedgerRecords(c.var.db, ids)
  const origin = await originOf(c, taken, records)
  const outside = edition === 'external' ? { edition } : {}
  await recordExport(c.var.db, actingOf(c), {
    objectType: 'hazard',
    format,
    filter: { ...filter, ...outside },
    rows: items.length,
  })
  if (format === 'csv')
    return c.body(csvFile(hazardTable(items, records, edition)), 200, {
      ...csvHeaders('hazards'),
      ...originHeaders('hazards', 'csv', origin),
    })
  if (format === 'geojson') {
    const metadata = Object.fromEntries(originEntries(origin))
    return c.json({ ...hazardFeatures(items, counts, edition), metadata }, 200, {
      'content-type': 'application/geo+json; charset=utf-8',
      'x-content-hash': origin.hash,
    })
  }
  const { watermark } = await findOffice(c.var.db)
  const file = new Uint8Array(await writeXlsx(hazardWorkbook({ items, records, today }, origin, watermark)))
  return c.body(file, 200, { ...xlsxHeaders('hazards'), ...originHeaders('hazards', 'xlsx', origin) })
}
