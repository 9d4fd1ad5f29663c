/** Adds amounts with two decimals without binary fractions: the sum that is printed is the sum of what is printed. */
export function sumOfCents(amounts: readonly (string | null)[]): string {
  const cents = amounts.reduce((sum, amount) => sum + (amount === null ? 0n : centsOf(amount)), 0n)
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function centsOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2))
}
