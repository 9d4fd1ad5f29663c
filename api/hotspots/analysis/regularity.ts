import type { ScreenedAccident } from './accident-on-road.ts'

/** Three hours of the day: finer, and twenty accidents a year fill no band twice. */
const timeBands = Array.from({ length: 8 }, (_, band) =>
  [band * 3, band * 3 + 3].map((hour) => String(hour).padStart(2, '0')).join('-'),
)
export const timeBand = (hour: number): string => timeBands[Math.floor(hour / 3)]!

const features: readonly ((accident: ScreenedAccident) => string | number | null)[] = [
  ({ form }) => form,
  ({ causeClass }) => causeClass,
  ({ hour }) => Math.floor(hour / 3),
]

interface Numbered {
  /** Of each accident; -1 where it is not known. */
  readonly codes: Int32Array
  readonly counts: Int32Array
}

/** A window moves a million times: small numbers, not words, are counted in it. */
function numbered(
  count: number,
  accidentAt: (index: number) => ScreenedAccident,
  feature: (typeof features)[number],
): Numbered {
  const known = new Map<string | number, number>()
  const codes = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const value = feature(accidentAt(i))
    if (value !== null && !known.has(value)) known.set(value, known.size)
    codes[i] = value === null ? -1 : known.get(value)!
  }
  return { codes, counts: new Int32Array(known.size) }
}

/** Counts what the accidents of a moving window have in common. */
export function newRegularityCounts(count: number, accidentAt: (index: number) => ScreenedAccident) {
  const all = features.map((feature) => numbered(count, accidentAt, feature))
  const add = (index: number, by: 1 | -1) => {
    for (const { codes, counts } of all) if (codes[index]! >= 0) counts[codes[index]!]! += by
  }
  const most = () => {
    let highest = 0
    for (const { counts } of all)
      for (let i = 0; i < counts.length; i++) if (counts[i]! > highest) highest = counts[i]!
    return highest
  }
  return { add, most }
}

/** Whether one form, cause or time band is shared by at least that part of them. */
export function areRegular(accidents: readonly ScreenedAccident[], share: number): boolean {
  const counts = newRegularityCounts(accidents.length, (index) => accidents[index]!)
  accidents.forEach((_, index) => counts.add(index, 1))
  return accidents.length > 0 && counts.most() >= share * accidents.length
}
