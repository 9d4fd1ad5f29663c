import type { Language } from './words.ts'

export { wanInTable as formatWan } from '../../../api/statistics/money.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `2025-03-05` → "2025年3月5日", as documents write it, without leading zeros. */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  if (!year || !month || !day) return date
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`
}

/** An instant on the clock of the banner, whatever the clock of the device says. */
export function formatMoment(instant: string, language: Language): string {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${formatDate(shanghai, language)} ${shanghai.slice(11, 16)}`
}

/** Small probabilities in a form an officer can weigh: "0.0004", or "< 0.0001". */
export function formatProbability(p: number): string {
  if (p < 0.0001) return '< 0.0001'
  return p < 0.01 ? p.toFixed(4) : p.toFixed(2)
}

export function formatExpected(lambda: number): string {
  return lambda < 0.1 ? lambda.toFixed(3) : lambda.toFixed(2)
}
