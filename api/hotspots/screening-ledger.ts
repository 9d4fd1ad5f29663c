import type { WriteOptions } from 'hucre'
import { calibreNames } from '../accidents/calibre.ts'
import { facilityKinds, type FacilityKind } from '../facilities/facility-kinds.ts'
import { ledgerWorkbook, type LedgerColumn } from '../http/ledger-workbook.ts'
import { originEntries, originLine, type Origin } from '../http/provenance-entries.ts'
import type { SpreadsheetCell } from '../http/spreadsheet-text.ts'
import type { Text } from '../http/text.ts'
import { wanInTable } from '../statistics/money.ts'
import { chanceTexts } from './chance.ts'
import { weightSets } from './rules/severity-weights.ts'
import type { ScreeningRun, ScreeningSite } from './screening.schema.ts'

type Site = Omit<ScreeningSite, 'grid' | 'features'>
const column = (
  header: string,
  width: number,
  cell: (site: Site) => SpreadsheetCell,
): LedgerColumn<Site> => ({
  ...{ header, width, cell },
})
const directions = { increasing: '桩号增方向', decreasing: '桩号减方向', both: '双向' } as const
const kindName = (kind: string) => facilityKinds[kind as FacilityKind]?.zh ?? kind
/** As many digits as say something. */
const digits = (value: number) => Number(value.toPrecision(4))

const columns: readonly LedgerColumn<Site>[] = [
  column('名次', 6, ({ rank }) => rank),
  column('路线', 14, ({ road, roadName }) => (road === roadName ? road : `${road} ${roadName}`)),
  column('桩号', 26, ({ stakeText }) => stakeText),
  column('方向', 10, ({ direction }) => directions[direction]),
  column('起数', 6, ({ accidents }) => accidents),
  column('死亡', 6, ({ killed }) => killed),
  column('受伤', 6, ({ injured }) => injured),
  column('财损(万元)', 10, ({ lossYuan }) => wanInTable(lossYuan)),
  column('得分', 8, ({ score }) => score),
  column('符合的条款', 34, ({ fired }) => fired.map(({ text }) => text.zh).join('；')),
  column('窗口内起数n', 8, ({ densest }) => densest),
  column('平均应有λ', 10, ({ expected }) => digits(expected)),
  column('巧合概率p', 12, ({ pValue }) => digits(pValue)),
  column('判断', 16, ({ chance }) => chanceTexts[chance].zh),
  column('已有隐患', 22, ({ openHazards }) => openHazards.map(({ number }) => number).join('、') || '无'),
  column(
    '已有设施',
    24,
    ({ facilityKinds: found }) =>
      found.map(({ kind, count }) => `${kindName(kind)}${count}处`).join('、') || '无',
  ),
]

/** Header first. */
export const screeningTable = (sites: readonly Site[]): SpreadsheetCell[][] => [
  columns.map(({ header }) => header),
  ...sites.map((site) => columns.map(({ cell }) => cell(site))),
]

interface Written {
  readonly name?: Text
  readonly criterion?: Text
  readonly source?: Text
  readonly weightSet?: { readonly id: string; readonly name: Text; readonly formula: Text }
}

/** What every list of places is headed by: rule, period, calibre and by what it is ranked. */
export function screeningWords(run: ScreeningRun): string[] {
  const { criterion, source, weightSet }: Written = run.parameters
  const weights = weightSet?.id === run.weights ? weightSet : weightSets[run.weights]
  return [
    `统计期 ${run.from} 至 ${run.to}`,
    `统计口径 ${calibreNames[run.calibre].zh}`,
    `排序 ${weights.name.zh}（${weights.formula.zh}）`,
    ...(criterion ? [`规则 ${criterion.zh}`] : []),
    ...(source ? [`来源 ${source.zh}`] : []),
  ]
}

/** 事故多发点段排查清单 */
export function screeningWorkbook(
  {
    run,
    sites,
    isDemo,
  }: { readonly run: ScreeningRun; readonly sites: readonly Site[]; readonly isDemo: boolean },
  origin: Origin,
  watermark: string,
): WriteOptions {
  const { name }: Written = run.parameters
  return ledgerWorkbook({
    title: `${run.preset} ${name?.zh ?? ''}排查清单${isDemo ? '（演示数据）' : ''}`,
    line: [`共 ${sites.length} 处`, ...screeningWords(run)].join('　'),
    smallPrint: originLine(origin),
    meta: [...originEntries(origin), ['筛查编号', run.id], ['结果校验码', run.resultHash]],
    watermark,
    sheetName: '排查清单',
    columns,
    printed: columns.length,
    rows: sites,
  })
}
