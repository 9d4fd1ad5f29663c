export interface Period {
  /** YYYY-MM-DD, both days included, Asia/Shanghai. */
  readonly from: string
  readonly to: string
}

/** The same calendar day one year earlier; 29 February has 28 February before it. */
export function yearBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0')
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5)
  return `${year}-${day}`
}

export const samePeriodLastYear = ({ from, to }: Period): Period => ({
  from: yearBefore(from),
  to: yearBefore(to),
})

/** 截至12月初: the first ten days of a month are 初, the next ten 中旬, the rest 底. */
export function cutoffWords(to: string): string {
  const [, month, day] = to.split('-').map(Number)
  const part = day! <= 10 ? '初' : day! <= 20 ? '中旬' : '底'
  return `截至${month}月${part}`
}
