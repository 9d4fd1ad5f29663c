import { hazardTypes } from '../../hazards/hazard-codes.ts'
import { isAccidentProne } from '../../hazards/type-columns.ts'
import { cellMessages } from '../cells/cell-messages.ts'
import { noted, toCheck, toRefuse } from '../cells/cell-reading.ts'
import { plainText, readText } from '../cells/read-text.ts'
import { readYesNo } from '../cells/read-yes-no.ts'
import type { ColumnMapping } from '../import-types.ts'
import { columnsByField } from './accident-draft.ts'
import { completenessOf, requirementsInWords } from './hazard-completeness.ts'
import { hazardRowMessages } from './hazard-messages.ts'
import { readProgress } from './hazard-progress.ts'
import type { HazardValues } from './hazard-record.ts'
import { newFindingStep, newRemedyStep } from './hazard-remedy.ts'
import { readTypes, typesInWords } from './hazard-type-words.ts'
import { readWorks } from './hazard-works.ts'
import type { LedgerDraft } from './ledger-draft.ts'
import { newLedgerPlaceStep } from './ledger-place.ts'
import { joinRemark } from './ledger-remark.ts'
import { newLedgerRowReader, type LedgerRowContext, type LedgerRowReader } from './ledger-rows.ts'

type Draft = LedgerDraft<HazardValues>
const ownNumber = /^YH-150624-\d{4}-\d{4,}$/
const ownDisplayNumber = /^鄂交隐[〔[(]\d{4}[〕\])]\d{4,}$/

/** Our own number finds the hazard again; a number of another list says nothing here and stays in the remark. */
function readNumber({ cellOf, take, values }: Draft): string | undefined {
  const technical = plainText(cellOf('technicalNumber'))
  if (ownNumber.test(technical)) {
    values.number = technical
    return undefined
  }
  const text = plainText(cellOf('number'))
  if (text === '') return undefined
  if (ownNumber.test(text) || ownDisplayNumber.test(text)) {
    values.number = text.replace(/[[(]/, '〔').replace(/[\])]/, '〕')
    return undefined
  }
  take('number', { issues: [noted('number_foreign', hazardRowMessages.foreignNumber(text))] })
  return `原编号：${text.slice(0, 60)}`
}

function readTypeColumns({ cellOf, take, values }: Draft): void {
  const types = take('types', readTypes(cellOf('types')))
  if (types) values.types = types
  if (readYesNo(cellOf('isBlackSpot')).value === true) values.isBlackSpot = true
}

/** Without a word on the type the description may suggest it; that is a proposal. */
function proposeTypes({ values, take, findings }: Draft): void {
  if (values.types) return
  const said = typesInWords(values.description ?? '')
  const types = (said.length > 0 ? said : typesInWords(values.title ?? '')).slice(0, 6)
  values.types = types.length > 0 ? types : ['Z']
  if (findings.some(({ code }) => code === 'type_unknown')) return
  const names = types.map((type) => `${type}${hazardTypes[type].zh}`).join('、')
  const message =
    types.length > 0 ? hazardRowMessages.typeFromDescription(names) : hazardRowMessages.typeOther()
  take('types', { issues: [toCheck(types.length > 0 ? 'types_from_description' : 'types_missing', message)] })
}

const whereGiven = ['title', 'road', 'roadName', 'stakes', 'fromStake', 'placeText', 'rawCoordinate', 'lon']

function isNoHazard({ cellOf, values }: Draft): boolean {
  const isSomewhere = whereGiven.some((field) => plainText(cellOf(field)) !== '')
  return !isSomewhere && values.description === undefined
}

function checkRow(draft: Draft): void {
  const { values, take } = draft
  if (isNoHazard(draft)) {
    take('', { issues: [toRefuse('not_a_hazard', hazardRowMessages.notAHazard())] })
    return
  }
  if (values.description === undefined && values.title === undefined)
    take('description', {
      issues: [toCheck('description_missing', cellMessages.missing('隐患情况', 'description'))],
    })
  const isSomewhere = values.road ?? values.roadName ?? values.placeText ?? values.lon ?? values.title
  if (isSomewhere === undefined)
    take('placeText', { issues: [toCheck('place_missing', cellMessages.missing('位置', 'place'))] })
}

function rate(draft: Draft): void {
  const hasPhotos =
    plainText(draft.cellOf('photos')) !== '' && readYesNo(draft.cellOf('photos')).value !== false
  const completeness = completenessOf(draft.values, hasPhotos)
  draft.values.completeness = completeness
  const message = hazardRowMessages.completeness(
    completeness.score,
    requirementsInWords(completeness.missing),
  )
  if (completeness.missing.length > 0) draft.take('', { issues: [noted('completeness', message)] })
}

/** Reads the rows of one ledger of hazards, chunk by chunk. */
export function newHazardRowReader(mapping: ColumnMapping, context: LedgerRowContext): LedgerRowReader {
  const columns = columnsByField(mapping)
  const readFinding = newFindingStep(context)
  const readPlace = newLedgerPlaceStep(context)
  const readRemedy = newRemedyStep(context, columns, mapping.factors)
  return newLedgerRowReader<HazardValues>(mapping, context.sheet, (draft) => {
    const number = readNumber(draft)
    readFinding(draft)
    readPlace(draft)
    readTypeColumns(draft)
    const works = readWorks(draft)
    proposeTypes(draft)
    const asides = readRemedy(draft)
    const own = draft.take('remark', readText(draft.cellOf('remark'), 500))
    const remark = joinRemark([own, number, ...asides, ...works])
    if (remark !== undefined) draft.values.remark = remark
    if (isAccidentProne(draft.values.types ?? [])) draft.values.isBlackSpot = true
    readProgress(draft)
    rate(draft)
    checkRow(draft)
  })
}
