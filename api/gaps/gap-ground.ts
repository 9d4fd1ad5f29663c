import type { FacilityKind } from '../facilities/facility-kinds.ts'
import { courseOf, isMetOn, passageOn, type Course, type Passage } from '../roads/network/course.ts'
import { stretchAt } from '../roads/network/road-input.ts'
import type { Travel } from '../roads/network/road-axis.ts'
import type { Road } from '../roads/road.schema.ts'
import type { GapFacility, GapFacts, GapHazard, NightAccident } from './gap-facts.ts'

/** Something that one direction of traffic meets, after so many metres driven. */
export interface Met<Thing> {
  readonly thing: Thing
  readonly at: number
}

/** An open ticket, from where one comes upon it to where one has passed it. */
export interface Passed extends Passage {
  readonly hazard: GapHazard
}

/** The facts, laid out along the roads: each road and direction is worked out once, when first asked for. */
export interface Ground {
  readonly facts: GapFacts
  readonly roadOf: (code: string | null) => Road | undefined
  readonly courseOf: (road: string | null, travel: Travel) => Course | undefined
  readonly facilitiesOn: (course: Course) => readonly Met<GapFacility>[]
  readonly accidentsOn: (course: Course) => readonly Met<NightAccident>[]
  readonly hazardsOn: (course: Course) => readonly Passed[]
  readonly squadAt: (road: string | null, stake: number | null) => string | null
}

function grouped<T extends { readonly road: string | null }>(things: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    if (thing.road === null) continue
    const group = groups.get(thing.road)
    if (group) group.push(thing)
    else groups.set(thing.road, [thing])
  }
  return groups
}

function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    if (!known.has(key)) known.set(key, work(key))
    return known.get(key)!
  }
}

type Placed = GapFacility | NightAccident

function metOn<T extends Placed>(course: Course, things: readonly T[]): Met<T>[] {
  return things
    .flatMap((thing) => {
      const at = isMetOn(course, thing) ? passageOn(course, thing)?.entry : undefined
      return at === undefined ? [] : [{ thing, at }]
    })
    .sort((a, b) => a.at - b.at || (a.thing.id < b.thing.id ? -1 : 1))
}

const passedOn = (course: Course, hazards: readonly GapHazard[]): Passed[] =>
  hazards.flatMap((hazard) => {
    const passage = passageOn(course, hazard)
    return passage ? [{ hazard, ...passage }] : []
  })

export function newGround(facts: GapFacts): Ground {
  const roads = new Map(facts.roads.map((road) => [road.code, road]))
  const facilities = grouped(facts.facilities)
  const accidents = grouped(facts.nightAccidents)
  const hazards = grouped(facts.hazards)
  const courses = remembered((key: string) => {
    const [travel, ...code] = key.split(' ')
    const road = roads.get(code.join(' '))
    return road && courseOf(facts.network, road.code, travel as Travel, road.divided)
  })
  return {
    facts,
    roadOf: (code) => (code === null ? undefined : roads.get(code)),
    courseOf: (road, travel) => (road === null ? undefined : courses(`${travel} ${road}`)),
    facilitiesOn: remembered((course) => metOn(course, facilities.get(course.axis.road) ?? [])),
    accidentsOn: remembered((course) => metOn(course, accidents.get(course.axis.road) ?? [])),
    hazardsOn: remembered((course) => passedOn(course, hazards.get(course.axis.road) ?? [])),
    squadAt: (road, stake) =>
      road === null || stake === null ? null : (stretchAt(facts.squads, road, stake)?.code ?? null),
  }
}

/** Stakes are whole metres, so is what can be said of distances. */
export const stakeGrain = 0.5

/** What is met between two places, in the order of driving. */
export function metBetween<T>(things: readonly Met<T>[], from: number, to: number): Met<T>[] {
  let [low, high] = [0, things.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (things[middle]!.at < from - stakeGrain) low = middle + 1
    else high = middle
  }
  const found: Met<T>[] = []
  for (let i = low; i < things.length && things[i]!.at <= to + stakeGrain; i++) found.push(things[i]!)
  return found
}

export const isOfKind = (kinds: readonly FacilityKind[]) => (met: Met<GapFacility>) =>
  kinds.includes(met.thing.kind)
