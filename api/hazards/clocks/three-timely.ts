/** 三个及时: found → registered, registered → told to whom it concerns, told → remedied. */
export interface ThreeTimely {
  readonly registerHours: number | null
  readonly reportDays: number | null
  readonly remedyDays: number | null
}

interface Moments {
  readonly foundAt: string
  readonly registeredAt: string
  /** First notice or report to the government. */
  readonly reportedAt: string | null
  /** Acceptance requested: the unit says it is done. */
  readonly remediedAt: string | null
}

const hourMs = 3_600_000
const between = (from: string | null, to: string | null, unit: number) =>
  from === null || to === null ? null : Math.round(((Date.parse(to) - Date.parse(from)) / unit) * 10) / 10

export function threeTimely({ foundAt, registeredAt, reportedAt, remediedAt }: Moments): ThreeTimely {
  return {
    registerHours: between(foundAt, registeredAt, hourMs),
    reportDays: between(registeredAt, reportedAt, 24 * hourMs),
    remedyDays: between(reportedAt, remediedAt, 24 * hourMs),
  }
}
