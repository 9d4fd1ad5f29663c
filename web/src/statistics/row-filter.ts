import type { Dimension } from '../../../api/statistics/dimensions.ts'
import type { Severity } from '../../../api/accidents/severity.ts'
import { partFields } from '../state/accident-part.ts'
import type { Period } from '../state/period.ts'
import type { UrlState } from '../state/url-state.ts'

type Patch = Partial<UrlState>
const everything: Patch = { panel: null, road: null, severity: [], part: null }

const lastDayOf = (month: string) => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10)
}

/** The days of a month that lie in the period; a month that comes twice in it is none. */
function monthPatch(key: string, { from, to }: Pick<Period, 'from' | 'to'>): Patch | null {
  if (from.slice(0, 4) !== to.slice(0, 4)) return null
  const month = `${from.slice(0, 4)}-${key}`
  const [first, last] = [`${month}-01`, lastDayOf(month)]
  const dates = { from: first < from ? from : first, to: last > to ? to : last }
  return { ...everything, period: 'custom', ...dates }
}

/** What the map has to show for a row of figures; null where no filter says it. */
export function rowPatch(
  dimension: Dimension,
  key: string,
  period: Pick<Period, 'from' | 'to'>,
): Patch | null {
  if (key === 'unknown') return null
  if (dimension === 'road') return { ...everything, road: key }
  if (dimension === 'severity') return { ...everything, severity: [key as Severity] }
  if (dimension === 'month') return monthPatch(key, period)
  const field = partFields.find((one) => one === dimension)
  return field ? { ...everything, part: { field, key } } : null
}
