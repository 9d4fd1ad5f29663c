import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { exportScope } from '../../auth/own-squad.ts'
import {
  contentTypes,
  documentFormats,
  paperWriters,
  type DocumentFormat,
} from '../../documents/answer-document.ts'
import { markedPhoto } from '../../documents/marked-photo.writer.ts'
import type { Exporting, ExportKind, ExportOrder } from '../../exports/export-kind.ts'
import { Conflict, Forbidden, NotFound } from '../../http/problem.ts'
import type { Edition } from '../../http/provenance-entries.ts'
import { photoKey } from '../../photos/photo-key.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import { compareList } from '../comparison/compare-list.commands.ts'
import type { PrintedList } from '../list-provenance.ts'
import { listView } from '../list-view.commands.ts'
import { findSupervisionList } from '../supervision-list.queries.ts'
import { supervisionMessages } from '../supervision-messages.ts'
import { listPaper } from './list-paper.ts'
import type { ReadPhoto } from './photo-annex.ts'

/** Who let a photo out and when: of the list and not of the printing, since a list is the same whenever it is printed. */
const markOf = ({ number, madeBy, filledOn, demo }: PrintedList) => ({
  across: demo ? '对外版 演示数据' : '对外版',
  foot: `对外版 · ${number} · ${madeBy} · ${filledOn}`,
})

/**
 * Small enough to print, with the mark burnt in where it goes outside; whatever was withdrawn since, an issued list still
 * has its photos.
 */
export const photoReader =
  (store: PhotoStore, list: PrintedList, edition: Edition): ReadPhoto =>
  async (sha256) => {
    const stored = await store.get(photoKey(sha256, 'preview'))
    if (!stored) return undefined
    const bytes = new Uint8Array(await buffer(stored.stream))
    return edition === 'external' ? markedPhoto(bytes, markOf(list)) : bytes
  }

const Request = z.object({
  id: z.uuid(),
  appendix: z.literal('diff').optional(),
  annex: z.literal('photos').optional(),
  against: z.uuid().optional(),
})

async function requireRequested({ db, actor }: Exporting, { request }: ExportOrder) {
  const asked = Request.safeParse(request)
  const row = asked.success ? await findSupervisionList(db, asked.data.id) : undefined
  if (!asked.success || !row) throw new NotFound(supervisionMessages.unknownList())
  if (!('all' in exportScope(actor, 'hazards'))) throw new Forbidden(supervisionMessages.notTakenAway())
  const list = listView(row)
  if (!list.isIntact) throw new Conflict(supervisionMessages.contentChanged())
  return { asked: asked.data, row, list }
}

/** A list with the photos of all its rows takes too long to be waited for. `request`: `{ id, appendix?, annex? }`. */
export const supervisionListExport = (store: PhotoStore): ExportKind => ({
  kind: 'supervisionList',
  permission: 'business:read',
  formats: documentFormats,
  plan: async (exporting, order) => {
    const { asked, list } = await requireRequested(exporting, order)
    const photos = asked.annex ? { zh: '（含照片）', en: ' (with photos)' } : { zh: '', en: '' }
    const title = { zh: `${list.title}${photos.zh}`, en: `${list.title}${photos.en}` }
    return { total: list.rows.length, title }
  },
  write: async (exporting, order, { signal, onDone }) => {
    const { asked, row, list } = await requireRequested(exporting, order)
    const comparison = asked.appendix ? await compareList(exporting.db, row, asked.against) : undefined
    const readPhoto = asked.annex ? photoReader(store, list, order.edition) : undefined
    const paper = listPaper(list, { edition: order.edition, comparison, readPhoto })
    const format = order.format as DocumentFormat
    return {
      fileName: `${list.title}（${list.filledOn}）.${format}`,
      contentType: contentTypes[format],
      bytes: paperWriters[format](paper, {
        signal,
        onRow: (rows) => onDone(Math.min(rows, list.rows.length)),
      }),
    }
  },
})
