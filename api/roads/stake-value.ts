import type { StakeMark } from './stake-mark.ts'
import type { StakeRefusal, StakeWarning } from './stake-reading.ts'

export type StakeValue =
  | {
      readonly metres: number
      readonly precision: number
      readonly warnings: readonly StakeWarning[]
      readonly ambiguous: boolean
    }
  | { readonly refusal: StakeRefusal }

/** G109 has some 3,900 km, the longest national road 5,700: five digits of kilometres are no stake. */
const mostKilometres = 9999
const precisionByDecimals = [1000, 100, 10, 1]

function sure(
  metres: number,
  precision: number,
  warnings: readonly StakeWarning[] = [],
  ambiguous = false,
): StakeValue {
  // Decimals of a kilometre leave binary dust: 1023.1 × 1000.
  return { metres: Math.round(metres * 1000) / 1000, precision, warnings, ambiguous }
}

/** 1023500: five to seven digits are metres. With fewer, kilometres are likelier than metres, but not sure. */
function wholeNumber(digits: string, isMarked: boolean): StakeValue {
  if (digits.length > 7) return { refusal: isMarked ? 'tooFar' : 'noStake' }
  if (digits.length >= 5) return sure(Number(digits), 1, ['unitless'])
  return isMarked ? sure(Number(digits) * 1000, 1000) : sure(Number(digits) * 1000, 1000, ['unitless'], true)
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

/** Metres of a number group. Metres of one thousand and more are refused: the kilometre or the metres are mistyped. */
export function valueOfMark(mark: StakeMark): StakeValue {
  if (mark.metres === undefined) return kilometresOnly(mark)
  if (Number(mark.metres) >= 1000) return { refusal: 'metresTooLarge' }
  if (mark.kilometres.includes('.')) return { refusal: 'noStake' }
  if (Number(mark.kilometres) > mostKilometres) return { refusal: 'tooFar' }
  const metres = Number(mark.kilometres) * 1000 + Number(mark.metres)
  const isShort = !mark.hasMetreUnit && /^[1-9]\d?$/.test(mark.metres)
  const warnings: StakeWarning[] = []
  if (isShort) warnings.push('short_metres')
  if (mark.joinedBySpace) warnings.push('space_as_plus')
  if (mark.isUnjoined) warnings.push('unitless')
  return sure(metres, 1, warnings, isShort)
}
