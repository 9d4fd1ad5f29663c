import { cellMessages } from '../cells/cell-messages.ts'
import {
  absenceOf,
  empty,
  halfWidth,
  noted,
  read,
  toCheck,
  unread,
  type CellReading,
} from '../cells/cell-reading.ts'
import { readQuantity, toWhole } from '../cells/quantity.ts'
import type { Cell } from '../import-types.ts'
import { facilityRowMessages } from './facility-messages.ts'

export interface ReadPieces {
  readonly quantity: number
  /** As it stood behind the number: 盏. */
  readonly unit?: string
  readonly lengthMetres?: number
}

const most = 10_000
const mostMetres = 99_999
const lengthUnits = /^(?:米|M|延米|延长米)$/i
/** 2条计14米, 65条共计272米, 2条(14米), 2条/14米. */
const piecesAndLength =
  /^(.*?)[,;/(]?(?:共计|合计|总计|总长|计|共|长|折合)*\s*(\d+(?:\.\d+)?)\s*(?:延?长?米|M)\)?(?:长)?$/i

const tenthsOfMetre = (value: number) => Math.round(value * 10) / 10

function piecesOf(text: string, written: string): CellReading<{ quantity: number; unit?: string }> {
  const quantity = readQuantity(text)
  if (!quantity || quantity.unit.length > 4)
    return unread(toCheck('quantity_unreadable', facilityRowMessages.unreadableQuantity(written)))
  const { whole, isExact } = toWhole(quantity.amount)
  if (!isExact || whole < 1n || whole > BigInt(most) || quantity.isNegative)
    return unread(toCheck('quantity_not_whole', facilityRowMessages.quantityNotWhole(written)))
  return read(
    { quantity: Number(whole), ...(quantity.unit === '' ? {} : { unit: quantity.unit }) },
    ...(quantity.isApproximate ? [noted('count_approximate', cellMessages.approximate(written))] : []),
    ...(quantity.wasConfusable
      ? [toCheck('number_confusable', cellMessages.confusable(written, String(whole)))]
      : []),
  )
}

/** 4盏, 8根, 2条计14米, 120米, 4. */
export function readPieces(cell: Cell): CellReading<ReadPieces> {
  const text = halfWidth(cell).replace(/\s/g, '')
  const absence = absenceOf(text)
  if (absence === 'blank' || absence === 'nothing') return empty
  const [, before = '', metres] = piecesAndLength.exec(text) ?? []
  const hasBoth = metres !== undefined && /\d/.test(before)
  const pieces = piecesOf(hasBoth ? before : text, text)
  if (!pieces.value) return { issues: pieces.issues }
  if (hasBoth) return { ...pieces, value: { ...pieces.value, lengthMetres: tenthsOfMetre(Number(metres)) } }
  return pieces as CellReading<ReadPieces>
}

/** 14, 14米, 14.5m: metres with one decimal. */
export function readLength(cell: Cell): CellReading<number> {
  const text = halfWidth(cell).replace(/\s/g, '')
  if (absenceOf(text)) return empty
  const quantity = readQuantity(text)
  const isMetres = quantity && (quantity.unit === '' || lengthUnits.test(quantity.unit))
  const { digits, exponent } = quantity?.amount ?? { digits: 0n, exponent: 0 }
  const metres = Number(digits) * 10 ** exponent
  if (!isMetres || quantity.isNegative || metres <= 0 || metres > mostMetres)
    return unread(toCheck('number_unreadable_value', cellMessages.unreadableNumber(text)))
  return read(tenthsOfMetre(metres))
}
