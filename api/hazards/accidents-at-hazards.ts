export interface CountedAccident {
  readonly id: string
  readonly killed: number
  readonly injured: number
}

/** Metres around a point hazard within which an accident counts as its own; a stretch counts what lies in it. */
export const aroundPoint = 250

/** Three years to the cut-off, both days inclusive. */
export function threeYearsTo(cutoffOn: string): string {
  const [year = 0, month = 1, day = 1] = cutoffOn.split('-').map(Number)
  return new Date(Date.UTC(year - 3, month - 1, day + 1)).toISOString().slice(0, 10)
}

/** One accident at two places is one accident. */
export function countDistinct(accidents: Iterable<CountedAccident>) {
  const distinct = new Map([...accidents].map((accident) => [accident.id, accident])).values()
  return [...distinct].reduce(
    (sum, { killed, injured }) => ({
      accidents: sum.accidents + 1,
      killed: sum.killed + killed,
      injured: sum.injured + injured,
    }),
    { accidents: 0, killed: 0, injured: 0 },
  )
}
