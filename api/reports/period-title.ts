import type { Period } from '../statistics/period.ts'

const isLastOfMonth = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, 0)).getUTCDate() === day

const partsOf = (date: string) => date.split('-').map(Number) as [number, number, number]

/** 2025年 · 2025年11月 · 2025年1月—12月3日: whole months are said without their days. */
export function periodTitle({ from, to }: Period): string {
  const [fromYear, fromMonth, fromDay] = partsOf(from)
  const [toYear, toMonth, toDay] = partsOf(to)
  const endsWhole = isLastOfMonth(toYear, toMonth, toDay)
  const isWhole = fromDay === 1 && endsWhole
  if (from === to) return `${fromYear}年${fromMonth}月${fromDay}日`
  if (isWhole && fromYear === toYear && fromMonth === toMonth) return `${fromYear}年${fromMonth}月`
  if (isWhole && fromYear === toYear && fromMonth === 1 && toMonth === 12) return `${fromYear}年`
  const start = `${fromYear}年${fromMonth}月${fromDay === 1 ? '' : `${fromDay}日`}`
  const year = fromYear === toYear ? '' : `${toYear}年`
  return `${start}—${year}${toMonth}月${endsWhole ? '' : `${toDay}日`}`
}

/** 2025年12月3日 */
export function dayText(date: string): string {
  const [year, month, day] = partsOf(date)
  return `${year}年${month}月${day}日`
}
