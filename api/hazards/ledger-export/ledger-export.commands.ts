import { createHash } from 'node:crypto'
import { canonicalJson } from '../../audit/canonical-json.ts'
import { requireExportScope } from '../../auth/own-squad.commands.ts'
import {
  contentTypes,
  documentFormats,
  paperWriters,
  type DocumentFormat,
} from '../../documents/answer-document.ts'
import { findOffice } from '../../documents/office/office.queries.ts'
import type { Exporting, ExportKind, ExportOrder } from '../../exports/export-kind.ts'
import { Unprocessable } from '../../http/problem.ts'
import { bannerDay } from '../../roads/validity.ts'
import { loadCalendar } from '../clocks/holiday.queries.ts'
import { hazardFilterWords } from '../hazard-filter-words.ts'
import { HazardFilter } from '../hazard-query.schema.ts'
import { hazardView } from '../hazard-view.ts'
import { countHazards, listHazards } from '../hazard.queries.ts'
import { ledgerMessages } from './ledger-messages.ts'
import { ledgerPaper, ledgerRow } from './ledger-paper.ts'

const pageLength = 500

/** The filter as the list takes it, narrowed to what this person may take out. */
function filterOf({ actor }: Exporting, { request }: ExportOrder): HazardFilter {
  const read = HazardFilter.safeParse(request)
  if (!read.success)
    throw new Unprocessable(
      ledgerMessages.badRequest(),
      read.error.issues.map(({ path, message }) => ({
        path: ['request', ...path].join('.'),
        message: { zh: message, en: message },
      })),
    )
  const squad = requireExportScope(actor, 'hazards', read.data.squad)
  return { ...read.data, ...(squad ? { squad: [...squad] } : {}) }
}

/** Page after page: rows of text are all that is kept. */
async function readRows(exporting: Exporting, filter: HazardFilter, order: ExportOrder, signal: AbortSignal) {
  const { db, actor, now } = exporting
  const onlooker = { person: actor, today: bannerDay(now), calendar: await loadCalendar(db) }
  const rows: string[][] = []
  let isDemo = false
  let cursor: string | undefined
  do {
    signal.throwIfAborted()
    const page = await listHazards(db, filter, { limit: pageLength, cursor }, onlooker.today)
    for (const row of page) {
      rows.push(ledgerRow(hazardView(row, onlooker), rows.length, order.edition))
      isDemo ||= row.demo
    }
    cursor = page.length === pageLength ? page.at(-1)!.number : undefined
  } while (cursor !== undefined)
  return { rows, isDemo, today: onlooker.today }
}

/** 隐患治理台账 on paper. `request` is the filter of GET /api/hazards. */
export const hazardLedgerExport: ExportKind = {
  kind: 'hazardLedger',
  permission: 'business:read',
  formats: documentFormats,
  plan: async (exporting, order) => {
    const filter = filterOf(exporting, order)
    const { total } = await countHazards(exporting.db, filter, bannerDay(exporting.now))
    if (total === 0) throw new Unprocessable(ledgerMessages.empty())
    const words = hazardFilterWords(filter)
    const isAll = Object.keys(filter).length === 0
    const en = isAll ? 'Ledger of all hazards' : `Ledger of hazards (${words})`
    return { total, title: { zh: `隐患治理台账（${words}）`, en } }
  },
  write: async (exporting, order, { signal, onDone }) => {
    const { db, actor, now } = exporting
    const filter = filterOf(exporting, order)
    const content = await readRows(exporting, filter, order, signal)
    const provenance = {
      filter: hazardFilterWords(filter),
      cutoffOn: content.today,
      madeAt: now.toISOString(),
      madeBy: actor.displayName,
      edition: order.edition,
      hash: createHash('sha256').update(canonicalJson(content.rows)).digest('hex'),
    }
    const paper = ledgerPaper({ ...content, office: await findOffice(db), provenance })
    const format = order.format as DocumentFormat
    return {
      fileName: `隐患治理台账（${content.today}）.${format}`,
      contentType: contentTypes[format],
      bytes: paperWriters[format](paper, { signal, onRow: onDone }),
    }
  },
}
