/** 万元 with two decimals, as tables print it: 110000 → 11.00. */
export function wanInTable(yuan: number): string {
  const hundredths = Math.round(Math.abs(yuan) / 100)
  const sign = yuan < 0 && hundredths > 0 ? '-' : ''
  return `${sign}${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** As a sentence says it, without trailing zeros: 110000 → 11, 1595300 → 159.53. */
export function wanInSentence(yuan: number): string {
  return wanInTable(yuan).replace(/\.?0+$/, (zeros) =>
    zeros.startsWith('.') ? '' : zeros.replace(/0+$/, ''),
  )
}
