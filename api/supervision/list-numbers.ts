interface ListSerial {
  readonly year: number
  readonly serial: number
}

/** 清单编号: kept for ever, also by a list that was withdrawn. 150624 is the banner. */
export const listNumber = ({ year, serial }: ListSerial): string =>
  `QD-150624-${year}-${String(serial).padStart(4, '0')}`

/** 发文字号: six-cornered brackets, no leading zeros (GB/T 9704). */
export const documentNumber = (prefix: string, year: number, serial: number): string =>
  `${prefix}〔${year}〕${serial}号`

/** The number after the highest that is known of this prefix and year. */
export function nextDocumentNumber(prefix: string, year: number, taken: readonly string[]): string {
  const head = `${prefix}〔${year}〕`
  const serials = taken
    .filter((number) => number.startsWith(head))
    .map((number) => /^(\d{1,6})号$/.exec(number.slice(head.length))?.[1])
    .map((digits) => Number(digits ?? 0))
  return documentNumber(prefix, year, Math.max(0, ...serials) + 1)
}
