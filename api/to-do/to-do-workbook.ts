import type { WriteOptions } from 'hucre'
import { hazardStatuses, type HazardStatus } from '../hazards/hazard-status.ts'
import { ledgerWorkbook, type LedgerColumn } from '../http/ledger-workbook.ts'
import type { ToDoItem, ToDoList } from './to-do.schema.ts'
import { groupNames, type GroupId } from './to-do-words.ts'

type Row = ToDoItem & { readonly group: GroupId; readonly index: number }

const column = (header: string, width: number, cell: LedgerColumn<Row>['cell']): LedgerColumn<Row> => ({
  header,
  width,
  cell,
})

const columns: readonly LedgerColumn<Row>[] = [
  column('序号', 5, ({ index }) => index),
  column('类别', 9, ({ group }) => groupNames[group].zh),
  column('编号', 17, ({ number }) => number),
  column('名称', 34, ({ title }) => title),
  column('道路桩号', 26, ({ roadName, stakeText }) => [roadName, stakeText].filter(Boolean).join(' ')),
  column('状态', 9, ({ status }) => (status === null ? null : hazardStatuses[status as HazardStatus].zh)),
  column('要办的事', 12, ({ verb }) => verb.zh),
  column('责任单位', 16, ({ responsibleUnit }) => responsibleUnit),
  column('时限', 11, ({ due }) => due),
  column('原时限', 11, ({ originalDue }) => originalDue),
  column('剩余/逾期', 11, ({ dueText }) => dueText?.zh ?? null),
  column('中队', 12, ({ squadName }) => squadName),
  // Filled in by hand on the printed sheet.
  column('办理情况', 22, () => null),
]

export const groupIds = Object.keys(groupNames) as GroupId[]

/** 周清单 */
export function toDoWorkbook(list: ToDoList): WriteOptions {
  const rows = groupIds
    .flatMap((group) => list[group].items.map((item) => ({ ...item, group })))
    .map((row, i) => ({ ...row, index: i + 1 }))
  const isDemo = rows.some(({ demo }) => demo)
  const counts = groupIds.map((group) => `${groupNames[group].zh} ${list[group].count} 项`)
  const name = list.squads.find(({ code }) => code === list.squad)?.name ?? '全部中队'
  return ledgerWorkbook({
    title: `隐患治理周清单${isDemo ? '（演示数据）' : ''}`,
    line: [name, ...counts, `截至 ${list.today}`].join('　　'),
    sheetName: '周清单',
    columns,
    printed: columns.length,
    rows,
  })
}
