import type { FacilityFaces, FacilityFacing } from '../../facilities/facility-facing.ts'
import { factsOfKind, type FacilityKind } from '../../facilities/facility-kinds.ts'
import type { FacilityState } from '../../facilities/facility-states.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import { cellMessages } from '../cells/cell-messages.ts'
import { halfWidth, noted, remembered, toCheck, toRefuse } from '../cells/cell-reading.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import { newCodeReader } from '../cells/read-code.ts'
import { readDate } from '../cells/read-date.ts'
import { readMoney } from '../cells/read-money.ts'
import { plainText, readText } from '../cells/read-text.ts'
import type { ColumnMapping } from '../import-types.ts'
import { columnsByField, type ColumnOf } from './accident-draft.ts'
import { consentWords, facesWords, facingWords, readKind, stateWords } from './facility-kind-words.ts'
import { facilityRowMessages } from './facility-messages.ts'
import { readLength, readPieces } from './facility-quantity.ts'
import type { FacilityValues } from './facility-record.ts'
import type { LedgerDraft } from './ledger-draft.ts'
import { newLedgerPlaceStep } from './ledger-place.ts'
import type { RowStretch } from './row-place.ts'
import { joinRemark } from './ledger-remark.ts'
import { newLedgerRowReader, type LedgerRowContext, type LedgerRowReader } from './ledger-rows.ts'

type Draft = LedgerDraft<FacilityValues>
const ownNumber = /^SS-150624-\d{5,}$/
/** A warranty or a planned day lies ahead; the reader of dates must not wonder at that. */
const farAhead = new Date(Date.UTC(2190, 0, 1))

function readNumber({ cellOf, take, values }: Draft): string | undefined {
  const text = plainText(cellOf('number'))
  if (text === '') return undefined
  if (ownNumber.test(text)) {
    values.number = text
    return undefined
  }
  take('number', { issues: [noted('number_foreign', facilityRowMessages.foreignNumber(text))] })
  return `原编号：${text.slice(0, 60)}`
}

function checkUnit({ values, take }: Draft, kind: FacilityKind): void {
  const { units, needsLength, zh } = factsOfKind(kind)
  if (values.unit === undefined) values.unit = units[0]!
  else if (!units.includes(values.unit))
    take('unit', { issues: [toCheck('unit_wrong', facilityRowMessages.wrongUnit(values.unit, zh, units))] })
  if (needsLength && values.lengthMetres === undefined)
    take('lengthMetres', { issues: [toCheck('length_missing', facilityRowMessages.lengthMissing())] })
}

/** A run of barrier is counted by the metre; other things are pieces and have a length besides. */
const normalUnit = (unit: string) =>
  /^(?:米|m|延米|延长米)$/i.test(unit) ? '米' : unit.replace('平方米', '㎡')

function readWhat(draft: Draft): void {
  const { cellOf, take, values } = draft
  const kind = take('kind', readKind(cellOf('kind')))
  if (kind) values.kind = kind.kind
  const pieces = take('quantity', readPieces(cellOf('quantity')))
  const length = take('lengthMetres', readLength(cellOf('lengthMetres'))) ?? pieces?.lengthMetres
  if (pieces) values.quantity = pieces.quantity
  if (length !== undefined) values.lengthMetres = length
  const column = halfWidth(cellOf('unit'))
  const unit = pieces?.unit ?? (column === '' ? undefined : column)
  if (unit !== undefined) values.unit = normalUnit(unit)
  if (pieces?.unit !== undefined && column !== '' && normalUnit(column) !== normalUnit(pieces.unit))
    take('unit', { issues: [toCheck('units_differ', facilityRowMessages.unitsDiffer(pieces.unit, column))] })
  const legend = take('legend', readText(cellOf('legend'), 60)) ?? kind?.legend
  if (legend !== undefined) values.legend = legend
  if (values.kind !== undefined) checkUnit(draft, values.kind)
}

/** A facility stands at one stake; a stretch keeps its end in the remark. */
function readWhere(draft: Draft, step: (draft: LedgerDraft<RowStretch>) => void): string | undefined {
  const { cellOf, take, findings, values } = draft
  const place: RowStretch = {}
  step({ cellOf, take, findings, values: place })
  const { fromStake, toStake, township: _township, squad: _squad, ...rest } = place
  Object.assign(values, rest)
  if (fromStake === undefined) return undefined
  values.stake = fromStake
  if (toStake === undefined || toStake === fromStake) return undefined
  const [from, to] = [formatStake(fromStake), formatStake(toStake)]
  take('stake', { issues: [noted('stake_range', facilityRowMessages.stretchAsPlace(from, to))] })
  return `设置范围：${from}—${to}`
}

const paperTexts = {
  ...{ installedBy: 60, consentDocument: 100, supplier: 100 },
  ...{ model: 60, funding: 60, removalReason: 200 },
} as const

function newPapersStep(
  { now, fileIs1904: is1904 }: LedgerRowContext,
  columns: ColumnOf,
  factors: readonly (number | null)[],
) {
  const readState = newCodeReader(stateWords)
  const readConsent = newCodeReader(consentWords)
  const factor = factors[columns.get('cost') ?? -1] ?? null
  const readCost = remembered((cell) => readMoney(cell, factor))
  const readFacing = newCodeReader(facingWords)
  const readFaces = newCodeReader(facesWords)
  return ({ cellOf, take, values }: Draft): void => {
    const state = take('state', readState(cellOf('state')))
    values.state = (state as FacilityState | undefined) ?? 'working'
    if (state === undefined && plainText(cellOf('state')) === '')
      take('state', { issues: [noted('state_assumed', facilityRowMessages.stateAssumed())] })
    const consent = take('consent', readConsent(cellOf('consent')))
    if (consent !== undefined) values.consent = consent as NonNullable<FacilityValues['consent']>
    const facing = take('facing', readFacing(cellOf('facing')))
    if (facing !== undefined) values.facing = facing as FacilityFacing
    const faces = take('faces', readFaces(cellOf('faces')))
    if (faces !== undefined) values.faces = faces as FacilityFaces
    const cost = take('cost', readCost(cellOf('cost')))
    if (cost !== undefined) values.costYuan = cost
    for (const [field, clock] of [
      ['installedOn', now],
      ['lastInspectedOn', now],
      ['warrantyUntil', farAhead],
    ] as const) {
      const date = take(field, readDate(cellOf(field), { now: clock, is1904 }))
      if (date) values[field] = date.at.slice(0, 10)
    }
    for (const [field, most] of Object.entries(paperTexts) as [keyof typeof paperTexts, number][]) {
      const text = take(field, readText(cellOf(field), most))
      if (text !== undefined) values[field] = maskPersonal(text)
    }
    const hazard = take('hazardNumber', readText(cellOf('hazardNumber'), 60))
    if (hazard !== undefined) values.hazardNumber = hazard
  }
}

function checkRow({ values, take, cellOf }: Draft): void {
  if (values.kind === undefined && plainText(cellOf('quantity')) === '') {
    take('', { issues: [toRefuse('not_a_facility', facilityRowMessages.notAFacility())] })
    return
  }
  if (values.kind === undefined)
    take('kind', { issues: [toCheck('kind_missing', cellMessages.missing('设施类型', 'kind'))] })
  if (values.quantity === undefined && plainText(cellOf('quantity')) === '')
    take('quantity', {
      issues: [toCheck('quantity_missing', cellMessages.missing('数量', 'quantity'))],
    })
  const isSomewhere =
    values.stake ?? values.lon ?? values.placeText ?? values.roadName ?? values.road ?? values.hazardNumber
  if (isSomewhere === undefined)
    take('placeText', { issues: [toCheck('place_missing', cellMessages.missing('位置', 'place'))] })
}

/** Reads the rows of one ledger of facilities, chunk by chunk. */
export function newFacilityRowReader(mapping: ColumnMapping, context: LedgerRowContext): LedgerRowReader {
  const columns = columnsByField(mapping)
  const readPlace = newLedgerPlaceStep(context)
  const readPapers = newPapersStep(context, columns, mapping.factors)
  return newLedgerRowReader<FacilityValues>(mapping, context.sheet, (draft) => {
    const number = readNumber(draft)
    readWhat(draft)
    const stretch = readWhere(draft, readPlace)
    readPapers(draft)
    const own = draft.take('remark', readText(draft.cellOf('remark'), 500))
    const remark = joinRemark([own, number, stretch])
    if (remark !== undefined) draft.values.remark = remark
    checkRow(draft)
  })
}
