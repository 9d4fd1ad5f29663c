import { requireExportScope } from '../../auth/own-squad.commands.ts'
import {
  contentTypes,
  documentFormats,
  paperWriters,
  type DocumentFormat,
} from '../../documents/answer-document.ts'
import type { Exporting, ExportKind, ExportOrder } from '../../exports/export-kind.ts'
import { hazardFilterWords } from '../../hazards/hazard-filter-words.ts'
import { HazardFilter } from '../../hazards/hazard-query.schema.ts'
import { countHazards, listHazards } from '../../hazards/hazard.queries.ts'
import { ledgerMessages } from '../../hazards/ledger-export/ledger-messages.ts'
import { Unprocessable } from '../../http/problem.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import { bannerDay } from '../../roads/validity.ts'
import { sheetPaper } from './sheet-paper.commands.ts'

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

const pageLength = 500

/** Ids and no more are kept: what they stand for is read when its turn comes. */
async function listIds({ db, now }: Exporting, filter: HazardFilter, signal: AbortSignal) {
  const ids: string[] = []
  let demo = false
  let cursor: string | undefined
  do {
    signal.throwIfAborted()
    const page = await listHazards(db, filter, { limit: pageLength, cursor }, bannerDay(now))
    for (const hazard of page) {
      ids.push(hazard.id)
      demo ||= hazard.demo
    }
    cursor = page.length === pageLength ? page.at(-1)!.number : undefined
  } while (cursor !== undefined)
  return { ids, demo }
}

/** 一患一档 of everything that a filter shows, in one file. `request` is the filter of GET /api/hazards. */
export const hazardSheetExport = (store: PhotoStore): ExportKind => ({
  kind: 'hazardSheets',
  permission: 'business:read',
  formats: documentFormats,
  plan: async (exporting, order) => {
    const filter = filterOf(exporting, order)
    const { total } = await countHazards(exporting.db, filter, bannerDay(exporting.now))
    if (total === 0) throw new Unprocessable(ledgerMessages.empty())
    const words = hazardFilterWords(filter)
    return { total, title: { zh: `一患一档（${words}）`, en: `Hazard sheets (${words})` } }
  },
  write: async (exporting, order, { signal, onDone }) => {
    const { db, actor, now } = exporting
    const { ids, demo } = await listIds(exporting, filterOf(exporting, order), signal)
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
