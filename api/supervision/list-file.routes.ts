import type { Context } from 'hono'
import { writeXlsx } from 'hucre/xlsx'
import { recordExport } from '../audit/record-export.commands.ts'
import { exportScope } from '../auth/own-squad.ts'
import { answerDocument } from '../documents/answer-document.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { Conflict, Forbidden, Unprocessable } from '../http/problem.ts'
import { csvFile } from '../http/spreadsheet-text.ts'
import type { Text } from '../http/text.ts'
import { compareList } from './comparison/compare-list.commands.ts'
import { photoReader } from './paper/list-export.commands.ts'
import { listView } from './list-view.commands.ts'
import { inEdition, listMeta } from './list-provenance.ts'
import type { PhotoStore } from '../photos/photo-store.ts'
import { listPaper } from './paper/list-paper.ts'
import type { ListRow } from './supervision-list.queries.ts'
import type { SupervisionFormat, SupervisionList } from './supervision-list.schema.ts'
import { supervisionMessages } from './supervision-messages.ts'
import { csvRows, listFeatures } from './supervision-table.ts'
import { supervisionWorkbook } from './supervision-workbook.ts'
import type { z } from 'zod'

type Asked = z.output<typeof SupervisionFormat>

const fileName = ({ title, filledOn }: SupervisionList) => `${title}（${filledOn}）`
const attachment = (list: SupervisionList, ending: string) =>
  `attachment; filename="supervision-list.${ending}"; filename*=UTF-8''${encodeURIComponent(`${fileName(list)}.${ending}`)}`

/** Drafts too: a list that has not been issued can leave the system all the same. It is of the whole banner. */
async function letListLeave(c: Context<AppEnv>, list: SupervisionList, { format, edition }: Asked) {
  if (!('all' in exportScope(c.var.actor, 'hazards'))) throw new Forbidden(supervisionMessages.notTakenAway())
  if (!list.isIntact) throw new Conflict(supervisionMessages.contentChanged())
  await recordExport(c.var.db, actingOf(c), {
    objectType: 'supervisionList',
    objectId: list.id,
    format,
    filter: { edition },
    rows: list.rows.length,
  })
}

/** What was asked for and does not fit is refused: a file without its appendix would be taken for the whole. */
export function requireRoom({ format, appendix, annex }: Asked): void {
  const refuse = (path: 'appendix' | 'annex', message: Text) => {
    throw new Unprocessable(message, [{ path, message }])
  }
  const hasPages = format === 'docx' || format === 'pdf'
  if (appendix && !hasPages && format !== 'xlsx') refuse('appendix', supervisionMessages.noAppendix(format))
  if (annex && !hasPages) refuse('annex', supervisionMessages.noAnnex(format))
}

const geoJsonType = 'application/geo+json; charset=utf-8'

/** A list as a file, in the trail before it is handed over. */
export async function listFile(c: Context<AppEnv>, row: ListRow, asked: Asked, store: PhotoStore) {
  const list = listView(row)
  const { format, edition } = asked
  await letListLeave(c, list, asked)
  c.header('x-content-hash', list.contentHash)
  if (format === 'csv')
    return c.body(csvFile(csvRows(inEdition(list, edition))), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(list, 'csv'),
    })
  if (format === 'geojson') {
    const metadata = Object.fromEntries(listMeta(list, edition))
    return c.json(listFeatures(inEdition(list, edition), metadata), 200, {
      'content-type': geoJsonType,
      'content-disposition': attachment(list, 'geojson'),
    })
  }
  const comparison = asked.appendix ? await compareList(c.var.db, row, asked.against) : undefined
  if (format === 'docx' || format === 'pdf') {
    const readPhoto = asked.annex ? photoReader(store, list, edition) : undefined
    return answerDocument(c, listPaper(list, { edition, comparison, readPhoto }), format, fileName(list))
  }
  const file = new Uint8Array(await writeXlsx(supervisionWorkbook(list, { edition, comparison })))
  return c.body(file, 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': attachment(list, 'xlsx'),
  })
}
