/** What a number of a rule may be changed to for one run; the service and the form refuse by the same table. */
export interface Bounds {
  readonly least: number
  readonly most: number
  readonly isWhole: boolean
}

const whole = (least: number, most: number): Bounds => ({ least, most, isWhole: true })
const real = (least: number, most: number): Bounds => ({ least, most, isWhole: false })

export const numberBounds = {
  windowLength: whole(50, 50_000),
  unitLength: whole(50, 50_000),
  minimum: whole(1, 1000),
  alpha: real(1e-9, 0.5),
  regularityShare: real(0.1, 1),
  hazardReach: whole(0, 5000),
  sigmas: real(0, 6),
  topShare: real(0.001, 0.5),
  longestPeriodDays: whole(1, 3660),
  junctionRadius: whole(0, 2000),
  top: whole(1, 100),
  lengthShare: real(0.001, 1),
  perAccident: real(0, 1000),
  perKilled: real(0, 1000),
  perInjured: real(0, 1000),
  perFatalAccident: real(0, 1000),
  perInjuryAccident: real(0, 1000),
  clusterRadius: whole(10, 5000),
  clusterMinimum: whole(2, 100),
  simulations: whole(0, 9999),
} as const satisfies Record<string, Bounds>

export type NumberKey = keyof typeof numberBounds

export const isWithinBounds = (key: NumberKey, value: number): boolean => {
  const { least, most, isWhole } = numberBounds[key]
  return value >= least && value <= most && (!isWhole || Number.isInteger(value))
}
