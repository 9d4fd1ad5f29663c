import { distanceBetween } from '../../../roads/network/geodesy.ts'
import { disjointSets } from './disjoint-sets.ts'
import type { RoadContacts, SharedStretch } from './road-contacts.ts'
import { joinWithin, pointOnAxis, stakeJumps, type Strand } from './road-strands.ts'

/** Of cuts that lie together the most important says where: an end of the road, then a jump of the stakes, then a meeting. */
const importance = { end: 0, jump: 1, meeting: 2 } as const

interface Cut {
  readonly strand: number
  readonly position: number
  readonly kind: keyof typeof importance
}

/** A place at which a strand is cut into edges. */
export interface StrandNode {
  readonly position: number
  readonly node: number
}

/** The place on the other strand of a stretch that two of them share. */
function across({ strands, a, b }: SharedStretch, { strand, position }: Cut): Cut | undefined {
  if (!strands.includes(strand)) return undefined
  const [own, other] = strand === strands[0] ? [a, b] : [b, a]
  const share = (position - own[0]) / (own[1] - own[0])
  if (!(share > 0 && share < 1)) return undefined
  const there = strand === strands[0] ? strands[1] : strands[0]
  return { strand: there, position: other[0] + share * (other[1] - other[0]), kind: 'meeting' }
}

function isRing({ axis, from, to }: Strand): boolean {
  const gap = distanceBetween(pointOnAxis(axis, from, 'after'), pointOnAxis(axis, to))
  return to - from > 4 * joinWithin && gap <= joinWithin
}

/** The cuts, and which of them are one place. */
function cutsOf(strands: readonly Strand[], { meetings, shared }: RoadContacts) {
  const cuts: Cut[] = []
  const pairs: [number, number][] = []
  const add = (cut: Cut) => cuts.push(cut) - 1
  const meet = (first: Cut, second: Cut) => pairs.push([add(first), add(second)])
  strands.forEach((strand, i) => {
    const ends = [strand.from, strand.to].map((position) => add({ strand: i, position, kind: 'end' }))
    if (isRing(strand)) pairs.push([ends[0]!, ends[1]!])
    for (const position of stakeJumps(strand)) add({ strand: i, position, kind: 'jump' })
  })
  const on = (strand: number, position: number): Cut => ({ strand, position, kind: 'meeting' })
  for (const {
    strands: [s, t],
    a,
    b,
  } of meetings)
    meet(on(s, a), on(t, b))
  for (const {
    strands: [s, t],
    a,
    b,
  } of shared)
    for (const end of [0, 1] as const) meet(on(s, a[end]), on(t, b[end]))
  for (const stretch of shared)
    for (const [i, cut] of [...cuts.entries()]) {
      const there = across(stretch, cut)
      if (there) pairs.push([i, add(there)])
    }
  return { cuts, pairs }
}

/** Cuts of one strand that lie together; its two ends stay two. */
function groupsAlong(cuts: readonly Cut[], members: readonly number[]): number[][] {
  const groups: number[][] = []
  const hasEnd = (group: readonly number[]) => group.some((each) => cuts[each]!.kind === 'end')
  for (const member of members) {
    const group = groups[groups.length - 1]
    const last = group && cuts[group[group.length - 1]!]!
    const isTogether = last && cuts[member]!.position - last.position <= joinWithin
    if (group && isTogether && !(cuts[member]!.kind === 'end' && hasEnd(group))) group.push(member)
    else groups.push([member])
  }
  return groups
}

/** Where each strand is cut, in order along it, and which node that is. Cuts nearer than 50 m to each other are one. */
export function cutStrands(strands: readonly Strand[], contacts: RoadContacts): StrandNode[][] {
  const { cuts, pairs } = cutsOf(strands, contacts)
  const places = disjointSets(cuts.length)
  for (const [a, b] of pairs) places.join(a, b)
  const numbered = cuts.map((cut, i) => ({ ...cut, i }))
  const byPosition = (a: Cut, b: Cut) => a.position - b.position || importance[a.kind] - importance[b.kind]
  const groups = strands.map((_, strand) => {
    const own = numbered.filter((cut) => cut.strand === strand).sort(byPosition)
    return groupsAlong(
      cuts,
      own.map(({ i }) => i),
    )
  })
  for (const group of groups.flat()) for (const member of group) places.join(group[0]!, member)
  const foremost = (group: readonly number[]) =>
    group
      .map((member) => cuts[member]!)
      .reduce((best, cut) => (importance[cut.kind] < importance[best.kind] ? cut : best))
  return groups.map((along) =>
    along.map((group) => ({ position: foremost(group).position, node: places.firstOf(group[0]!) })),
  )
}
