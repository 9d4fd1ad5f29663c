import type { Context } from 'hono'
import { writeXlsx } from 'hucre/xlsx'
import { listSquads } from '../areas/area.queries.ts'
import { recordExport } from '../audit/record-export.commands.ts'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import type { Database } from '../db/tables.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { originHeaders, originOfTable } from '../http/file-origin.ts'
import { originEntries, type Edition } from '../http/provenance-entries.ts'
import { csvFile, csvHeaders, xlsxHeaders } from '../http/spreadsheet-text.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import type { ExportedAccident } from './accident-data-columns.ts'
import { listAccidentsForExport } from './accident-export.queries.ts'
import { accidentFilterWords } from './accident-filter-words.ts'
import { accidentFeatures, accidentTable } from './accident-view.ts'
import { accidentWorkbook } from './accident-workbook.ts'
import { countAccidents, listAccidents } from './accident.queries.ts'
import type { AccidentFilter } from './accident.schema.ts'
import { calibreNames } from './calibre.ts'

export interface AccidentFileServices {
  /** What the brigade wants printed on every page. */
  readonly findWatermark: (db: Database) => Promise<string>
}

interface Asked {
  readonly asked: AccidentFilter
  readonly format: 'csv' | 'xlsx' | 'geojson'
  readonly edition: Edition
  readonly limit: number
}

type Items = readonly ExportedAccident[]

async function originOf(c: Context<AppEnv>, items: Items, filter: AccidentFilter, edition: Edition) {
  const squads = filter.squad ? await listSquads(c.var.db) : []
  const names = Object.fromEntries(squads.map(({ code, name }) => [code, name]))
  const today = bannerDay(c.var.now())
  return originOfTable(accidentTable(items, filter.calibre, edition), {
    filter: accidentFilterWords(filter, names),
    calibreName: calibreNames[filter.calibre].zh,
    cutoffOn: filter.to && filter.to < today ? filter.to : today,
    ...{ at: c.var.now(), by: c.var.actor.displayName, edition },
  })
}

/** The rows of a file, no more than the post may take away, in the trail before they are handed over. */
async function takeAway(c: Context<AppEnv>, { asked, format, edition, limit }: Asked) {
  const squad = requireExportScope(c.var.actor, 'accidents', asked.squad)
  const filter = { ...asked, ...(squad ? { squad: [...squad] } : {}) }
  const items = await listAccidentsForExport(c.var.readDb, filter, limit)
  const acting = actingOf(c)
  const outside = edition === 'external' ? { edition } : {}
  await recordExport(c.var.db, acting, {
    objectType: 'accident',
    format,
    filter: { ...filter, ...outside },
    rows: items.length,
  })
  return { items, filter, origin: await originOf(c, items, filter, edition) }
}

/** What the filter shows, as a file that says which filter that was. */
export async function accidentFile(c: Context<AppEnv>, wanted: Asked, services: AccidentFileServices) {
  const { format, edition, limit } = wanted
  const { items, filter, origin } = await takeAway(c, wanted)
  const { calibre } = filter
  if (format === 'csv')
    return c.body(csvFile(accidentTable(items, calibre, edition)), 200, {
      ...csvHeaders('accidents'),
      ...originHeaders('accidents', 'csv', origin),
    })
  if (format === 'geojson') {
    const shown = await listAccidents(c.var.readDb, filter, { limit })
    const counts = { calibre, ...(await countAccidents(c.var.readDb, filter)) }
    const metadata = Object.fromEntries(originEntries(origin))
    return c.json({ ...accidentFeatures(shown, counts, edition), metadata }, 200, {
      'content-type': 'application/geo+json; charset=utf-8',
      'x-content-hash': origin.hash,
    })
  }
  const watermark = await services.findWatermark(c.var.db)
  const file = new Uint8Array(await writeXlsx(accidentWorkbook(items, filter, origin, watermark)))
  return c.body(file, 200, { ...xlsxHeaders('accidents'), ...originHeaders('accidents', 'xlsx', origin) })
}
