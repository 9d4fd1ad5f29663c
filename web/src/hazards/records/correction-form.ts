import { fieldName } from '../../../../api/hazards/field-names.ts'
import { formatStake } from '../../../../api/roads/stakes/stake-format.ts'
import {
  hazardLevels,
  hazardSources,
  hazardTypes,
  type HazardLevel,
  type HazardSource,
  type HazardType,
} from '../../../../api/hazards/hazard-codes.ts'
import type { Permission } from '../../../../api/auth/permissions.ts'
import { isEnded, type HazardStatus } from '../../../../api/hazards/hazard-status.ts'
import {
  isPaperField,
  presentPapers,
  type PaperField,
  type PresentPapers,
} from '../../../../api/hazards/records/correctable-papers.ts'
import type { Hazard } from '../../api/api-types.ts'
import type { CorrectableField as AnyCorrectable, HazardRecords } from '../../api/record-calls.ts'
import type { Language, Words } from '../../text/words.ts'
import type { Option } from '../transition-options.ts'

/** A place is put right by road and stake here; coordinates are for programs and imports. */
export type CorrectableField = Exclude<AnyCorrectable, 'lon' | 'lat' | 'crs' | 'rawCoordinate' | 'roadName'>
export type CorrectionKind = 'line' | 'long' | 'choice' | 'types' | 'date'
export const correctionKinds = {
  description: 'long',
  types: 'types',
  level: 'choice',
  title: 'line',
  dueDate: 'date',
  road: 'choice',
  fromStake: 'line',
  toStake: 'line',
  placeText: 'line',
  direction: 'choice',
  side: 'choice',
  gacha: 'line',
  squad: 'choice',
  source: 'choice',
  analysis: 'long',
  advice: 'long',
  emergencyAdvice: 'long',
  responsibleUnit: 'choice',
  responsiblePerson: 'line',
  regulatorUnit: 'choice',
  remedyPlan: 'long',
  fundsWan: 'line',
  sensitivity: 'choice',
  remark: 'long',
  noticeNumber: 'line',
  noticeDeliveredOn: 'date',
  receiptOn: 'date',
  listingNumber: 'line',
  listedOn: 'date',
  listingUnit: 'line',
  requiredBy: 'date',
} as const satisfies Record<CorrectableField, CorrectionKind>
export const correctableFields = Object.keys(correctionKinds) as CorrectableField[]

export interface CorrectionRow {
  readonly field: CorrectableField
  readonly after: string | readonly HazardType[]
}

export interface Telling {
  readonly words: Words
  readonly language: Language
  /** Names of units and squads. */
  readonly names: ReadonlyMap<string, string>
}

const isStake = (field: string) => field === 'fromStake' || field === 'toStake'

export function correctionLabel(field: string, { words, language }: Omit<Telling, 'names'>): string {
  if (field === 'side') return words.place.sideLegend
  if (field === 'placeText') return words.place.placeText
  if (field === 'road' || field === 'fromStake' || field === 'toStake') return words.corrections.places[field]
  return fieldName(field)[language]
}

/** A value as it is read: codes by their names. */
export function valueText(field: string, value: unknown, { words, language, names }: Telling): string {
  if (value === null || value === undefined || value === '') return words.corrections.empty
  if (Array.isArray(value))
    return value
      .map((type) => `${type} ${hazardTypes[type as HazardType]?.[language] ?? ''}`)
      .join(words.punctuation.listed)
  if (typeof value === 'number' && isStake(field)) return formatStake(value)
  const text = String(value)
  const known: Readonly<Partial<Record<CorrectableField, string | undefined>>> = {
    level: hazardLevels[Number(text) as HazardLevel]?.[language],
    source: hazardSources[text as HazardSource]?.[language],
    direction: words.place.directions[text as keyof typeof words.place.directions],
    side: words.place.sides[text as keyof typeof words.place.sides],
    sensitivity: words.corrections.sensitivities[text as Hazard['sensitivity']],
    responsibleUnit: names.get(text),
    regulatorUnit: names.get(text),
    squad: names.get(text),
    road: names.get(text),
  }
  return known[field as CorrectableField] ?? text
}

interface Coded {
  readonly code: string
  readonly name: string
}

/** What may be chosen where a field knows only certain values. */
export function choicesOf(
  field: CorrectableField,
  telling: Telling,
  { units, squads, roads }: Readonly<Record<'units' | 'squads' | 'roads', readonly Coded[]>>,
): Option[] {
  const labelled = (values: readonly string[]) =>
    values.map((value) => ({ value, label: valueText(field, value, telling) }))
  const coded = (list: readonly Coded[]) => list.map(({ code, name }) => ({ value: code, label: name }))
  const known: Readonly<Partial<Record<CorrectableField, Option[]>>> = {
    level: labelled(Object.keys(hazardLevels)),
    source: labelled(Object.keys(hazardSources).sort()),
    direction: labelled(Object.keys(telling.words.place.directions)),
    side: labelled(Object.keys(telling.words.place.sides)),
    sensitivity: labelled(Object.keys(telling.words.corrections.sensitivities)),
    squad: coded(squads),
    road: coded(roads),
    responsibleUnit: coded(units),
    regulatorUnit: coded(units),
  }
  return known[field] ?? []
}

const isGiven = ({ after }: CorrectionRow) => (typeof after === 'string' ? after.trim() : after).length > 0

/** What is sent: rows with a new value, a level as a number. */
export const changesOf = (rows: readonly CorrectionRow[]): { field: CorrectableField; after: unknown }[] =>
  rows.filter(isGiven).map(({ field, after }) => ({
    field,
    after: typeof after !== 'string' ? [...after] : field === 'level' ? Number(after) : after.trim(),
  }))

/** What stands in the hazard and in its papers now. */
export type Present = Pick<Hazard, Exclude<CorrectableField, PaperField> | 'status'> & PresentPapers

export const presentOf = (hazard: Hazard, records: HazardRecords | undefined): Present => ({
  ...hazard,
  ...presentPapers(
    records?.documents.findLast(({ kind }) => kind === 'notice'),
    records?.listings.findLast(({ state }) => state === 'listed' || state === 'delisted'),
  ),
})

/** Papers by whoever files them, where there are some; the rest once it may no longer be edited in place. */
export function fieldsToCorrect(
  present: Present,
  { isListed, may }: { readonly isListed: boolean; readonly may: (permission: Permission) => boolean },
): CorrectableField[] {
  const isEvidence = isListed || isEnded(present.status as HazardStatus)
  return correctableFields.filter((field) =>
    isPaperField(field)
      ? may('document:register') && present[field] !== null
      : may('hazard:register') && isEvidence,
  )
}

/** A row begins with what stands there now, so that a slip of the pen is a slip of the pen to mend. */
export function rowFor(field: CorrectableField, present: Present): CorrectionRow {
  const value = present[field]
  if (typeof value === 'number' && isStake(field)) return { field, after: formatStake(value) }
  if (field === 'types') return { field, after: present.types as HazardType[] }
  return { field, after: value === null ? '' : String(value) }
}
