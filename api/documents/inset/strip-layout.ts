import {
  runningAtStake,
  runningChainage,
  type ChainBreak,
  type RunningChainage,
} from '../../roads/network/running-chainage.ts'
import type { Stretch } from '../../roads/road.schema.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import type { DrawnAccident, DrawnFacility, DrawnHazard } from './inset-facts.ts'

export interface StripTicket {
  readonly id: string
  readonly fromStake: number
  readonly toStake: number
  readonly level: number | null
  readonly letter: string
  readonly isOverdue: boolean
}

/** What stands along the piece of road around one hazard. */
export interface StripFacts {
  readonly hazard: DrawnHazard & { readonly fromStake: number }
  /** 109国道 G109 */
  readonly roadName: string
  readonly fromStake: number | null
  readonly toStake: number | null
  readonly chainBreaks: readonly ChainBreak[]
  readonly squads: readonly Stretch[]
  readonly tickets: readonly StripTicket[]
  readonly facilities: readonly DrawnFacility[]
  /** Undefined where the edition does not show them: no row at all is not the same as an empty one. */
  readonly accidents: readonly DrawnAccident[] | undefined
}

/** Metres of road before and behind a stretch; a point has half as much again. */
const around = { stretch: 1000, point: 1500 }

export interface StripAxis {
  readonly chainage: RunningChainage
  /** Of running chainage, which grows without a jump. */
  readonly from: number
  readonly to: number
  readonly beginsHere: boolean
  readonly endsHere: boolean
  /** Where on the drawing a stake stands; undefined off the drawing and for one that a short chain skips. */
  readonly xAt: (stake: number) => number | undefined
  /** The same, moved to the nearer edge. */
  readonly xWithin: (stake: number) => number
}

export const plot = { left: 46, right: 474 } as const

export function stripAxis(facts: StripFacts): StripAxis {
  const { hazard, chainBreaks } = facts
  const chainage = runningChainage(chainBreaks)
  const runningOf = (stake: number) => runningAtStake(chainage, stake)[0] ?? stake
  const [start, end] = [runningOf(hazard.fromStake), runningOf(hazard.toStake ?? hazard.fromStake)]
  const [low, high] = [Math.min(start, end), Math.max(start, end)]
  const room = low === high ? around.point : around.stretch
  const first = facts.fromStake === null ? -Infinity : runningOf(facts.fromStake)
  const last = facts.toStake === null ? Infinity : runningOf(facts.toStake)
  const [from, to] = [Math.max(low - room, first), Math.min(high + room, last)]
  const xOf = (running: number) => plot.left + ((running - from) / (to - from)) * (plot.right - plot.left)
  return {
    chainage,
    from,
    to,
    beginsHere: from === first,
    endsHere: to === last,
    xAt: (stake) => {
      const running = runningAtStake(chainage, stake).find((each) => each >= from && each <= to)
      return running === undefined ? undefined : xOf(running)
    },
    xWithin: (stake) => Math.min(plot.right, Math.max(plot.left, xOf(runningOf(stake)))),
  }
}

export interface StripTick {
  readonly stake: number
  readonly x: number
  readonly label?: string
}

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000]
const stepFor = (metres: number) => steps.find((step) => step >= metres) ?? 20_000
const labelOf = (stake: number) => (stake % 1000 === 0 ? `K${stake / 1000}` : formatStake(stake))

/** Round stakes, also behind a chain break, where they no longer stand at round distances. */
export function stripTicks({ chainage, from, to, xAt }: StripAxis): StripTick[] {
  const perUnit = (to - from) / (plot.right - plot.left)
  const step = stepFor(perUnit * 8)
  const labelStep = Math.max(step, stepFor(perUnit * 60))
  const ticks = chainage.flatMap(({ fromStake, toStake, shift }) => {
    const low = Math.max(fromStake, from + shift)
    const high = Math.min(toStake, to + shift)
    const count = Math.max(0, Math.floor(high / step) - Math.ceil(low / step) + 1)
    return Array.from({ length: count }, (_, i) => (Math.ceil(low / step) + i) * step)
  })
  return ticks.flatMap((stake): StripTick[] => {
    const x = xAt(stake)
    if (x === undefined) return []
    return [stake % labelStep === 0 ? { stake, x, label: labelOf(stake) } : { stake, x }]
  })
}

export interface Stacked<Item> {
  readonly x: number
  readonly lane: number
  /** Never empty; the first is the one that is drawn. */
  readonly members: readonly Item[]
}

interface Placed<Item> {
  readonly x: number
  readonly weight: number
  readonly item: Item
}

/** Side by side, then one above the other; what finds no room joins the nearest, which says how many it is. */
export function stack<Item>(placed: readonly Placed<Item>[], width: number, lanes: number): Stacked<Item>[] {
  const groups: { x: number; lane: number; members: Placed<Item>[] }[] = []
  const last: ((typeof groups)[number] | undefined)[] = Array.from({ length: lanes }, () => undefined)
  for (const each of [...placed].sort((a, b) => a.x - b.x)) {
    const lane = last.findIndex((group) => !group || each.x - group.x >= width)
    if (lane >= 0) {
      const group = { x: each.x, lane, members: [each] }
      last[lane] = group
      groups.push(group)
    } else last.reduce((best, group) => (group!.x > best!.x ? group : best))!.members.push(each)
  }
  return groups.map(({ x, lane, members }) => ({
    x,
    lane,
    members: [...members].sort((a, b) => b.weight - a.weight).map(({ item }) => item),
  }))
}
