import { formatPlaceRange } from '../../../api/roads/stakes/stake-format.ts'
import type { LocatingItem, PlaceInput } from '../api/api-types.ts'
import type { LonLat as Point, Pin } from '../map/map-types.ts'
import type { KnownRoads } from '../state/known-roads.svelte.ts'
import { assumedText } from '../text/assumed-text.ts'
import type { Language, Words } from '../text/words.ts'

/** One place that a record can be given with one tap. */
export interface Answer {
  /** What key takes it, and what its pin says. */
  readonly number: number
  readonly label: string
  readonly why: string
  readonly notes: readonly string[]
  readonly grade: 'good' | 'fair' | 'ambiguous' | 'none' | undefined
  readonly point: readonly [number, number]
  readonly place: PlaceInput
}

interface Reader {
  readonly roads: KnownRoads
  readonly language: Language
  readonly words: Words
}

const lonLat = (point: readonly number[]) => [point[0] ?? 0, point[1] ?? 0] as const
const mostAnswers = 9

function offered({ roads, language }: Reader, item: LocatingItem): Omit<Answer, 'number'>[] {
  return item.candidates.map(({ road, stake, toStake, why, assumed, grade, point, place }) => ({
    label: formatPlaceRange(roads.label(road), stake, toStake ?? stake),
    why,
    notes: assumed.map((code) => assumedText(code, language)),
    grade,
    point: lonLat(point),
    place,
  }))
}

/** A point marked on the map: on each road beside it, or by itself. */
function marked({ roads, words }: Reader, { lon, lat }: Point): Omit<Answer, 'number'>[] {
  const own = { lon, lat, crs: 'wgs84' as const }
  const near = roads.candidatesAt([lon, lat]).filter(({ grade }) => grade !== 'none')
  const onRoads = near.map(({ road, stake, distance, side, grade }) => ({
    label: formatPlaceRange(roads.label(road), stake, stake),
    why: words.stake.beside(Math.round(distance), words.stake.sides[side]),
    notes: [],
    grade,
    point: [lon, lat] as const,
    place: { road, stake: Math.round(stake), ...own },
  }))
  const alone = {
    label: words.locating.pointOnly,
    why: `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
    notes: [],
    grade: undefined,
    point: [lon, lat] as const,
    place: own,
  }
  return onRoads.length ? onRoads : [alone]
}

/** What can be taken for a record: once a hand has marked a place on the map, only that. */
export function answersFor(reader: Reader, item: LocatingItem | undefined, mark: Point | null): Answer[] {
  if (!item) return []
  const found = mark ? marked(reader, mark) : offered(reader, item)
  return found.slice(0, mostAnswers).map((answer, i) => ({ ...answer, number: i + 1 }))
}

/** Answers at one spot share one pin, that of the first. */
export function pinsOf(answers: readonly Answer[]): Pin[] {
  const isEarlier = (answer: Answer, i: number) =>
    answers.slice(0, i).some(({ point }) => point.join() === answer.point.join())
  return answers.filter((answer, i) => !isEarlier(answer, i)).map(({ number, point }) => ({ number, point }))
}
