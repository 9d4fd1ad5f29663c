import type { Query } from '../../../api/client.ts'
import type { Period } from './period.ts'
import { partQuery } from './accident-part.ts'
import type { UrlState } from './url-state.ts'

type Filters = Pick<UrlState, 'calibre' | 'road' | 'severity'> & Partial<Pick<UrlState, 'part'>>
type Dates = Pick<Period, 'from' | 'to'>

/** Accidents drawn on the map: every filter of the bar. */
export function accidentQuery(filters: Filters, dates: Dates): Query {
  return { ...indicesQuery(filters, dates), format: 'geojson' }
}

/** The four indices count what the map shows: the same filters, so that a figure and the picture beside it agree. */
export function indicesQuery({ calibre, road, severity, part = null }: Filters, { from, to }: Dates): Query {
  return { from, to, calibre, road, severity: severity.length ? severity : undefined, ...partQuery(part) }
}

/** The heat line counts every severity, as a screening does. */
export function densityQuery({ calibre, road }: Filters, { from, to }: Dates, bandwidth: number): Query {
  return { from, to, calibre, road, bandwidth, clusters: 'true' }
}

/** Hazards and facilities have no calibre and are shown whatever the period: a place stays dangerous. */
export function placeQuery({ road }: Pick<Filters, 'road'>): Query {
  return { road }
}
