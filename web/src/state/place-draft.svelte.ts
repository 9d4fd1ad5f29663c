import type { CoordinateSystem } from '../../../api/roads/coordinates/coordinates.ts'
import type { Candidate, Side } from '../api/api-types.ts'
import { Resource } from './resource.svelte.ts'

export interface Point {
  readonly lon: number
  readonly lat: number
}

/** A coordinate as it was written, in its own system: the record keeps it beside what was made of it. */
export interface PointSource extends Point {
  readonly crs: CoordinateSystem
  readonly rawCoordinate: string
}

/** Whoever can say which stakes a point has. */
export interface Locator {
  locate(point: Point): Promise<{ readonly candidates: readonly Candidate[] }>
}

export interface PlaceSnapshot {
  readonly point: Point | null
  readonly accuracy: number | null
  readonly road: string
  readonly km: string
  readonly metres: string
  readonly isStretch: boolean
  readonly toKm: string
  readonly toMetres: string
  readonly side: Side | null
  readonly placeText: string
  readonly hasNoLine: boolean
  readonly township: string
  readonly source: PointSource | null
}

/** Two boxes of the stake keypad → metres; undefined while they do not make a stake. */
export function stakeOf(km: string, metres: string): number | undefined {
  if (!/^\d{1,4}$/.test(km.trim()) || !/^\d{0,3}$/.test(metres.trim())) return undefined
  return Number(km) * 1000 + Number(metres)
}

/** Metres → the two boxes of the stake keypad. */
export const stakeBoxes = (stake: number) => ({
  km: String(Math.floor(stake / 1000)),
  metres: String(stake % 1000).padStart(3, '0'),
})

/** A place being given by tap, device or stake. Road text and stake stay with the officer; the point follows the last tap. */
export class PlaceDraft {
  point = $state.raw<Point | null>(null)
  accuracy = $state<number | null>(null)
  road = $state('')
  km = $state('')
  metres = $state('')
  isStretch = $state(false)
  toKm = $state('')
  toMetres = $state('')
  side = $state<Side | null>(null)
  placeText = $state('')
  /** The road is only a name: no stake is asked for, and a tap does not exchange the road. */
  hasNoLine = $state(false)
  /** Where no stretch of the road says it. */
  township = $state('')
  source = $state.raw<PointSource | null>(null)
  readonly proposal = new Resource<readonly Candidate[]>()

  readonly fromStake = $derived(this.road ? stakeOf(this.km, this.metres) : undefined)
  readonly toStake = $derived(this.road && this.isStretch ? stakeOf(this.toKm, this.toMetres) : undefined)
  /** Off the numbered roads only words can lead somebody there again. */
  readonly isGiven = $derived(
    this.road && !this.hasNoLine ? this.fromStake !== undefined : this.placeText.trim() !== '',
  )
  readonly isUntouched = $derived(this.point === null && this.road === '' && this.placeText === '')
  /** The candidate that the boxes still agree with; none once the officer typed another stake. */
  readonly chosen = $derived(
    this.proposal.value?.find(
      (candidate) => candidate.road === this.road && Math.round(candidate.stake) === this.fromStake,
    ),
  )

  constructor(restored?: Partial<PlaceSnapshot>) {
    Object.assign(this, restored)
  }

  get snapshot(): PlaceSnapshot {
    const { point, accuracy, road, km, metres, isStretch, toKm, toMetres, side, placeText } = this
    const { hasNoLine, township, source } = this
    return {
      ...{ point, accuracy, road, km, metres, isStretch, toKm, toMetres, side, placeText },
      ...{ hasNoLine, township, source },
    }
  }

  /** Takes the best candidate at once: a right proposal costs the officer nothing. */
  async proposeAt(locator: Locator, point: Point, accuracy: number | null = null): Promise<void> {
    this.point = point
    this.accuracy = accuracy
    this.source = null
    if (this.hasNoLine) return
    await this.proposal.load(async () => {
      const { candidates } = await locator.locate(point)
      const best = candidates[0]
      // Too far to be meant: offered, not taken.
      if (best && best.grade !== 'none') this.take(best)
      else this.road = ''
      return candidates
    })
  }

  /** One reading of a pasted coordinate, taken by a yes. */
  async proposeFrom(locator: Locator, point: Point, source: PointSource): Promise<void> {
    await this.proposeAt(locator, point)
    this.source = source
  }

  chooseRoad(code: string, hasNoLine: boolean): void {
    this.road = code
    this.hasNoLine = hasNoLine
    if (hasNoLine) this.proposal.clear()
    if (hasNoLine) Object.assign(this, { km: '', metres: '', toKm: '', toMetres: '', isStretch: false })
  }

  take(candidate: Candidate): void {
    this.hasNoLine = false
    this.road = candidate.road
    this.side = candidate.side
    Object.assign(this, stakeBoxes(Math.round(candidate.stake)))
  }

  /** Another stake of the same road; side and words stay. */
  takeStake(stake: number): void {
    Object.assign(this, stakeBoxes(stake))
  }

  /** At a junction, the road that was meant. */
  prefer(place: { readonly road: string; readonly stake: number } | undefined): void {
    const found = this.proposal.value?.find(
      (candidate) => candidate.road === place?.road && Math.abs(candidate.stake - place.stake) < 2,
    )
    if (found) this.take(found)
  }

  takeStretch(road: string, fromStake: number, toStake: number): void {
    this.point = null
    this.accuracy = null
    this.source = null
    this.proposal.clear()
    this.hasNoLine = false
    this.road = road
    this.isStretch = toStake > fromStake
    const to = stakeBoxes(toStake)
    Object.assign(this, stakeBoxes(fromStake), { toKm: to.km, toMetres: to.metres })
  }

  /** A stretch, or a typed stake that differs from the tap, is placed by its stakes: the point would contradict them. */
  location() {
    const text = this.placeText.trim() || undefined
    const point = this.point && (this.source ?? this.point)
    if (this.hasNoLine)
      return {
        ...point,
        accuracy: this.accuracy ?? undefined,
        road: this.road,
        township: this.township || undefined,
        placeText: text,
      }
    if (!this.road)
      return {
        ...point,
        accuracy: this.accuracy ?? undefined,
        placeText: text,
        roadName: text?.slice(0, 100),
      }
    const isTapped = this.chosen !== undefined && !this.isStretch && this.point !== null
    return {
      road: this.road,
      fromStake: this.fromStake,
      toStake: this.toStake,
      side: this.side ?? undefined,
      placeText: text,
      ...(isTapped ? { ...point, accuracy: this.accuracy ?? undefined } : {}),
    }
  }
}
