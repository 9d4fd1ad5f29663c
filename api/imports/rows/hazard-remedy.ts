import { noted, remembered, toCheck } from '../cells/cell-reading.ts'
import { newCodeReader, type CodeSpec } from '../cells/read-code.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import { cellMessages } from '../cells/cell-messages.ts'
import { readDate } from '../cells/read-date.ts'
import { plainText, readText } from '../cells/read-text.ts'
import { readYesNo } from '../cells/read-yes-no.ts'
import { hazardLevels, hazardSources, supervisionLevels } from '../../hazards/hazard-codes.ts'
import type { HazardLevel, HazardSource, SupervisionLevel } from '../../hazards/hazard-codes.ts'
import { readDue } from './hazard-due.ts'
import { readFunds } from './hazard-funds.ts'
import type { HazardValues } from './hazard-record.ts'
import type { ColumnOf } from './accident-draft.ts'
import type { LedgerDraft } from './ledger-draft.ts'
import type { LedgerRowContext } from './ledger-rows.ts'
import { newUnitReader, readOfficePhone } from './ledger-unit.ts'

type Draft = LedgerDraft<HazardValues>

const longTexts = {
  title: 200,
  description: 500,
  analysis: 2000,
  advice: 2000,
  emergencyAdvice: 2000,
  remedyPlan: 2000,
  gacha: 40,
  listingDocument: 60,
  noticeDocument: 60,
} as const

const aliases = (code: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, code]))

const levels: CodeSpec = {
  table: Object.fromEntries(Object.entries(hazardLevels)),
  aliases: {
    ...aliases('1', '一般隐患', '低', '低风险', 'Ⅳ级', 'Ⅲ级', '三级', '四级'),
    ...aliases('2', '较大隐患', '中', '较大风险', 'Ⅱ级', '二级'),
    ...aliases('3', '重大隐患', '高', '重大风险', '特别重大', 'Ⅰ级', '一级'),
  },
}
const supervisions: CodeSpec = {
  table: Object.fromEntries(Object.entries(supervisionLevels)),
  aliases: {
    ...aliases('0', '否', '未挂牌', '无', '不挂牌'),
    ...aliases('1', '大队', '大队级', '大队挂牌'),
    ...aliases('2', '旗级', '旗县级', '县级', '旗(县)级', '旗级挂牌', '旗级督办', '县级挂牌', '旗'),
    ...aliases('3', '市', '市级挂牌', '市级督办', '盟市级'),
    ...aliases('4', '自治区', '省级', '省级挂牌', '自治区级挂牌', '自治区级督办'),
    ...aliases('5', '部', '公安部', '部级挂牌', '部级督办'),
  },
}
const sources: CodeSpec = {
  table: Object.fromEntries(Object.entries(hazardSources)),
  aliases: {
    ...aliases('01', '巡逻', '日常排查', '日常巡查'),
    ...aliases('02', '专项', '集中排查', '大排查', '排查'),
    ...aliases('05', '群众举报', '12345', '举报', '信访'),
    ...aliases('06', '上级', '上级督办'),
    ...aliases('07', '移送', '部门移交'),
  },
}

function readTexts({ cellOf, take, values }: Draft): void {
  for (const [field, most] of Object.entries(longTexts) as [keyof typeof longTexts, number][]) {
    const text = take(field, readText(cellOf(field), most))
    if (text === undefined) continue
    const masked = maskPersonal(text)
    values[field] = masked
    if (masked !== text) take(field, { issues: [noted('personal_masked', cellMessages.personalMasked())] })
  }
  const control = take('temporaryControl', readText(cellOf('temporaryControl'), 500))
  if (control !== undefined) values.temporaryControlText = maskPersonal(control)
  const progress = take('progress', readText(cellOf('progress'), 500))
  if (progress !== undefined) values.progressText = maskPersonal(progress)
}

/** Names and types, texts, level, where it comes from. */
export function newFindingStep(context: LedgerRowContext): (draft: Draft) => void {
  const readLevel = newCodeReader(levels)
  const readSource = newCodeReader(sources)
  return (draft) => {
    readTexts(draft)
    const { cellOf, take, values } = draft
    const level = take('level', readLevel(cellOf('level')))
    if (level !== undefined) values.level = Number(level) as HazardLevel
    const source = take('source', readSource(cellOf('source')))
    if (source !== undefined) values.source = source as HazardSource
    const found = take(
      'foundOn',
      readDate(cellOf('foundOn'), { now: context.now, is1904: context.fileIs1904 }),
    )
    if (found) values.foundAt = found.at
    const by = take('foundBy', readText(cellOf('foundBy'), 60))
    if (by !== undefined) values.foundBy = maskPersonal(by)
  }
}

function dayOf(at: string | undefined) {
  if (at === undefined) return undefined
  const [year, month, day] = at.slice(0, 10).split('-').map(Number)
  return { year: year!, month: month!, day: day! }
}

function readListing(draft: Draft, read: ReturnType<typeof newCodeReader>): void {
  const { cellOf, take, values } = draft
  const level = take('supervisionLevel', read(cellOf('supervisionLevel')))
  if (level !== undefined) values.supervisionLevel = Number(level) as SupervisionLevel
  const listed = readYesNo(cellOf('isListed'))
  if (listed.value === undefined && values.supervisionLevel === undefined) {
    const said = take('isListed', read(cellOf('isListed')))
    if (said !== undefined) values.supervisionLevel = Number(said) as SupervisionLevel
  }
  if (listed.value === true && !values.supervisionLevel)
    take('isListed', {
      issues: [
        toCheck('listing_level_missing', {
          zh: '写明已挂牌而没有督办级别，请选定级别。',
          en: 'It is listed but the level is missing. Choose it.',
        }),
      ],
    })
}

function readDates(draft: Draft, { now, fileIs1904: is1904 }: LedgerRowContext): string | undefined {
  const { cellOf, take, values } = draft
  const due = take('due', readDue(cellOf('due'), { foundOn: dayOf(values.foundAt), is1904 }))
  if (due && due.text !== due.date) values.dueText = due.text
  if (due?.date !== undefined) values.dueDate = due.date
  const completed = take('completedOn', readDate(cellOf('completedOn'), { now, is1904 }))
  if (!completed) return undefined
  values.completedOn = completed.at.slice(0, 10)
  return `台账所载完成时间：${values.completedOn}`
}

/** Codes of the units; names that are no registered unit go into the remark. */
function newUnitsStep({ units }: LedgerRowContext): (draft: Draft) => string[] {
  const readUnit = newUnitReader(units)
  const fields = [
    ['responsibleUnit', '责任单位'],
    ['regulatorUnit', '主管单位'],
  ] as const
  return ({ cellOf, take, values }) =>
    fields.flatMap(([field, name]) => {
      const unit = take(field, readUnit(cellOf(field)))
      if (unit?.code !== undefined) values[field] = unit.code
      return unit && unit.others.length > 0 ? [`${name}：${unit.others.join('、')}`] : []
    })
}

const papersOf = ({ listingDocument, noticeDocument }: HazardValues) => [
  listingDocument && `挂牌文号：${listingDocument}`,
  noticeDocument && `抄告文号：${noticeDocument}`,
]

/** Who mends it by when with what; gives back what belongs into the remark. */
export function newRemedyStep(
  context: LedgerRowContext,
  columns: ColumnOf,
  factors: readonly (number | null)[],
): (draft: Draft) => (string | undefined)[] {
  const readUnits = newUnitsStep(context)
  const readSupervision = newCodeReader(supervisions)
  const factor = factors[columns.get('funds') ?? -1] ?? null
  const readAmount = remembered((cell) => readFunds(cell, factor))
  return (draft) => {
    const { cellOf, take, values } = draft
    const units = readUnits(draft)
    const person = take('responsiblePerson', readText(cellOf('responsiblePerson'), 40))
    if (person !== undefined) values.responsiblePerson = maskPersonal(person)
    const phone = take('phone', readOfficePhone(cellOf('phone')))
    const completed = readDates(draft, context)
    const funds = take('funds', readAmount(cellOf('funds')))
    if (funds !== undefined) values.fundsWan = funds
    readListing(draft, readSupervision)
    // A ledger of our own names papers that the hazard already has.
    const isOurs = plainText(cellOf('technicalNumber')) !== ''
    return [...units, phone && `联系电话：${phone}`, ...(isOurs ? [] : papersOf(values)), completed]
  }
}
