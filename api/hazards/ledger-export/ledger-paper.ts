import type { Office } from '../../documents/office/office.ts'
import type { Block, Paper, TableColumn } from '../../documents/paper.ts'
import { provenanceLine, type Edition, type Provenance } from '../../documents/provenance.ts'
import { printed } from '../hazard-ledger.ts'
import type { Hazard } from '../hazard.schema.ts'

/** For our own use only; a reader outside has no use for it. */
const internalOnly = ['技术编号']
const centred = ['状态', '隐患等级', '道路编号', '中队', '整改时限', '逾期天数', '督办级别', '发现时间']

const columnsOf = (edition: Edition) =>
  printed.filter(({ header }) => edition === 'internal' || !internalOnly.includes(header))

/** The cells of one row of the ledger, the running number first. */
export function ledgerRow(hazard: Hazard, index: number, edition: Edition): string[] {
  return [String(index + 1), ...columnsOf(edition).map(({ cell }) => String(cell(hazard) ?? ''))]
}

const tableColumns = (edition: Edition): TableColumn[] => [
  { header: '序号', width: 5, align: 'centre' },
  ...columnsOf(edition).map(({ header, width }) => ({
    header,
    width,
    align: centred.includes(header) ? ('centre' as const) : ('left' as const),
  })),
]

export interface LedgerContent {
  readonly rows: readonly (readonly string[])[]
  readonly isDemo: boolean
  readonly today: string
  readonly office: Office
  readonly provenance: Provenance
}

/** 2026-03-05 → 2026年3月5日, without leading zeros. */
const dayWords = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

const title = '道路交通安全隐患治理台账'

function blocksOf({ rows, today, office, provenance }: LedgerContent): Block[] {
  return [
    { kind: 'title', text: title },
    {
      kind: 'spread',
      parts: [
        `填报单位：${office.fillingUnit}（盖章）`,
        `填报日期：${dayWords(today)}`,
        `统计截止：${dayWords(today)}`,
        `共 ${rows.length} 处`,
      ],
    },
    { kind: 'table', columns: tableColumns(provenance.edition), rows },
    {
      kind: 'spread',
      parts: [
        `单位负责人（签字）：${office.unitHead}`,
        `审核人：${office.reviewer}`,
        `填报人：${office.compiler}`,
        `联系电话：${office.phone}`,
      ],
    },
    { kind: 'note', text: provenanceLine(provenance) },
  ]
}

/** 隐患治理台账, A4 landscape: what the filter shows. */
export const ledgerPaper = (content: LedgerContent): Paper => ({
  title,
  layout: 'list',
  watermark: content.isDemo ? '演示数据' : content.office.watermark,
  blocks: blocksOf(content),
})
