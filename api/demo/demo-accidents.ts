import type { LonLat } from '../roads/network/geodesy.ts'
import { stakeToPoint } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import type { ToldAccident } from './accident-draft.ts'
import { pointBeside } from './accident-point.ts'
import { accidentRow, type DemoAccident, type Placing } from './accident-row.ts'
import { instantOf } from './accident-times.ts'
import { generalAccidents } from './general-accidents.ts'
import { createRandom, type Random } from './seeded-random.ts'
import { simpleAccidents } from './simple-accidents.ts'

const seed = 150_624
const stakeOnlyCount = 12

/** The stretches of squads and townships, as the road network knows them. */
export interface DemoGround {
  readonly network: RoadNetwork
  squadAt(road: string, stake: number): string | null
  townshipAt(road: string, stake: number): string | null
}

const startOf = (accident: ToldAccident) =>
  instantOf(accident.year, Number(accident.story.month), accident.day, accident.minute)

/** Twelve of the demo year have no coordinate: the officer gave the stake, the point is computed from it. */
function chooseStakeOnly(accidents: readonly ToldAccident[], demoYear: number, random: Random) {
  const eligible = accidents.filter(
    ({ year, site, pinned }) => year === demoYear && site.kind === 'stake' && !pinned,
  )
  return new Set(random.shuffled(eligible).slice(0, stakeOnlyCount))
}

function lateral(direction: 'increasing' | 'decreasing', random: Random): number {
  const offset = 3 + random.next() * 5
  return direction === 'increasing' ? offset : -offset
}

function placingOf(
  accident: ToldAccident,
  isStakeOnly: boolean,
  ground: DemoGround,
  random: Random,
): Placing {
  const { road, site } = accident
  if (site.kind === 'unlocated')
    return { locating: 'unlocated', point: null, township: site.township, squad: site.squad }
  if (site.kind === 'town') {
    const { township, squad } = site.area
    return { locating: 'coordinate', point: site.point, township, squad }
  }
  const point: LonLat | undefined = isStakeOnly
    ? stakeToPoint(ground.network, road, site.stake)?.point
    : pointBeside(ground.network, road, site.stake, lateral(site.direction, random))
  if (!point) throw new RangeError(`${road} has no stake ${site.stake}.`)
  return {
    locating: isStakeOnly ? 'stake' : 'coordinate',
    point,
    township: ground.townshipAt(road, site.stake),
    squad: ground.squadAt(road, site.stake),
  }
}

/** Every accident of the demonstration, oldest first, the same on every machine. */
export function demoAccidents(demoYear: number, ground: DemoGround): DemoAccident[] {
  const random = createRandom(seed)
  const general = generalAccidents(demoYear, random)
  const simple = simpleAccidents(demoYear, random)
  const stakeOnly = chooseStakeOnly(general, demoYear, random)
  const sequence = new Map<string, number>()
  const numbered = (procedure: 'general' | 'simple', told: readonly ToldAccident[]) =>
    [...told]
      .sort((a, b) => startOf(a).getTime() - startOf(b).getTime())
      .map((accident) => {
        const key = `${procedure}${accident.year}`
        const serial = (sequence.get(key) ?? 0) + 1
        sequence.set(key, serial)
        const placing = placingOf(accident, stakeOnly.has(accident), ground, random)
        return accidentRow(accident, { procedure, serial, at: startOf(accident), placing }, random)
      })
  return [...numbered('general', general), ...numbered('simple', simple)]
}
