import type { StakeMark } from './stake-mark.ts'
import type { StakeRefusal, StakeWarning } from './stake-reading.ts'

export type StakeValue =
  | {
      readonly metres: number
      readonly precision: number
      readonly warnings: readonly StakeWarning[]
      readonly ambiguous: boolean
      readonly alternatives: readonly number[]
    }
  | { readonly refusal: StakeRefusal }

/** G109 has some 3,900 km, the longest national road 5,700: five digits of kilometres are no stake. */
export const mostKilometres = 9999
const precisionByDecimals = [1000, 100, 10, 1]

function sure(
  metres: number,
  precision: number,
  warnings: readonly StakeWarning[] = [],
  alternatives: readonly number[] = [],
): StakeValue {
  // Decimals of a kilometre leave binary dust: 1023.1 × 1000.
  const exact = Math.round(metres * 1000) / 1000
  return { metres: exact, precision, warnings, ambiguous: alternatives.length > 0, alternatives }
}

/** 1023500: five to seven digits are metres. With fewer, kilometres are likelier than metres, but not sure. */
function wholeNumber(digits: string, isMarked: boolean): StakeValue {
  if (digits.length > 7) return { refusal: isMarked ? 'tooFar' : 'noStake' }
  if (digits.length >= 5) return sure(Number(digits), 1, ['unitless'])
  const metres = Number(digits) * 1000
  return isMarked ? sure(metres, 1000) : sure(metres, 1000, ['unitless'], [Number(digits)])
}

function kilometresOnly({ kilometres, kind, hasPrefix }: StakeMark): StakeValue {
  const [whole = '', decimals = ''] = kilometres.split('.')
  // A spreadsheet writes the number 1023500 as 1023500.0.
  if (whole.length >= 5 && Number(decimals) === 0 && (hasPrefix || kind === 'bare'))
    return wholeNumber(whole, hasPrefix)
  if (Number(whole) > mostKilometres) return { refusal: kind === 'full' ? 'tooFar' : 'noStake' }
  if (decimals === '') return wholeNumber(whole, kind === 'full')
  return sure(Number(kilometres) * 1000, precisionByDecimals[Math.min(3, decimals.length)]!)
}

/** 5 and 50 are as likely the beginning of 500. */
function completedToHundreds(kilometres: string, metres: string): number {
  return Number(kilometres) * 1000 + Number(metres.padEnd(3, '0'))
}

/** Metres of a number group. Metres of one thousand and more are refused: the kilometre or the metres are mistyped. */
export function valueOfMark(mark: StakeMark): StakeValue {
  const { kilometres, metres } = mark
  if (metres === undefined) return kilometresOnly(mark)
  if (Number(metres) >= 1000) return { refusal: 'metresTooLarge' }
  if (kilometres.includes('.')) return { refusal: 'noStake' }
  if (Number(kilometres) > mostKilometres) return { refusal: 'tooFar' }
  const isShort = !mark.hasMetreUnit && /^[1-9]\d?$/.test(metres)
  const warnings: StakeWarning[] = []
  if (isShort) warnings.push('short_metres')
  if (mark.joinedBySpace) warnings.push('space_as_plus')
  if (mark.isSeparated) warnings.push('separator_as_plus')
  if (mark.isUnjoined) warnings.push('unitless')
  return sure(
    Number(kilometres) * 1000 + Number(metres),
    1,
    warnings,
    isShort ? [completedToHundreds(kilometres, metres)] : [],
  )
}
