import { cellMessages } from '../cells/cell-messages.ts'
import { halfWidth, noted, remembered, toCheck, type CellReading } from '../cells/cell-reading.ts'
import { newCodeReader } from '../cells/read-code.ts'
import { readCount } from '../cells/read-count.ts'
import { readMoney } from '../cells/read-money.ts'
import { kinds } from './accident-code-specs.ts'
import type { AccidentDraft, ColumnOf } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'
import type { AccidentRowContext, AccidentValues } from './accident-record.ts'
import type { Unsaid } from './accident-unsaid.ts'

/** Counts repeat: each writing is read once. */
const newCounters = () => ({
  plain: remembered((cell) => readCount(cell)),
  orZero: remembered((cell) => readCount(cell, { isZeroWhenEmpty: true })),
})
type Counters = ReturnType<typeof newCounters>

type CountField =
  'killedScene' | 'killed30d' | 'seriouslyInjured' | 'motorCount' | 'nonMotorCount' | 'pedestrianCount'
const plainCounts: readonly CountField[] = [
  'killedScene',
  'killed30d',
  'seriouslyInjured',
  'motorCount',
  'nonMotorCount',
  'pedestrianCount',
]

const missing = (code: string, zh: string, en: string) => ({
  issues: [toCheck(code, cellMessages.missing(zh, en))],
})

const totalNames = {
  killed: ['死亡人数', 'number of killed'],
  injured: ['受伤人数', 'number of injured'],
} as const

/** The total may be given, follow from its parts, or be nothing by the nature of a simple case. */
function readTotal(
  draft: AccidentDraft,
  columns: ColumnOf,
  counters: Counters,
  field: 'killed' | 'injured',
  parts: readonly string[],
): number | undefined {
  const cell = draft.cellOf(field)
  const isBlank = halfWidth(cell) === ''
  const given = parts.map((part) => counters.plain(draft.cellOf(part)).value)
  const hasParts = isBlank && given.some((value) => value !== undefined)
  if (hasParts) {
    const sum = given.reduce<number>((total, value) => total + (value ?? 0), 0)
    const message =
      field === 'killed' ? accidentRowMessages.killedSummed(sum) : accidentRowMessages.injuredSummed(sum)
    draft.take(field, { issues: [toCheck(`${field}_summed`, message)] })
    return sum
  }
  if (columns.has(field)) return draft.take(field, counters.orZero(cell))
  // Nobody dies in a case of the simple procedure, so its lists have no such column.
  if (draft.values.procedure !== 'general' && field === 'killed') return 0
  return draft.take<number>(field, missing(`${field}_missing`, totalNames[field][0], totalNames[field][1]))
}

function readLoss(draft: AccidentDraft, reading: CellReading<number>): number | undefined {
  const isSilent = reading.value === undefined && reading.issues.length === 0
  return draft.take('lossYuan', isSilent ? missing('amount_missing', '直接财产损失', 'loss') : reading)
}

function compareKind(draft: AccidentDraft, kind: string | undefined): void {
  const { killed, injured } = draft.values
  if (kind === undefined || kind === '4' || killed === undefined || injured === undefined) return
  const counted = killed > 0 ? '1' : injured > 0 ? '2' : '3'
  if (counted === kind) return
  const name = kinds.table[kind]?.zh ?? kind
  draft.take('kind', { issues: [toCheck('kind_differs', accidentRowMessages.kindDiffers(name))] })
}

function setProcedure(
  draft: AccidentDraft,
  procedure: AccidentValues['procedure'],
  kind: string | undefined,
  unsaid: Unsaid,
): void {
  const { values } = draft
  if (procedure !== undefined) values.procedure = procedure
  if (values.procedure !== undefined) return
  values.procedure = kind === '4' ? 'simple' : 'general'
  if (kind !== '4' && unsaid.count('procedure')) return
  const message =
    kind === '4' ? accidentRowMessages.procedureFromKind() : accidentRowMessages.procedureAssumed()
  draft.take('procedure', { issues: [noted('procedure_assumed', message)] })
}

/** Killed, injured and loss, with the procedure that decides what may be left out. */
export function newHarmStep(
  { procedure }: AccidentRowContext,
  columns: ColumnOf,
  factors: readonly (number | null)[],
  unsaid: Unsaid,
): (draft: AccidentDraft) => void {
  const readKind = newCodeReader(kinds)
  const lossFactor = factors[columns.get('lossYuan') ?? -1] ?? null
  const counters = newCounters()
  const readAmount = remembered((cell) => readMoney(cell, lossFactor))
  return (draft) => {
    const { values } = draft
    const kind = draft.take('kind', readKind(draft.cellOf('kind')))
    setProcedure(draft, procedure, kind, unsaid)
    for (const field of plainCounts) {
      const count = draft.take(field, counters.plain(draft.cellOf(field)))
      if (count !== undefined) values[field] = count
    }
    const killed = readTotal(draft, columns, counters, 'killed', ['killedScene', 'killedRescue'])
    if (killed !== undefined) values.killed = killed
    const injured = readTotal(draft, columns, counters, 'injured', ['seriouslyInjured', 'slightlyInjured'])
    if (injured !== undefined) values.injured = injured
    const loss = readLoss(draft, readAmount(draft.cellOf('lossYuan')))
    if (loss !== undefined) values.lossYuan = loss
    compareKind(draft, kind)
    if ((values.killedScene ?? 0) > (values.killed ?? values.killedScene ?? 0))
      draft.take('killedScene', {
        issues: [toCheck('killed_scene_exceeds', accidentRowMessages.sceneExceeds())],
      })
  }
}
