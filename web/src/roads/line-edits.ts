import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import type { RoadInput, SectionInput } from '../../../api/roads/network/road-network.ts'
import type { Road } from '../api/api-types.ts'
import type { StakeAnchor } from '../api/road-types.ts'

/** A stake anchor as the officer sees it: a post beside the road. */
export interface Post {
  readonly id: string
  readonly section: number
  readonly stake: number
  readonly point: LonLat
  readonly method: StakeAnchor['method']
  readonly note: string | null
}

export interface Jump {
  readonly id: string
  readonly atStake: number
  readonly jump: number
  readonly note: string | null
}

export interface SectionStakes {
  readonly sequence: number
  readonly fromStake: number
  readonly toStake: number
}

/** One act of the officer. A put says the whole thing as it shall be, so that the last one wins. */
export type LineStep =
  | { readonly kind: 'putPost'; readonly post: Post }
  | { readonly kind: 'endPost'; readonly id: string }
  | { readonly kind: 'putJump'; readonly jump: Jump }
  | { readonly kind: 'endJump'; readonly id: string }
  | { readonly kind: 'stakes'; readonly stakes: SectionStakes }

export type EditState = 'kept' | 'changed' | 'added' | 'ended'
export type Edited<Thing> = Thing & { readonly state: EditState }

export interface EditedLine {
  readonly posts: readonly Edited<Post>[]
  readonly jumps: readonly Edited<Jump>[]
  readonly sections: readonly Edited<SectionStakes>[]
}

/** By the members of the saved thing; a point is as equal as its numbers. */
const isSame = (now: object, before: object) =>
  Object.entries(before).every(([key, value]) => String(value) === String(now[key as keyof typeof now]))

function put<Thing extends { readonly id: string }>(
  known: readonly Thing[],
  edited: readonly Edited<Thing>[],
  thing: Thing,
): Edited<Thing>[] {
  const before = known.find(({ id }) => id === thing.id)
  const state = before ? (isSame(thing, before) ? 'kept' : 'changed') : 'added'
  const next: Edited<Thing> = { ...thing, state }
  return edited.some(({ id }) => id === thing.id)
    ? edited.map((each) => (each.id === thing.id ? next : each))
    : [...edited, next]
}

/** What was never saved just goes; what was saved stays in sight until its end is saved as well. */
function end<Thing extends { readonly id: string }>(
  edited: readonly Edited<Thing>[],
  id: string,
): Edited<Thing>[] {
  return edited
    .filter((each) => each.id !== id || each.state !== 'added')
    .map((each) => (each.id === id ? { ...each, state: 'ended' } : each))
}

/** Without its state: as it is kept or sent. */
export const postOf = ({ id, section, stake, point, method, note }: Post): Post => ({
  id,
  section,
  stake,
  point,
  method,
  note,
})

export const jumpOf = ({ id, atStake, jump, note }: Jump): Jump => ({ id, atStake, jump, note })

export const postsOf = (road: Road): Post[] => road.anchors.map(postOf)

export const jumpsOf = (road: Road): Jump[] => road.chainBreaks.map(jumpOf)

const kept = <Thing>(things: readonly Thing[]) =>
  things.map((thing) => ({ ...thing, state: 'kept' as const }))

function take(road: Road, line: EditedLine, step: LineStep): EditedLine {
  switch (step.kind) {
    case 'putPost':
      return { ...line, posts: put(postsOf(road), line.posts, step.post) }
    case 'endPost':
      return { ...line, posts: end(line.posts, step.id) }
    case 'putJump':
      return { ...line, jumps: put(jumpsOf(road), line.jumps, step.jump) }
    case 'endJump':
      return { ...line, jumps: end(line.jumps, step.id) }
    case 'stakes':
      return { ...line, sections: line.sections.map((each) => withStakes(road, each, step.stakes)) }
  }
}

function withStakes(
  road: Road,
  section: Edited<SectionStakes>,
  stakes: SectionStakes,
): Edited<SectionStakes> {
  if (section.sequence !== stakes.sequence) return section
  const before = road.sections.find(({ sequence }) => sequence === stakes.sequence)
  const isKept = before?.fromStake === stakes.fromStake && before.toStake === stakes.toStake
  return { ...stakes, state: isKept ? 'kept' : 'changed' }
}

/** The line of a road as it would be with the acts so far. */
export function editLine(road: Road, steps: readonly LineStep[]): EditedLine {
  const saved: EditedLine = {
    posts: kept(postsOf(road)),
    jumps: kept(jumpsOf(road)),
    sections: kept(
      road.sections.map(({ sequence, fromStake, toStake }) => ({ sequence, fromStake, toStake })),
    ),
  }
  return steps.reduce((line, step) => take(road, line, step), saved)
}

const inForce = <Thing extends { readonly state: EditState }>(things: readonly Thing[]) =>
  things.filter(({ state }) => state !== 'ended')

export function sectionInputs(road: Road, line: EditedLine): SectionInput[] {
  return road.sections.map((section) => {
    const stakes = line.sections.find(({ sequence }) => sequence === section.sequence) ?? section
    return {
      road: road.code,
      sequence: section.sequence,
      carriageway: section.carriageway,
      fromStake: stakes.fromStake,
      toStake: stakes.toStake,
      coordinates: section.coordinates,
      anchors: inForce(line.posts).filter((post) => post.section === section.sequence),
    }
  })
}

/** What the network is built from while the line is being edited. */
export function editedRoadInput(road: Road, line: EditedLine): RoadInput {
  return { code: road.code, chainBreaks: inForce(line.jumps), sections: sectionInputs(road, line) }
}

/** Adds an act; a drag is one act, however many places the post passed. */
export function withStep(
  steps: readonly LineStep[],
  step: LineStep,
  { replacesLast = false }: { readonly replacesLast?: boolean } = {},
): readonly LineStep[] {
  return [...(replacesLast ? steps.slice(0, -1) : steps), step]
}
