import { facilityTracks, type Heading, type Mark, type MarkTrack } from './strip-marks.ts'

export type TrackKind = 'squad' | 'township' | 'hotspot' | 'density' | 'axis' | 'facility' | MarkTrack

export interface Track {
  readonly kind: TrackKind
  /** Only on a road with a carriageway for each direction. */
  readonly heading?: Heading
}

export interface TrackQuestion {
  readonly marks: readonly Pick<Mark, 'track' | 'heading'>[]
  readonly isDivided: boolean
  readonly has: Readonly<Record<'squad' | 'township' | 'hotspot' | 'density', boolean>>
  /** On paper all kinds of facilities share a track: their symbols tell them apart. */
  readonly sharesFacilities: boolean
}

export const isOfTrack = (mark: Pick<Mark, 'track' | 'heading'>, { kind, heading }: Track): boolean =>
  (mark.track === kind || (kind === 'facility' && facilityTracks.some((each) => each === mark.track))) &&
  (heading === undefined || mark.heading === heading)

function markTracks({ marks, isDivided, sharesFacilities }: TrackQuestion): {
  above: Track[]
  under: Track[]
} {
  const below: readonly TrackKind[] = [
    'hazard',
    ...(sharesFacilities ? ['facility' as const] : facilityTracks),
    'gap',
  ]
  const holds = (track: Track) => marks.some((mark) => isOfTrack(mark, track))
  if (!isDivided)
    return { above: [{ kind: 'accident' }], under: below.map((kind) => ({ kind })).filter(holds) }
  // Outwards from the carriageway the same order on both sides: accidents, hazards, facilities.
  const outwards: readonly TrackKind[] = ['accident', ...below]
  const headed = (heading: Heading) => outwards.map((kind): Track => ({ kind, heading })).filter(holds)
  return { above: headed('increasing').reverse(), under: [...headed('decreasing'), ...headed('both')] }
}

/** From top to bottom. A kind of which the road has nothing takes no room. */
export function stripTracks(question: TrackQuestion): Track[] {
  const { has } = question
  const { above, under } = markTracks(question)
  const bands = (['squad', 'township', 'hotspot', 'density'] as const).filter((kind) => has[kind])
  return [...bands.map((kind) => ({ kind })), ...above, { kind: 'axis' }, ...under]
}

export const keyOf = ({ kind, heading }: Track): string => kind + (heading ?? '')

export interface PlacedTrack extends Track {
  readonly lanes: number
  readonly height: number
  /** Where the name stands: beside the track, or on a line of its own above it. */
  readonly nameY: number
  readonly bodyY: number
  readonly bodyHeight: number
}

export interface TrackRoom {
  readonly textSize: number
  /** On a narrow screen the names have no column. */
  readonly namesAbove: boolean
  /** Of the axis, in text sizes. */
  readonly axisEms: number
  /** How many symbols may stand one above the other, by `keyOf` a track. */
  readonly lanes: ReadonlyMap<string, number>
}

/** Two carriageways are wider than one, and a chain break has a line of its own below the stakes. */
export const axisEms = ({ isDivided, hasBreaks }: { isDivided: boolean; hasBreaks: boolean }): number =>
  3.8 + (isDivided ? 0.5 : 0) + (hasBreaks ? 1.1 : 0)

export const symbolSize = (textSize: number) => textSize * 1.8
/** The foot of the accidents: a stroke for each stands on the axis, whatever the symbols above hide. */
export const strokeHeight = (textSize: number) => textSize * 1.1

function bodyHeightOf(kind: TrackKind, lanes: number, { textSize, axisEms }: TrackRoom): number {
  if (kind === 'squad' || kind === 'township') return textSize * 1.6
  if (kind === 'hotspot') return textSize * 1.8
  if (kind === 'density') return textSize * 3.2
  if (kind === 'axis') return textSize * axisEms
  const symbols = lanes * symbolSize(textSize)
  return kind === 'accident' ? symbols + strokeHeight(textSize) : symbols + textSize * 0.3
}

export function placeTracks(
  tracks: readonly Track[],
  room: TrackRoom,
): { tracks: PlacedTrack[]; height: number } {
  let y = 0
  const placed = tracks.map((track): PlacedTrack => {
    const lanes = room.lanes.get(keyOf(track)) ?? 1
    const nameHeight = room.namesAbove && track.kind !== 'axis' ? room.textSize * 1.25 : 0
    const bodyHeight = bodyHeightOf(track.kind, lanes, room)
    const height = nameHeight + bodyHeight + room.textSize * 0.4
    const bodyY = y + nameHeight
    const nameY = room.namesAbove ? y + room.textSize : bodyY + bodyHeight / 2 + room.textSize * 0.36
    y += height
    return { ...track, lanes, height, nameY, bodyY, bodyHeight }
  })
  return { tracks: placed, height: y }
}
