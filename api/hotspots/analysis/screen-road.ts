import { poissonAtLeast } from './poisson.ts'
import { sweepWindows } from './window-sweep.ts'

/** One accident of the calibre and the period, placed on a road by its stake. */
export interface ScreenedAccident {
  readonly id: string
  readonly stake: number
  readonly direction: 'increasing' | 'decreasing' | 'both' | null
  readonly qualifies: boolean
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
  readonly form: string
  readonly causeClass: string | null
  readonly light: string | null
  readonly weather: string | null
  /** Hour of the day in Asia/Shanghai, 0–23. */
  readonly hour: number
}

export interface ScreenedRoad {
  readonly code: string
  readonly divided: boolean
  readonly fromStake: number
  readonly toStake: number
  /** Stakes a window must not reach across: chain breaks and gaps between sections. */
  readonly breaks: readonly number[]
  readonly accidents: readonly ScreenedAccident[]
}

export interface Site {
  readonly road: string
  readonly direction: 'increasing' | 'decreasing' | 'both'
  readonly fromStake: number
  readonly toStake: number
  readonly qualifying: number
  readonly densest: number
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
  /** λ: qualifying accidents of the road spread evenly, per window. */
  readonly expected: number
  /** P(X ≥ densest) at that mean. */
  readonly pValue: number
  readonly accidentIds: readonly string[]
  readonly profile: Profile
}

/** What most accidents of a site have in common, and how many of them do. */
export interface Profile {
  readonly form: Dominant | null
  readonly causeClass: Dominant | null
  readonly light: Dominant | null
  readonly weather: Dominant | null
  readonly hours: Dominant | null
}

export interface Dominant {
  readonly code: string
  readonly count: number
}

type Direction = Site['direction']

const byStake = (a: ScreenedAccident, b: ScreenedAccident) => a.stake - b.stake || (a.id < b.id ? -1 : 1)

/** On a divided road the two carriageways are two roads; an accident without a known direction counts on both. */
function directionsOf(road: ScreenedRoad): Direction[] {
  return road.divided ? ['increasing', 'decreasing'] : ['both']
}

function accidentsInDirection(road: ScreenedRoad, direction: Direction): ScreenedAccident[] {
  const belongs = (accident: ScreenedAccident) =>
    direction === 'both' ||
    accident.direction === null ||
    accident.direction === 'both' ||
    accident.direction === direction
  return road.accidents.filter(belongs).sort(byStake)
}

function splitAtBreaks(
  accidents: readonly ScreenedAccident[],
  breaks: readonly number[],
): ScreenedAccident[][] {
  const limits = [...breaks].sort((a, b) => a - b)
  const pieces: ScreenedAccident[][] = limits.map(() => [])
  pieces.push([])
  for (const accident of accidents) {
    const index = limits.filter((limit) => limit <= accident.stake).length
    pieces[index]!.push(accident)
  }
  return pieces
}

function dominant(codes: readonly (string | null)[]): Dominant | null {
  const counts = new Map<string, number>()
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return best ? { code: best[0], count: best[1] } : null
}

const timeBand = (hour: number) =>
  `${String(Math.floor(hour / 3) * 3).padStart(2, '0')}-${String(Math.floor(hour / 3) * 3 + 3).padStart(2, '0')}`

function profileOf(accidents: readonly ScreenedAccident[]): Profile {
  return {
    form: dominant(accidents.map((accident) => accident.form)),
    causeClass: dominant(accidents.map((accident) => accident.causeClass)),
    light: dominant(accidents.map((accident) => accident.light)),
    weather: dominant(accidents.map((accident) => accident.weather)),
    hours: dominant(accidents.map((accident) => timeBand(accident.hour))),
  }
}

const total = (accidents: readonly ScreenedAccident[], field: 'killed' | 'injured' | 'lossYuan') =>
  accidents.reduce((sum, accident) => sum + accident[field], 0)

export interface WindowRule {
  /** Metres. */
  readonly windowLength: number
  readonly minimum: number
}

function screenDirection(road: ScreenedRoad, direction: Direction, rule: WindowRule): Site[] {
  const accidents = accidentsInDirection(road, direction)
  const qualifying = accidents.filter((accident) => accident.qualifies)
  const expected = (qualifying.length * rule.windowLength) / (road.toStake - road.fromStake)
  return splitAtBreaks(qualifying, road.breaks).flatMap((piece) =>
    sweepWindows(
      piece.map((accident) => accident.stake),
      rule.windowLength,
      rule.minimum,
    ).map(({ first, last, fromStake, toStake, densest }): Site => {
      const inside = accidents.filter(({ stake }) => stake >= fromStake && stake <= toStake)
      return {
        road: road.code,
        direction,
        fromStake,
        toStake,
        qualifying: last - first + 1,
        densest,
        accidents: inside.length,
        killed: total(inside, 'killed'),
        injured: total(inside, 'injured'),
        lossYuan: total(inside, 'lossYuan'),
        expected,
        pValue: poissonAtLeast(densest, expected),
        accidentIds: inside.map(({ id }) => id),
        profile: profileOf(inside),
      }
    }),
  )
}

/** Worst first: deaths, then accidents, then the less likely by chance; ties by place, so that every machine ranks alike. */
export function rankSites(sites: readonly Site[]): Site[] {
  return [...sites].sort(
    (a, b) =>
      b.killed - a.killed ||
      b.accidents - a.accidents ||
      a.pValue - b.pValue ||
      (a.road < b.road ? -1 : a.road > b.road ? 1 : 0) ||
      a.fromStake - b.fromStake ||
      (a.direction < b.direction ? -1 : 1),
  )
}

export function screenRoad(road: ScreenedRoad, rule: WindowRule): Site[] {
  return directionsOf(road).flatMap((direction) => screenDirection(road, direction, rule))
}
