import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
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
} from './cell-reading.ts'
import { readQuantity, toWhole } from './quantity.ts'

const units = /^(?:人|名|位|个|起|辆|台|件|人次)?$/
const most = 999

const approximate = (text: string) => noted('count_approximate', cellMessages.approximate(text))

/** People and vehicles: 2, 2人, 两人, ２. `isZeroWhenEmpty`: 无, — and blanks propose 0, which a person confirms. */
export function readCount(cell: Cell, { isZeroWhenEmpty = false } = {}): CellReading<number> {
  if (typeof cell === 'number' && cell >= 0 && cell <= most && Number.isInteger(cell)) return read(cell)
  const text = halfWidth(cell)
  const absence = absenceOf(text)
  if (absence === 'unknown') return unread(toCheck('count_unknown', cellMessages.unknownCount(text)))
  if (absence)
    return isZeroWhenEmpty ? read(0, toCheck('count_none_as_zero', cellMessages.noneAsZero(text))) : empty
  const quantity = readQuantity(text)
  if (!quantity || !units.test(quantity.unit))
    return unread(toCheck('number_unreadable_value', cellMessages.unreadableNumber(text)))
  const { whole, isExact } = toWhole(quantity.amount)
  if (quantity.isNegative && whole > 0n)
    return unread(toRefuse('number_negative', cellMessages.negative(text)))
  if (!isExact) return unread(toCheck('count_not_whole', cellMessages.notWhole(text)))
  if (whole > BigInt(most)) return unread(toCheck('number_too_large', cellMessages.tooLarge(text)))
  const value = Number(whole)
  return read(
    value,
    ...(quantity.isApproximate ? [approximate(text)] : []),
    ...(quantity.wasConfusable
      ? [toCheck('number_confusable', cellMessages.confusable(text, String(value)))]
      : []),
  )
}
