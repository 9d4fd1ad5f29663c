import {
  absenceOf,
  empty,
  halfWidth,
  noted,
  read,
  toCheck,
  toRefuse,
  unread,
  type CellReading,
} from '../cells/cell-reading.ts'
import { cellMessages } from '../cells/cell-messages.ts'
import { readQuantity, scaled, toWhole } from '../cells/quantity.ts'
import type { Cell } from '../import-types.ts'
import { hazardRowMessages } from './hazard-messages.ts'

const units = /^(?:元|块|圆|元整)?$/
/** numeric(10, 2) holds no more. */
const mostFen = 9_999_999_999n
/** A bare number above it is in yuan: nobody mends a bend for a hundred million. */
const mostBareWan = 10_000n

const withTwoDecimals = (hundredths: bigint) => {
  const digits = hundredths.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 万元 with two decimals. `factor`: what the title says one is worth in yuan; a unit in the cell goes before it. */
export function readFunds(cell: Cell, factor: number | null): CellReading<string> {
  const text = halfWidth(typeof cell === 'number' ? String(Number(cell.toPrecision(12))) : cell)
  if (absenceOf(text)) return empty
  const quantity = readQuantity(text)
  if (!quantity || !units.test(quantity.unit))
    return unread(toCheck('number_unreadable_value', cellMessages.unreadableNumber(text)))
  if (quantity.isNegative) return unread(toRefuse('number_negative', cellMessages.negative(text)))
  const isBare = !quantity.hasScale && quantity.unit === ''
  const isBareWan = isBare && factor === null && toWhole(quantity.amount).whole <= mostBareWan
  const power = !isBare || factor === null ? (isBareWan ? 4 : 0) : Math.round(Math.log10(factor))
  // Yuan with their power, seen in hundredths of 万元.
  const { whole, isExact } = toWhole(scaled(quantity.amount, power - 2))
  if (whole > mostFen) return unread(toCheck('number_too_large', cellMessages.tooLarge(text)))
  const wan = withTwoDecimals(whole)
  return read(
    wan,
    ...(isBare && factor === null ? [toCheck('funds_unit', hazardRowMessages.fundsUnit(text, wan))] : []),
    ...(isExact ? [] : [noted('funds_rounded', hazardRowMessages.fundsRounded(text, wan))]),
    ...(quantity.isApproximate ? [noted('amount_approximate', cellMessages.approximate(text))] : []),
  )
}
