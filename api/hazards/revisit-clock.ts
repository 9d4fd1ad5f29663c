const dayMs = 24 * 3600 * 1000
/** 回头看: closed tickets are looked at again. */
const revisitAfterDays = 90

export interface Closing {
  readonly closedOn: string
  readonly revisitedOn: string | null
}

/** The day on which a closed ticket is due for a second look; null once somebody was there after it was closed. */
export function revisitDue({ closedOn, revisitedOn }: Closing): string | null {
  if (revisitedOn !== null && revisitedOn >= closedOn) return null
  return new Date(Date.parse(closedOn) + revisitAfterDays * dayMs).toISOString().slice(0, 10)
}
