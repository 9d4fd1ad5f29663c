import type { WriteOptions } from 'hucre'
import { ledgerWorkbook } from '../http/ledger-workbook.ts'
import { accidentDataColumns, type ExportedAccident } from './accident-data-columns.ts'
import { accidentColumns, type Cell } from './accident-view.ts'
import type { AccidentFilter } from './accident.schema.ts'
import { calibreNames, calibreNote } from './calibre.ts'

type Summed = 'killed' | 'injured' | 'seriouslyInjured' | 'lossYuan'
const summed: Readonly<Record<string, Summed>> = {
  '死亡(7日内)': 'killed',
  受伤: 'injured',
  重伤: 'seriouslyInjured',
  '直接财产损失(元)': 'lossYuan',
}

function totalsRow(accidents: readonly ExportedAccident[]): Cell[] {
  return accidentColumns.map(({ header }, index) => {
    if (index === 0) return `合计 ${accidents.length} 起`
    const field = summed[header]
    return field ? accidents.reduce((sum, accident) => sum + accident[field], 0) : null
  })
}

function conditionLine({ calibre, from, to }: AccidentFilter): string {
  const period = from || to ? `${from ?? '最早'} 至 ${to ?? '最近'}` : '全部'
  return [`统计口径：${calibreNames[calibre].zh}`, `期间：${period}`, calibreNote.zh].join('　　')
}

/** Exactly what the filter shows, with its calibre and its sums; what is not printed stands to the right. */
export function accidentWorkbook(
  accidents: readonly ExportedAccident[],
  filter: AccidentFilter,
): WriteOptions {
  const isDemo = accidents.some(({ demo }) => demo)
  const workbook = ledgerWorkbook({
    title: `道路交通事故清单${isDemo ? '（演示数据）' : ''}`,
    line: conditionLine(filter),
    sheetName: '事故清单',
    columns: [...accidentColumns, ...accidentDataColumns],
    printed: accidentColumns.length,
    rows: accidents,
    totals: totalsRow(accidents),
  })
  return { ...workbook, properties: { title: '道路交通事故清单' } }
}
