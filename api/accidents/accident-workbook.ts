import type { WriteOptions } from 'hucre'
import { ledgerWorkbook } from '../http/ledger-workbook.ts'
import { originEntries, originLine, type Origin } from '../http/provenance-entries.ts'
import {
  accidentDataColumns,
  type AccidentDataColumn,
  type ExportedAccident,
} from './accident-data-columns.ts'
import { columnsIn } from './accident-edition.ts'
import { accidentColumns, type AccidentColumn, type Cell } from './accident-view.ts'
import type { AccidentFilter, AccidentSummary } from './accident.schema.ts'
import { calibreNames, calibreNote } from './calibre.ts'

type Summed = 'killed' | 'injured' | 'seriouslyInjured' | 'lossYuan'
const summed: Readonly<Record<string, Summed>> = {
  '死亡(7日内)': 'killed',
  受伤: 'injured',
  重伤: 'seriouslyInjured',
  '直接财产损失(元)': 'lossYuan',
}

function totalsRow(accidents: readonly ExportedAccident[], columns: readonly AccidentColumn[]): Cell[] {
  return columns.map(({ header }, index) => {
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
  origin: Origin,
  watermark: string,
): WriteOptions {
  const isDemo = accidents.some(({ demo }) => demo)
  const printed = columnsIn<AccidentSummary, AccidentColumn>(accidentColumns, origin.edition)
  const further = columnsIn<ExportedAccident, AccidentDataColumn>(accidentDataColumns, origin.edition)
  const workbook = ledgerWorkbook({
    title: `道路交通事故清单${isDemo ? '（演示数据）' : ''}`,
    line: conditionLine(filter),
    smallPrint: originLine(origin),
    meta: originEntries(origin),
    watermark,
    sheetName: '事故清单',
    columns: [...printed, ...further],
    printed: printed.length,
    rows: accidents,
    totals: totalsRow(accidents, printed),
  })
  return { ...workbook, properties: { title: '道路交通事故清单' } }
}
