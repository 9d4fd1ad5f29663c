import type { Harm, Site } from './accident-draft.ts'
import {
  dividedRoads,
  knownStretches,
  reservedStretches,
  townAreas,
  traitsOf,
  type Stretch,
  type Trait,
} from './demo-places.ts'
import type { Random } from './seeded-random.ts'

export type StakedRoad = Stretch['road']

/** Stakes of the demo: where a road begins and ends. */
export const roadRanges: Readonly<Record<StakedRoad, readonly [number, number]>> = {
  G109: [930_000, 1_105_000],
  G110: [1_105_000, 1_149_000],
  S313: [210_000, 288_000],
  S216: [0, 118_000],
  CAYJ: [0, 76_000],
}

export interface Taken {
  readonly road: string
  readonly stake: number
  readonly year: number
  readonly isMajor: boolean
}

const openRoadShare = 0.42
const clearOfEnds = 400

const isWithin =
  (road: string, stake: number) =>
  (stretch: Pick<Stretch, 'road' | 'from' | 'to'>): boolean =>
    stretch.road === road && stake >= stretch.from && stake <= stretch.to

/** Nothing outside the named places may look worse than they do, nor meet a rule of three by chance. */
function isFree(
  road: StakedRoad,
  stake: number,
  year: number,
  isMajor: boolean,
  taken: readonly Taken[],
): boolean {
  if (reservedStretches.some(isWithin(road, stake))) return false
  const near = (distance: number) =>
    taken.filter((other) => other.road === road && Math.abs(other.stake - stake) <= distance)
  if (near(700).length >= 3 || near(700).filter((other) => other.year === year).length >= 2) return false
  const isCrowded = near(2200).filter((other) => other.year === year).length >= 6
  const majors = near(2300).filter((other) => other.isMajor && Math.abs(other.year - year) <= 1)
  return (
    !isCrowded &&
    !(isMajor && majors.length >= 2) &&
    (!isMajor || near(1100).every((other) => !other.isMajor))
  )
}

function proposeStake(road: StakedRoad, random: Random): number {
  const [from, to] = roadRanges[road]
  const open = () => random.integer(from + clearOfEnds, to - clearOfEnds)
  if (random.next() < openRoadShare) return open()
  const stretch = random.weighted(
    knownStretches.filter((known) => known.road === road),
    ({ weight }) => weight,
  )
  return random.integer(stretch.from, stretch.to)
}

export function chooseStake(
  road: StakedRoad,
  year: number,
  isMajor: boolean,
  taken: readonly Taken[],
  random: Random,
): number {
  for (let attempt = 0; attempt < 2000; attempt++) {
    const stake = Math.round(proposeStake(road, random) / 10) * 10
    if (isFree(road, stake, year, isMajor, taken)) return stake
  }
  throw new RangeError(`No room is left on ${road} for another accident of ${year}.`)
}

/** The named stretch's traits, or those of the open road: mostly pasture, here and there a bend or a farm track. */
export function traitsAt(road: StakedRoad, stake: number, random: Random): Trait[] {
  const known = knownStretches.find(isWithin(road, stake))
  if (known) return [...traitsOf(known)]
  const traits: Trait[] = dividedRoads.includes(road) ? ['divided'] : []
  if (random.next() < 0.7) traits.push('pasture')
  if (random.next() < 0.3) traits.push('curve')
  if (random.next() < 0.3) traits.push('sand')
  if (random.next() < 0.35) traits.push('junction')
  return traits
}

const metresPerDegree = { east: 86_400, north: 111_000 }

/** Round a town whose place is known: denser towards its middle. */
export function chooseTownSite(random: Random): Extract<Site, { kind: 'town' }> {
  const area = random.weighted(townAreas, ({ weight }) => weight)
  const distance = area.radius * random.next() ** 0.8
  const bearing = random.next() * 2 * Math.PI
  const point = [
    area.centre[0] + (distance * Math.sin(bearing)) / metresPerDegree.east,
    area.centre[1] + (distance * Math.cos(bearing)) / metresPerDegree.north,
  ] as const
  return { kind: 'town', area, point, place: random.pick(area.places) }
}

export function chooseDirection(random: Random): 'increasing' | 'decreasing' {
  return random.next() < 0.5 ? 'increasing' : 'decreasing'
}

export const isMajorHarm = ({ killed, seriouslyInjured, lossYuan }: Harm) =>
  killed > 0 || seriouslyInjured >= 3 || lossYuan >= 30_000
