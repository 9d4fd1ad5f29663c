import { hazardStatuses } from '../../hazards/hazard-status.ts'
import { fieldsInWords } from '../../hazards/field-names.ts'
import { noted, toCheck } from '../cells/cell-reading.ts'
import { readText } from '../cells/read-text.ts'
import { readYesNo } from '../cells/read-yes-no.ts'
import { hazardRowMessages } from './hazard-messages.ts'
import type { HazardValues } from './hazard-record.ts'
import { missingOnWay, statusOfWords, type StatusWords } from './hazard-status-words.ts'
import type { LedgerDraft } from './ledger-draft.ts'

type Draft = LedgerDraft<HazardValues>
const longest = 500

interface Said extends StatusWords {
  readonly field: string
  readonly text: string
}

/** The words of the columns in the order in which they are trusted. */
function statusSaid({ cellOf }: Draft, wasNotified: boolean): { said?: Said; unread?: string } {
  let unread: string | undefined
  for (const field of ['status', 'progress']) {
    const text = readText(cellOf(field), longest).value
    if (text === undefined) continue
    const words = statusOfWords(text, wasNotified)
    if (words) return { said: { ...words, field, text } }
    unread ??= text
  }
  return unread === undefined ? {} : { unread }
}

/** 是否销号 = 是 is the ledger's word; ours is given after acceptance. */
function withClosing(draft: Draft, said: Said | undefined): Said | undefined {
  const isClosed = readYesNo(draft.cellOf('isClosed')).value
  const text = readText(draft.cellOf('isClosed'), 60).value ?? ''
  const words = statusOfWords(text, false)
  if (isClosed !== true && !words?.wasClosed) return said
  if (said && said.status < 50)
    draft.take('isClosed', { issues: [toCheck('status_conflict', hazardRowMessages.statusConflict())] })
  return { status: 50, wasClosed: true, field: 'isClosed', text: `已销号` }
}

function explain({ take }: Draft, said: Said | undefined, unread: string | undefined): void {
  if (!said) {
    const issue =
      unread === undefined
        ? noted('status_missing', hazardRowMessages.statusMissing())
        : toCheck('status_unknown', hazardRowMessages.statusUnknown(unread))
    take('progress', { issues: [issue] })
    return
  }
  const name = hazardStatuses[said.status]
  const issue = said.wasClosed
    ? toCheck('status_never_closed', hazardRowMessages.neverClosed(said.text))
    : (said.isGuess ? toCheck : noted)('status_from_words', hazardRowMessages.statusTaken(said.text, name))
  take(said.field, { issues: [issue] })
}

const known = (values: HazardValues) => ({
  types: values.types,
  level: values.level,
  analysis: values.analysis,
  advice: values.advice,
  emergencyAdvice: values.emergencyAdvice,
  responsibleUnit: values.responsibleUnit,
  dueDate: values.dueDate,
  temporaryControlPlan: values.temporaryControlText,
  documentNumber: values.noticeDocument,
  responsiblePerson: values.responsiblePerson,
  completionText: values.completedOn ?? values.progressText,
})

/** How far the ledger says it is, and what the way there lacks. Last of the steps: it looks at what the others found. */
export function readProgress(draft: Draft): void {
  const { values, take } = draft
  const { said: written, unread } = statusSaid(draft, values.noticeDocument !== undefined)
  const said = withClosing(draft, written)
  explain(draft, said, unread)
  values.status = said?.status ?? 10
  const missing = missingOnWay(said?.status ?? 10, known(values))
  if (missing.length === 0) return
  values.missingFields = missing
  const message = hazardRowMessages.missingOnWay(hazardStatuses[values.status].zh, fieldsInWords(missing))
  take('status', { issues: [noted('status_fields_missing', message)] })
}
