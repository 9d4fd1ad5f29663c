import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
import { absenceOf, empty, read, toCheck, unread, type CellReading } from './cell-reading.ts'
import { plainText } from './read-text.ts'

/** A spreadsheet keeps 15 digits of a number; of a longer one the rest became zeros. */
const keptDigits = 15
const scientific = /^\d(?:\.\d+)?E\+?\d+$/i
const wellFormed = /^[0-9A-Za-z-]{4,18}$/

const lost = (text: string) => unread(toCheck('number_precision_lost', cellMessages.precisionLost(text)))

/** 16 or more digits of which only the first 15 are anything but zero. */
export const hasZeroTail = (text: string): boolean =>
  text.length > keptDigits && /^\d+$/.test(text) && /^0+$/.test(text.slice(keptDigits))

/**
 * How the long numbers of the sheet end. `zero`: all in zeros after the 15th digit, so a spreadsheet had them all
 * before they became text again. `kept`: nearly all otherwise, so the one in a thousand that ends in 000 is perhaps
 * genuine: it is kept and looked at.
 */
export type NumberTails = 'zero' | 'kept' | 'unknown'
/** By the field of the record. */
export type TailOf = (field: string) => NumberTails

/** A number of the case is a text. */
export function readRecordNumber(cell: Cell, tails: NumberTails = 'unknown'): CellReading<string> {
  if (typeof cell === 'number') {
    const text = String(cell)
    if (!Number.isInteger(cell) || cell < 0)
      return unread(toCheck('number_unreadable', cellMessages.unreadableNo(text)))
    if (cell >= 10 ** keptDigits) return lost(text)
  }
  const written = plainText(cell)
  const absence = absenceOf(written)
  if (absence === 'blank' || absence === 'nothing') return empty
  const text = written.normalize('NFKC').replace(/[\s‐-―−]/gu, (sign) => (/\s/u.test(sign) ? '' : '-'))
  if (scientific.test(text)) return lost(text)
  // Eighteen digits end in three zeros once in a thousand numbers, sixteen in one zero once in ten.
  if (hasZeroTail(text) && (text.length >= 18 || tails === 'zero'))
    return tails === 'kept' && wellFormed.test(text)
      ? read(text, toCheck('number_ends_in_zeros', cellMessages.endsInZeros(text)))
      : lost(text)
  return wellFormed.test(text)
    ? read(text)
    : unread(toCheck('number_unreadable', cellMessages.unreadableNo(text)))
}
