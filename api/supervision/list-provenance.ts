import { calibreNames } from '../accidents/calibre.ts'
import { originEntries, originLine, type Edition, type Origin } from '../http/provenance-entries.ts'
import { listStatuses } from './list-status.ts'
import type { SupervisionContent } from './list-content.schema.ts'
import type { SupervisionList } from './supervision-list.schema.ts'

export type PrintedList = Omit<SupervisionList, 'isIntact'>

export const calibreNameOf = ({ calibre, calibreName }: SupervisionContent): string =>
  calibreName ?? calibreNames[calibre].zh

const originOf = (list: PrintedList, edition: Edition): Origin => ({
  filter: list.filter?.words ?? `人工选定 ${list.rows.length} 处`,
  calibreName: calibreNameOf(list),
  cutoffOn: list.cutoffOn,
  madeAt: list.madeAt,
  madeBy: list.madeBy,
  edition,
  hash: list.contentHash,
})

/** 校验码 is that of the content in full, whatever an external copy leaves out of it. */
export const listSmallPrint = (list: PrintedList, edition: Edition): string =>
  [`清单编号：${list.number}`, originLine(originOf(list, edition))].join('　')

/** What the list says of itself, for whoever has to prove a printed copy in two years. */
export function listMeta(list: PrintedList, edition: Edition): (readonly [string, string])[] {
  return [
    ['清单编号', list.number],
    ['状态', listStatuses[list.status].zh],
    ['文号', list.documentNumber ?? ''],
    ['签发日期', list.issuedOn ?? ''],
    ['签发人', list.issuedByName ?? ''],
    ['有缺项签发的理由', list.issueReason ?? ''],
    ...originEntries(originOf(list, edition)),
    ['排查规则', (list.presets ?? []).join('、')],
    ['listId', list.id],
    ['status', list.status],
    ['filter', JSON.stringify(list.filter?.query ?? { hazards: list.rows.map(({ hazardId }) => hazardId) })],
    ['preset', (list.presets ?? []).join(',')],
    ['calibre', list.calibre],
    ['countedFrom', list.countedFrom],
    ['cutoffOn', list.cutoffOn],
    ['contentHash', list.contentHash],
    ['madeAt', list.madeAt],
    ['madeBy', list.madeBy],
    ['issuedAt', list.issuedAt ?? ''],
    ['demo', String(list.demo)],
  ]
}

/** For readers outside: no names of persons, and only photos that are masked. */
export function inEdition<List extends SupervisionContent>(list: List, edition: Edition): List {
  if (edition === 'internal') return list
  const rows = list.rows.map((row) => ({
    ...row,
    responsiblePerson: '',
    ...(row.photos ? { photos: row.photos.filter(({ isMasked }) => isMasked) } : {}),
  }))
  return { ...list, rows }
}
