const dayMs = 86_400_000
/** China has one time zone and no summer time. */
const shanghaiOffsetMs = 8 * 3_600_000

/** A day of the banner, YYYY-MM-DD, whatever the machine's zone. Such days sort as they count. */
export const bannerDay = (at: Date): string =>
  new Date(at.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** Calendar days from the first day to the second; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** Both ends count. */
export const daysOfPeriod = ({ from, to }: { readonly from: string; readonly to: string }): number =>
  daysBetween(from, to) + 1
