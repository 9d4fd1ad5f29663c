import type { Way } from '../gap-facts.ts'

/** An accident as far as it says what ought to stand there. */
export interface AdviceAccident {
  readonly id: string
  readonly direction: Way | null
  readonly killed: number
  readonly injured: number
  readonly form: string
  readonly collision: string | null
  readonly objectHit: string | null
  readonly causeClass: string | null
  readonly light: string | null
  readonly weather: string | null
  readonly surfaceCondition: string | null
  readonly alignment: string | null
  readonly siteType: string | null
  /** Hour of the day in Asia/Shanghai, 0–23. */
  readonly hour: number
}

const isOneOf =
  (field: keyof AdviceAccident, ...codes: readonly string[]) =>
  (accident: AdviceAccident) =>
    codes.includes(String(accident[field]))

/** What is counted, by the code tables of the accident ledger. */
export const traits = {
  night: isOneOf('light', '2', '3'),
  unlit: isOneOf('light', '3'),
  twilight: isOneOf('light', '4', '5'),
  animal: isOneOf('objectHit', '31'),
  pedestrian: isOneOf('form', '21', '22', '23', '29'),
  rightAngle: isOneOf('collision', '4', '5', '6'),
  rearEnd: isOneOf('collision', '1'),
  headOn: isOneOf('collision', '2', '8'),
  offRoad: isOneOf('form', '31', '32', '33', '35'),
  junction: isOneOf('siteType', '11', '12', '13', '14', '15', '27'),
  bend: isOneOf('alignment', '02', '04', '07', '08', '09', '10'),
  slope: isOneOf('alignment', '05', '06', '08', '10'),
  ice: isOneOf('surfaceCondition', '5'),
  wet: isOneOf('surfaceCondition', '2', '3', '4'),
  poorSight: isOneOf('weather', '5', '7'),
  speed: isOneOf('causeClass', '12'),
} as const satisfies Record<string, (accident: AdviceAccident) => boolean>

export type Trait = keyof typeof traits
export const traitIds = Object.keys(traits) as [Trait, ...Trait[]]

export interface AccidentProfile {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  /** How many have it; an accident may have several. */
  readonly counts: Readonly<Record<Trait, number>>
  readonly byDirection: { readonly increasing: number; readonly decreasing: number; readonly unknown: number }
  /** Accidents in each hour that had one. */
  readonly byHour: readonly { readonly hour: number; readonly accidents: number }[]
}

const total = (accidents: readonly AdviceAccident[], field: 'killed' | 'injured') =>
  accidents.reduce((sum, accident) => sum + accident[field], 0)

export function profileOf(accidents: readonly AdviceAccident[]): AccidentProfile {
  const count = (fits: (accident: AdviceAccident) => boolean) => accidents.filter(fits).length
  const hours = [...new Set(accidents.map(({ hour }) => hour))].sort((a, b) => a - b)
  const [increasing, decreasing] = [
    count(({ direction }) => direction === 'increasing'),
    count(({ direction }) => direction === 'decreasing'),
  ]
  return {
    accidents: accidents.length,
    killed: total(accidents, 'killed'),
    injured: total(accidents, 'injured'),
    counts: Object.fromEntries(traitIds.map((id) => [id, count(traits[id])])) as Record<Trait, number>,
    byDirection: { increasing, decreasing, unknown: accidents.length - increasing - decreasing },
    byHour: hours.map((hour) => ({ hour, accidents: count((each) => each.hour === hour) })),
  }
}
