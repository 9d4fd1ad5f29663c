import type { ScreenedAccident } from './accident-on-road.ts'

/** Three hours of the day: finer, and twenty accidents a year fill no band twice. */
export const timeBand = (hour: number): string => {
  const start = Math.floor(hour / 3) * 3
  return `${String(start).padStart(2, '0')}-${String(start + 3).padStart(2, '0')}`
}

const features: readonly ((accident: ScreenedAccident) => string | null)[] = [
  ({ form }) => form,
  ({ causeClass }) => causeClass,
  ({ hour }) => timeBand(hour),
]

/** Counts what the accidents of a moving window have in common. */
export function newRegularityCounts() {
  const counts = features.map(() => new Map<string, number>())
  const add = (accident: ScreenedAccident, by: 1 | -1) =>
    features.forEach((feature, i) => {
      const code = feature(accident)
      if (code !== null) counts[i]!.set(code, (counts[i]!.get(code) ?? 0) + by)
    })
  const most = () => counts.reduce((all, each) => Math.max(all, ...each.values()), 0)
  return { add, most }
}

/** Whether one form, cause or time band is shared by at least that part of them. */
export function areRegular(accidents: readonly ScreenedAccident[], share: number): boolean {
  const counts = newRegularityCounts()
  for (const accident of accidents) counts.add(accident, 1)
  return accidents.length > 0 && counts.most() >= share * accidents.length
}
