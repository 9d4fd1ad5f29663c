import type { Query } from '../../../api/client.ts'

/** What the list of hazards shows; withdrawn ones are in no list. */
export type HazardScope = 'open' | 'all'

/** The filter of the screen as the service words and keeps it. */
export function hazardFilter(query: Query, scope: HazardScope): Record<string, string | boolean> {
  const said = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  )
  return { ...Object.fromEntries(said), ...(scope === 'open' ? { open: true } : {}) }
}
