import type { Context } from 'hono'
import { writeXlsx } from 'hucre/xlsx'
import { recordExport } from '../audit/record-export.commands.ts'
import { findOffice } from '../documents/office/office.queries.ts'
import type { AppEnv } from '../http/app-env.ts'
import { originHeaders, originOfTable } from '../http/file-origin.ts'
import { originEntries, type Edition } from '../http/provenance-entries.ts'
import { csvFile, csvHeaders, xlsxHeaders } from '../http/spreadsheet-text.ts'
import { facilityFilterWords } from './facility-filter-words.ts'
import { facilityTable, facilityWorkbook } from './facility-ledger.ts'
import type { FacilityFilter } from './facility-query.schema.ts'
import { facilityFeatures } from './facility-view.ts'
import type { Facility } from './facility.schema.ts'

export interface TakenFacilities {
  readonly items: readonly Facility[]
  readonly filter: FacilityFilter
  readonly format: 'csv' | 'xlsx' | 'geojson'
  readonly edition: Edition
  readonly today: string
}

/** Where speed is measured is for internal posts; the small print says how many were left out. */
function shownOutside(items: readonly Facility[], edition: Edition) {
  const shown = edition === 'internal' ? items : items.filter(({ kind }) => kind !== 'speed_camera')
  const left = items.length - shown.length
  return { shown, leftOut: left > 0 ? `（对外版不含测速设备 ${left} 处）` : '' }
}

/** What the filter shows, as a file that says which filter that was; in the trail before it is handed over. */
export async function facilityFile(c: Context<AppEnv>, taken: TakenFacilities) {
  const { filter, format, edition, today } = taken
  const { shown, leftOut } = shownOutside(taken.items, edition)
  const at = c.var.now()
  const hazardNumber = filter.hazardId ? (shown[0]?.hazardNumber ?? null) : null
  const origin = originOfTable(facilityTable(shown, edition), {
    filter: facilityFilterWords(filter, hazardNumber) + leftOut,
    cutoffOn: today,
    ...{ at, by: c.var.actor.displayName, edition },
  })
  const outside = edition === 'external' ? { edition } : {}
  await recordExport(
    c.var.db,
    { actor: c.var.actor, at },
    { objectType: 'facility', format, filter: { ...filter, ...outside }, rows: shown.length },
  )
  if (format === 'csv')
    return c.body(csvFile(facilityTable(shown, edition)), 200, {
      ...csvHeaders('facilities'),
      ...originHeaders('facilities', 'csv', origin),
    })
  if (format === 'geojson') {
    const located = shown.filter(({ geometry }) => geometry).length
    const counts = { total: shown.length, located }
    const metadata = Object.fromEntries(originEntries(origin))
    return c.json({ ...facilityFeatures(shown, counts, edition), metadata }, 200, {
      'content-type': 'application/geo+json; charset=utf-8',
      ...originHeaders('facilities', 'geojson', origin),
    })
  }
  const { watermark } = await findOffice(c.var.db)
  const file = new Uint8Array(await writeXlsx(facilityWorkbook(shown, today, origin, watermark)))
  return c.body(file, 200, { ...xlsxHeaders('facilities'), ...originHeaders('facilities', 'xlsx', origin) })
}
