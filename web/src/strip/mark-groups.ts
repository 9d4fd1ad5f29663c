import type { StripAxis } from './strip-axis.ts'
import type { Mark } from './strip-marks.ts'
import { stackSymbols, type SymbolGroup } from './symbol-stacking.ts'
import { isOfTrack, keyOf, symbolSize, type Track } from './strip-tracks.ts'
import { xAt, type Scale } from './strip-view.ts'

export interface DrawnMark {
  readonly x: number
  /** Of its stretch; both the same for a point. */
  readonly from: number
  readonly to: number
  readonly weight: number
  readonly mark: Mark
}
export type MarkGroup = SymbolGroup<DrawnMark>

/** Where two rows meet, a point belongs to the row that begins there: it is drawn once. */
function isSeen({ from, to }: Mark, { view }: Scale, axis: StripAxis): boolean {
  if (from !== to) return to > view.from && from < view.to
  return from >= view.from && (from < view.to || (from === view.to && view.to >= axis.to))
}

export function drawnMarks(marks: readonly Mark[], scale: Scale, axis: StripAxis): DrawnMark[] {
  const [left, right] = [scale.left, scale.left + scale.width]
  return marks
    .filter((mark) => isSeen(mark, scale, axis))
    .map((mark) => {
      const from = Math.max(xAt(scale, mark.from), left)
      const to = Math.min(xAt(scale, mark.to), right)
      return { x: (from + to) / 2, from, to, weight: mark.weight, mark }
    })
}

const widthOf = (textSize: number) => symbolSize(textSize) * 0.94

export function groupMarks(drawn: readonly DrawnMark[], lanes: number, textSize: number): MarkGroup[] {
  return stackSymbols(drawn, { symbolWidth: widthOf(textSize), lanes })
}

interface LaneQuestion {
  readonly axis: StripAxis
  readonly tracks: readonly Track[]
  readonly marks: readonly Mark[]
  readonly scales: readonly Scale[]
  readonly textSize: number
  readonly most: Readonly<Record<'accident' | 'facility' | 'other', number>>
}

/** As many lanes as the fullest of the views needs, so that a track keeps its height while the road is moved below it. */
export function neededLanes({
  axis,
  tracks,
  marks,
  scales,
  textSize,
  most,
}: LaneQuestion): Map<string, number> {
  const needed = (track: Track) => {
    const own = marks.filter((mark) => isOfTrack(mark, track))
    const lanes = track.kind === 'accident' || track.kind === 'facility' ? most[track.kind] : most.other
    const groups = scales.flatMap((scale) => groupMarks(drawnMarks(own, scale, axis), lanes, textSize))
    return Math.max(0, ...groups.map(({ lane }) => lane)) + 1
  }
  return new Map(tracks.map((track) => [keyOf(track), needed(track)]))
}

export const killedIn = (group: MarkGroup): number =>
  group.members.reduce((sum, { mark }) => sum + (mark.killed ?? 0), 0)

/** What a tooltip and a screen reader say of a group. */
export function groupLabel(group: MarkGroup, tell: (count: number) => string): string {
  const { mark } = group.foremost
  const own = `${mark.place} ${mark.label}`
  return group.members.length > 1 ? `${tell(group.members.length)} ${own}` : own
}
