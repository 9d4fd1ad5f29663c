import type { SpreadsheetCell } from '../http/spreadsheet-text.ts'
import { actionWords, objectWords, personKindWords } from './audit-words.ts'
import type { AuditEntry } from './audit.schema.ts'
import { canonicalJson } from './canonical-json.ts'

/** China has one time zone and no summer time. */
const clockOf = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const json = (value: unknown) => (value === null || value === undefined ? null : canonicalJson(value))

const columns: readonly (readonly [string, (entry: AuditEntry) => SpreadsheetCell])[] = [
  ['序号', ({ sequence }) => sequence],
  ['时间', ({ at }) => clockOf(at)],
  ['操作人', ({ actorName }) => actorName],
  ['人员类别', ({ personKind }) => personKindWords(personKind).zh],
  ['部门', ({ department }) => department],
  ['操作', ({ action }) => actionWords(action).zh],
  ['操作代码', ({ action }) => action],
  ['对象', ({ objectType }) => objectWords(objectType).zh],
  ['对象标识', ({ objectId }) => objectId],
  ['理由', ({ reason }) => reason],
  ['来源地址', ({ address }) => address],
  ['设备', ({ device }) => device],
  ['变更前', ({ before }) => json(before)],
  ['变更后', ({ after }) => json(after)],
  ['校验值', ({ hash }) => hash],
]

export const auditTable = (entries: readonly AuditEntry[]): SpreadsheetCell[][] => [
  columns.map(([header]) => header),
  ...entries.map((entry) => columns.map(([, cell]) => cell(entry))),
]
