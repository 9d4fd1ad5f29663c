import {
  contentTypes,
  documentFormats,
  paperWriters,
  type DocumentFormat,
} from '../../documents/answer-document.ts'
import type { Exporting, ExportKind, ExportOrder } from '../../exports/export-kind.ts'
import {
  exportedFilter,
  exportedHazards,
  planHazards,
} from '../../hazards/ledger-export/exported-hazards.commands.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { sheetPaper } from './sheet-paper.commands.ts'

/** Ids and no more are kept: what they stand for is read when its turn comes. */
async function listIds(exporting: Exporting, order: ExportOrder, signal: AbortSignal) {
  const ids: string[] = []
  let demo = false
  for await (const hazard of exportedHazards(exporting, exportedFilter(exporting, order), signal)) {
    ids.push(hazard.id)
    demo ||= hazard.demo
  }
  return { ids, demo }
}

/** 一患一档 of everything that a filter shows, in one file. `request` is the filter of GET /api/hazards. */
export const hazardSheetExport = (store: PhotoStore): ExportKind => ({
  kind: 'hazardSheets',
  permission: 'business:read',
  formats: documentFormats,
  plan: (exporting, order) =>
    planHazards(exporting, order, ({ zh, en }) => ({
      zh: `一患一档（${zh}）`,
      en: `Hazard sheets (${en})`,
    })),
  write: async (exporting, order, { signal, onDone }) => {
    const { db, actor, now } = exporting
    const { ids, demo } = await listIds(exporting, order, signal)
    const { edition } = order
    const paper = await sheetPaper(db, ids, {
      ...{ edition, now, madeBy: actor.displayName, store, demo },
      onSheet: onDone,
    })
    const format = order.format as DocumentFormat
    return {
      fileName: `一患一档（${bannerDay(now)}）.${format}`,
      contentType: contentTypes[format],
      bytes: paperWriters[format](paper, { signal }),
    }
  },
})
