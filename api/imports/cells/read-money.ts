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
  type CellIssue,
  type CellReading,
} from './cell-reading.ts'
import { readQuantity, scaled, toWhole, type Quantity } from './quantity.ts'

const units = /^(?:元|块|块钱|圆|元整|圆整|整)?$/
const most = 999_999_999n
/** Below it decimals of a yuan are rarely meant: 0.3 in a column of yuan is 3000. */
const suspiciouslySmall = 100n

const powerOf = (factor: number) => Math.round(Math.log10(factor))
const hasOwnUnit = ({ unit, hasScale }: Quantity) => hasScale || unit !== ''

function issuesOf(
  text: string,
  quantity: Quantity,
  factor: number | null,
  yuan: bigint,
  isExact: boolean,
): CellIssue[] {
  const issues: CellIssue[] = []
  if (quantity.isApproximate) issues.push(noted('amount_approximate', cellMessages.approximate(text)))
  if (quantity.wasConfusable)
    issues.push(toCheck('number_confusable', cellMessages.confusable(text, String(yuan))))
  const isBare = !hasOwnUnit(quantity)
  // 0.3万 in a column of 万元 says the same unit again; 3000元 there says another.
  if (factor !== null && factor !== 1 && quantity.unit !== '' && !quantity.hasScale)
    issues.push(toCheck('amount_own_unit', cellMessages.ownUnit(text, Number(yuan))))
  if (isBare && (factor ?? 1) === 1 && quantity.hasDecimals && !isExact && yuan < suspiciouslySmall)
    issues.push(toCheck('amount_perhaps_wan', cellMessages.perhapsTenThousands(text)))
  else if (!isExact) issues.push(noted('amount_rounded', cellMessages.rounded(text, Number(yuan))))
  return issues
}

/** Dust of binary fractions, 2999.9999999999995, is not what was typed. */
function numberText(value: number): string {
  const text = String(value)
  return text.length > 14 && text.includes('.') ? String(Number(value.toPrecision(12))) : text
}

/** Yuan as a whole number. `factor`: what the title says one is worth; a unit in the cell goes before it. */
export function readMoney(cell: Cell, factor: number | null): CellReading<number> {
  if (typeof cell === 'number' && (factor ?? 1) === 1 && Number.isInteger(cell) && cell >= 0 && cell <= most)
    return read(cell)
  const text = typeof cell === 'number' ? numberText(cell) : halfWidth(cell)
  const absence = absenceOf(text)
  if (absence === 'blank') return empty
  if (absence) return unread(toCheck('amount_missing', cellMessages.unknownCount(text)))
  const quantity = readQuantity(text)
  if (!quantity || !units.test(quantity.unit))
    return unread(toCheck('number_unreadable_value', cellMessages.unreadableNumber(text)))
  const power = hasOwnUnit(quantity) ? 0 : powerOf(factor ?? 1)
  const { whole, isExact } = toWhole(scaled(quantity.amount, power))
  if (quantity.isNegative && whole > 0n)
    return unread(toRefuse('number_negative', cellMessages.negative(text)))
  if (whole > most) return unread(toCheck('number_too_large', cellMessages.tooLarge(text)))
  return read(Number(whole), ...issuesOf(text, quantity, factor, whole, isExact))
}
