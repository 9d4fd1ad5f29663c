import type { HazardType } from '../../hazards/hazard-codes.ts'
import { noted } from '../cells/cell-reading.ts'
import { plainText } from '../cells/read-text.ts'
import { readYesNo } from '../cells/read-yes-no.ts'
import type { Cell } from '../import-types.ts'
import { worksExisting, worksMeasures, worksTypes } from '../sheets/hazard-works-synonyms.ts'
import { hazardRowMessages } from './hazard-messages.ts'
import type { HazardValues } from './hazard-record.ts'
import type { LedgerDraft } from './ledger-draft.ts'

type Draft = LedgerDraft<HazardValues>
const isMarked = ({ cellOf }: Draft, field: string) => readYesNo(cellOf(field)).value === true
const asWritten = (cell: Cell) => plainText(cell)
/** 1 and 0 say 有 and 无; other words say themselves. */
const yesOrNo = (cell: Cell) =>
  ({ true: '有', false: '无' })[String(readYesNo(cell).value)] ?? plainText(cell)

const said = ({ cellOf }: Draft, field: string, name: string, inWords = asWritten) => {
  const text = inWords(cellOf(field))
  return text === '' ? undefined : `${name}${text}`
}

/** Types, measures and standing equipment from the 0/1 columns of the 安防工程基础库. */
export function readWorks(draft: Draft): (string | undefined)[] {
  const { values, take } = draft
  const types = worksTypes.filter(({ field }) => isMarked(draft, field)).map(({ type }) => type as HazardType)
  if (types.length > 0) {
    // The indicators speak before the words of the row.
    values.types = [...new Set([...types, ...(values.types ?? [])])].slice(0, 6)
    take('types', { issues: [noted('types_from_works', hazardRowMessages.fromWorksLedger())] })
    values.description ??= worksTypes
      .filter(({ type }) => types.includes(type as HazardType))
      .map(({ zh }) => zh)
      .join('、')
  }
  const measures = worksMeasures.filter(({ field }) => isMarked(draft, field)).map(({ zh }) => zh)
  const worded = plainText(draft.cellOf('worksHasMeasures'))
  const isWorded = worded !== '' && readYesNo(worded).value === undefined
  if (measures.length > 0 || isWorded)
    values.advice ??= isWorded ? worded.slice(0, 2000) : measures.join('；')
  const existing = worksExisting.filter(({ field }) => isMarked(draft, field)).map(({ zh }) => zh.slice(4))
  return [
    said(draft, 'worksGrade', '技术等级：'),
    said(draft, 'worksClass', '安防工程路段分类：'),
    said(draft, 'worksYear', '计划实施年份：'),
    existing.length > 0
      ? `既有设施：${existing.join('、')}`
      : said(draft, 'worksHasExisting', '既有设施：', yesOrNo),
    isWorded ? undefined : said(draft, 'worksHasMeasures', '拟新采取措施：', yesOrNo),
  ]
}
