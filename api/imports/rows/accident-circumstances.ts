import { cellMessages } from '../cells/cell-messages.ts'
import { halfWidth, noted, type CellReading } from '../cells/cell-reading.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import { newCodeReader } from '../cells/read-code.ts'
import { newSquadReader, newTownshipReader } from '../cells/read-names.ts'
import { readText, plainText } from '../cells/read-text.ts'
import { readReported, readYesNo } from '../cells/read-yes-no.ts'
import type { Cell } from '../import-types.ts'
import {
  codedFields,
  collisionOfOldForm,
  escapes,
  keyVehicleNames,
  procedures,
  recordTypes,
} from './accident-code-specs.ts'
import type { AccidentDraft } from './accident-draft.ts'
import { accidentRowMessages } from './accident-messages.ts'
import type { AccidentRowContext, AccidentValues, Procedure } from './accident-record.ts'

const longestBrief = 2000
const longestUnit = 90

type Step = (draft: AccidentDraft) => void

const newReaders = () =>
  Object.entries(codedFields).map(([field, spec]) => ({ field, read: newCodeReader(spec) }))

/** Codes with their tables; forms of the old standard say the kind of collision too. */
export function newCodesStep(): Step {
  const readers = newReaders()
  return (draft) => {
    const values = draft.values as Record<string, unknown>
    for (const { field, read } of readers) {
      const code = draft.take(field, read(draft.cellOf(field)))
      if (code !== undefined) values[field] = code
    }
    const written = halfWidth(draft.cellOf('form'))
    const collision = collisionOfOldForm[written]
    if (collision === undefined || draft.values.collision !== undefined) return
    draft.values.collision = collision
    draft.take('form', { issues: [noted('form_old_standard', accidentRowMessages.oldForm(written))] })
  }
}

/** Several vehicles in one cell. */
function readKeyVehicles(
  read: (cell: Cell) => CellReading<string>,
  cell: Cell,
  draft: AccidentDraft,
): string[] {
  const parts = halfWidth(cell)
    .split(/[、,;/\s]+/)
    .filter((part) => part !== '')
  const codes = parts.map((part) => draft.take('keyVehicles', read(part)))
  return [...new Set(codes.filter((code) => code !== undefined))]
}

/** Procedure and standing of the case: whether and how it counts. */
export function newStandingStep(): Step {
  const readProcedure = newCodeReader(procedures)
  const readRecordType = newCodeReader(recordTypes)
  const readEscape = newCodeReader(escapes)
  const readVehicle = newCodeReader(keyVehicleNames)
  return (draft) => {
    const { cellOf, take, values } = draft
    const procedure = take('procedure', readProcedure(cellOf('procedure')))
    if (procedure !== undefined) values.procedure = procedure as Procedure
    const isStatistical = take('isStatistical', readReported(cellOf('isStatistical')))
    if (isStatistical !== undefined) values.isStatistical = isStatistical
    const recordType = take('recordType', readRecordType(cellOf('recordType')))
    if (recordType !== undefined) values.recordType = Number(recordType)
    const escape = take('hitAndRun', readEscape(cellOf('hitAndRun')))
    if (escape !== undefined) values.hitAndRun = escape !== '1'
    const isHazardous = take('hazardousGoods', readYesNo(cellOf('hazardousGoods')))
    if (isHazardous !== undefined) values.hazardousGoods = isHazardous
    const vehicles = readKeyVehicles(readVehicle, cellOf('keyVehicles'), draft)
    if (vehicles.length > 0) values.keyVehicles = vehicles
  }
}

function setText(draft: AccidentDraft, field: 'brief' | 'handlingUnit' | 'cause', most: number): void {
  const text = draft.take(field, readText(draft.cellOf(field), most))
  if (text === undefined) return
  const masked = maskPersonal(text)
  draft.values[field] = masked
  if (masked !== text)
    draft.take(field, { issues: [noted('personal_masked', cellMessages.personalMasked())] })
}

/** Who handles it and where it belongs. */
export function newBelongingStep({ squads, areas }: AccidentRowContext): Step {
  const readSquad = newSquadReader(squads)
  const readTownship = newTownshipReader(areas)
  const set = (values: AccidentValues, field: 'squad' | 'township', value: string | undefined) => {
    if (value !== undefined) values[field] = value
  }
  return (draft) => {
    setText(draft, 'brief', longestBrief)
    setText(draft, 'handlingUnit', longestUnit)
    setText(draft, 'cause', 20)
    set(draft.values, 'township', draft.take('township', readTownship(draft.cellOf('township'))))
    set(draft.values, 'squad', draft.take('squad', readSquad(draft.cellOf('squad'))))
    if (draft.values.squad !== undefined || plainText(draft.cellOf('squad')) !== '') return
    const { value } = readSquad(draft.cellOf('handlingUnit'))
    set(draft.values, 'squad', value)
    if (value !== undefined)
      draft.take('squad', { issues: [noted('squad_from_unit', accidentRowMessages.squadFromUnit())] })
  }
}
