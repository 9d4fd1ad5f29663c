/** 万元 with two decimals, as tables print it: 110000 → 11.00. Whole yuan in, so the sum of the rows is the total. */
export function wanInTable(yuan: number): string {
  const hundredths = Math.round(yuan / 100)
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** As a sentence says it, without trailing zeros: 110000 → 11, 1595300 → 159.53. */
export function wanInSentence(yuan: number): string {
  return wanInTable(yuan).replace(/\.?0+$/, (zeros) =>
    zeros.startsWith('.') ? '' : zeros.replace(/0+$/, ''),
  )
}
