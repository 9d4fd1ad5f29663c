import { createHash } from 'node:crypto'
import { canonicalJson } from '../../audit/canonical-json.ts'
import {
  contentTypes,
  documentFormats,
  paperWriters,
  type DocumentFormat,
} from '../../documents/answer-document.ts'
import { findOffice } from '../../documents/office/office.queries.ts'
import type { Exporting, ExportKind, ExportOrder } from '../../exports/export-kind.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { loadCalendar } from '../clocks/holiday.queries.ts'
import { findFilterWords } from '../hazard-filter.queries.ts'
import type { HazardFilter } from '../hazard-query.schema.ts'
import { hazardView } from '../hazard-view.ts'
import { exportedFilter, exportedHazards, planHazards } from './exported-hazards.commands.ts'
import { ledgerPaper, ledgerRow } from './ledger-paper.ts'

/** Rows of text are all that is kept. */
async function readRows(exporting: Exporting, filter: HazardFilter, order: ExportOrder, signal: AbortSignal) {
  const { db, actor, now } = exporting
  const onlooker = { person: actor, today: bannerDay(now), calendar: await loadCalendar(db) }
  const rows: string[][] = []
  let isDemo = false
  for await (const row of exportedHazards(exporting, filter, signal)) {
    rows.push(ledgerRow(hazardView(row, onlooker), rows.length, order.edition))
    isDemo ||= row.demo
  }
  return { rows, isDemo, today: onlooker.today }
}

/** 隐患治理台账 on paper. `request` is the filter of GET /api/hazards. */
export const hazardLedgerExport: ExportKind = {
  kind: 'hazardLedger',
  permission: 'business:read',
  formats: documentFormats,
  plan: (exporting, order) =>
    planHazards(exporting, order, ({ zh, en }) => ({
      zh: `隐患治理台账（${zh}）`,
      en: `Ledger of hazards (${en})`,
    })),
  write: async (exporting, order, { signal, onDone }) => {
    const { db, actor, now } = exporting
    const filter = exportedFilter(exporting, order)
    const content = await readRows(exporting, filter, order, signal)
    const provenance = {
      filter: (await findFilterWords(db, filter)).zh,
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
