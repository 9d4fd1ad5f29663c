/**
 * Quotient of whole numbers as a decimal text, halves away from zero as offices round. In whole numbers throughout: a
 * float would print 0.5 % where the paper has 0.6.
 */
export function exactRatio(
  numerator: number | bigint,
  denominator: number | bigint,
  decimals: number,
): string {
  const below = BigInt(denominator)
  if (below <= 0n) throw new RangeError('A ratio needs a positive denominator.')
  const above = BigInt(numerator)
  const scaled = (above < 0n ? -above : above) * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + below) / (2n * below)
  return decimalText(above < 0n ? -rounded : rounded, decimals)
}

/** 15953 with 2 decimals → 159.53 */
export function decimalText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** 86.5 with 2 decimals → 8650; for sums that must not lose a cent. */
export function decimalUnits(text: string, decimals: number): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '' || fraction.length > decimals)
    throw new RangeError(`"${text}" is no number with ${decimals} decimals at most.`)
  return BigInt(sign + whole + fraction.padEnd(decimals, '0'))
}

/** 3/4 → "75.0"; null where there is nothing to divide by. */
export const percentText = (part: number | bigint, whole: number | bigint): string | null =>
  BigInt(whole) === 0n ? null : exactRatio(BigInt(part) * 100n, whole, 1)
