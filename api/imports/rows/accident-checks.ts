import { brokenAccidentRules } from '../../accidents/accident-rules.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import { cellMessages } from '../cells/cell-messages.ts'
import { toCheck, toRefuse } from '../cells/cell-reading.ts'
import { stakeMessages } from '../cells/stake-messages.ts'
import { plainText } from '../cells/read-text.ts'
import type { AccidentDraft } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'
import type { AccidentValues } from './accident-record.ts'
import type { Unsaid } from './accident-unsaid.ts'

/** Those that cannot be seen from what is missing are not asked of a row that misses it. */
function checkRules(draft: AccidentDraft, now: Date, unsaid: Unsaid): void {
  const { values } = draft
  const broken = brokenAccidentRules(
    {
      procedure: values.procedure ?? 'general',
      isStatistical: values.isStatistical ?? false,
      // The date has been judged where it was read.
      occurredAt: '1990-01-01T00:00:00+08:00',
      killed: values.killed ?? 0,
      injured: values.injured ?? 0,
      seriouslyInjured: values.seriouslyInjured ?? 0,
      form: values.form ?? '',
      collision: values.collision,
      objectHit: values.objectHit,
    },
    now,
  )
  for (const { path, message } of broken)
    if (path === 'procedure' || !unsaid.count(path))
      draft.take(path, { issues: [toCheck('rule_broken', message)] })
}

const requirements = [
  ['occurredAt', 'date_missing', '发生时间', 'time'],
  ['placeText', 'place_missing', '事故地点', 'place'],
  ['form', 'form_missing', '事故形态', 'form of the accident'],
] as const

function checkRequired(draft: AccidentDraft): void {
  const { values, findings } = draft
  for (const [field, code, zh, en] of requirements) {
    const isSaid = findings.some((finding) => finding.field === field && finding.severity !== 'note')
    if (values[field] === undefined && !isSaid)
      draft.take(field, { issues: [toCheck(code, cellMessages.missing(zh, en))] })
  }
  if (values.stake !== undefined && values.road === undefined)
    draft.take('road', { issues: [toCheck('stake_without_road', stakeMessages.noRoad(values.stake))] })
}

const whenGiven = ['occurredAt', 'occurredOn'] as const
const whereGiven = ['placeText', 'road', 'roadName', 'stake', 'km', 'rawCoordinate', 'lon'] as const

/** Without any word on when or where there is nothing to correct. */
function isNoAccident({ cellOf }: AccidentDraft): boolean {
  const isSilent = (field: string) => plainText(cellOf(field)) === ''
  return whenGiven.every(isSilent) && whereGiven.every(isSilent)
}

/** A place without its own words is written as road and stake, as lists do. */
function completePlace(values: AccidentValues): void {
  if (values.placeText !== undefined) return
  const road = values.roadName ?? values.road
  if (road !== undefined && values.stake !== undefined)
    values.placeText = `${road}${formatStake(values.stake)}`
}

/** What must hold for the row as a whole. */
export function checkRow(draft: AccidentDraft, now: Date, unsaid: Unsaid): void {
  if (isNoAccident(draft)) {
    draft.take('', { issues: [toRefuse('not_an_accident', accidentRowMessages.nothingToTakeIt())] })
    return
  }
  completePlace(draft.values)
  checkRequired(draft)
  checkRules(draft, now, unsaid)
}

/** Time to the minute, place and loss: enough to tell accidents apart where their numbers were lost. */
export function fingerprintOf({
  occurredAt,
  road,
  stake,
  placeText,
  lossYuan,
}: AccidentValues): string | undefined {
  const place =
    road !== undefined && stake !== undefined ? `${road}+${stake}` : placeText?.replace(/\s+/g, '')
  if (occurredAt === undefined || place === undefined) return undefined
  return `${occurredAt.slice(0, 16)}|${place}|${lossYuan ?? ''}`
}
