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

/** `2025-03` → "2025年3月". */
export function formatMonth(text: string, language: Language): string {
  const [year, month] = text.split('-').map(Number)
  if (!year || !month) return text
  return language === 'zh' ? `${year}年${month}月` : `${months[month - 1]} ${year}`
}

/** A sentence of the service with its dates as documents write them. */
export const datesInWords = (text: string, language: Language) =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => formatDate(date, language))

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
