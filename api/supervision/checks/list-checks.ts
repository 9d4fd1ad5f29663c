import { assuranceIds, assuranceNames } from '../../hazards/life/life-codes.ts'
import { isEnded, type HazardStatus } from '../../hazards/hazard-status.ts'
import type { Text } from '../../http/text.ts'
import type { SupervisionContent, SupervisionRow } from '../list-content.schema.ts'
import { daysLate } from '../supervision-row.ts'
import type { ListFinding } from './list-checks.schema.ts'

interface Check {
  readonly code: string
  /** The list is not complete without it; the others its reader will ask about. */
  readonly isBlocking: boolean
  /** The message where something is amiss. */
  readonly look: (row: SupervisionRow, filledOn: string) => Text | undefined
}

const missing =
  (field: 'responsibleUnit' | 'responsiblePerson' | 'remedy' | 'level', message: Text) =>
  (row: SupervisionRow) => (row[field].trim() === '' ? message : undefined)

function missingAssurances({ facts }: SupervisionRow): Text | undefined {
  const parts = assuranceIds.filter((id) => (facts?.assurances[id] ?? '').trim() === '')
  if (!facts || parts.length === 0) return undefined
  return {
    zh: `五到位缺：${parts.map((id) => assuranceNames[id].zh).join('、')}。`,
    en: `Of the five assurances missing: ${parts.map((id) => assuranceNames[id].en.toLowerCase()).join(', ')}.`,
  }
}

/** What must be there before the government is asked to stand behind it. */
const blocking: readonly Omit<Check, 'isBlocking'>[] = [
  {
    code: 'responsibleUnit',
    look: missing('responsibleUnit', { zh: '没有治理责任单位。', en: 'No responsible unit.' }),
  },
  {
    code: 'responsiblePerson',
    look: missing('responsiblePerson', { zh: '没有责任人。', en: 'No responsible person.' }),
  },
  {
    code: 'dueDate',
    look: ({ dueDate }) =>
      dueDate === null ? { zh: '没有完成时限。', en: 'No date by which it is done.' } : undefined,
  },
  { code: 'remedy', look: missing('remedy', { zh: '没有治理措施。', en: 'No measures.' }) },
  { code: 'level', look: missing('level', { zh: '没有评定隐患等级。', en: 'No level.' }) },
  {
    code: 'supervisionLevel',
    look: ({ facts }) =>
      // Taken off the list when it was closed: whether it is still listed is asked below.
      facts?.supervisionLevel === 0 && !isEnded(facts.status as HazardStatus)
        ? { zh: '没有督办级别（未督办）。', en: 'No level of supervision.' }
        : undefined,
  },
  { code: 'assurances', look: missingAssurances },
]

const advisory: readonly Omit<Check, 'isBlocking'>[] = [
  {
    code: 'funds',
    look: ({ fundsWan }) => (fundsWan === null ? { zh: '没有治理资金。', en: 'No funds.' } : undefined),
  },
  {
    code: 'listingNumber',
    look: ({ facts }) =>
      facts?.listingNumber === null
        ? { zh: '还没有登记挂牌文号。', en: 'The document number of its listing is not recorded.' }
        : undefined,
  },
  {
    code: 'photoBefore',
    look: ({ photos }) =>
      photos && !photos.some(({ moment }) => moment === 'before')
        ? { zh: '没有治理前照片。', en: 'No photo from before.' }
        : undefined,
  },
  {
    code: 'ended',
    look: ({ facts }) =>
      facts && isEnded(facts.status as HazardStatus)
        ? {
            zh: '隐患已办结，请核对是否还要列入。',
            en: 'The hazard has ended. Check whether it is still listed.',
          }
        : undefined,
  },
  {
    code: 'dueBeforeFilled',
    look: (row, filledOn) =>
      daysLate(row, filledOn) > 0
        ? { zh: '完成时限早于填报日期，已逾期。', en: 'The due date lies before the date of the list.' }
        : undefined,
  },
  {
    code: 'notUrged',
    look: (row, filledOn) =>
      daysLate(row, filledOn) > 0 && (row.facts?.urgedOn ?? '') < row.dueDate!
        ? { zh: '已逾期，没有催办记录。', en: 'Overdue, and nobody was urged.' }
        : undefined,
  },
  {
    code: 'fatalUncontrolled',
    look: ({ accidents, temporaryControl }) =>
      (accidents?.killed ?? 0) > 0 && temporaryControl.trim() === ''
        ? {
            zh: '近三年发生过死亡事故，没有临时管控措施。',
            en: 'People were killed here, and there is no temporary control.',
          }
        : undefined,
  },
]

const checks: readonly Check[] = [
  ...blocking.map((check) => ({ ...check, isBlocking: true })),
  ...advisory.map((check) => ({ ...check, isBlocking: false })),
]

/** Everything that is amiss in the rows as they would be issued, row by row. */
export const checkRows = ({ rows, filledOn }: SupervisionContent): ListFinding[] =>
  rows.flatMap((row) =>
    checks.flatMap(({ code, isBlocking, look }) => {
      const message = look(row, filledOn)
      return message ? [{ ...rowName(row), code, isBlocking, message }] : []
    }),
  )

const rowName = ({ position, hazardId, hazardNumber }: SupervisionRow) => ({
  position,
  hazardId,
  hazardNumber,
})

/** Rows that would read otherwise, were they taken down now; `now` holds those of them that still stand. */
export function checkStale(
  { rows }: SupervisionContent,
  now: readonly SupervisionRow[],
  changedColumns: (before: SupervisionRow, after: SupervisionRow) => readonly string[],
): ListFinding[] {
  const standing = new Map(now.map((row) => [row.hazardId, row]))
  return rows.flatMap((row): ListFinding[] => {
    const other = standing.get(row.hazardId)
    if (!other) return [{ ...rowName(row), code: 'withdrawn', isBlocking: true, message: withdrawn }]
    const columns = changedColumns(row, other)
    if (columns.length === 0) return []
    const message = {
      zh: `拟稿以后有变动（${columns.join('、')}），请更新草稿。`,
      en: `Changed since the draft (${columns.join(', ')}). Refresh the draft.`,
    }
    return [{ ...rowName(row), code: 'stale', isBlocking: false, message }]
  })
}

const withdrawn: Text = {
  zh: '隐患已作废，请从清单中去掉。',
  en: 'The hazard was withdrawn. Take it out of the list.',
}
