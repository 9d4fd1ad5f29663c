import type { Candidate, Side } from '../api/api-types.ts'
import type { Calls } from '../api/calls.ts'
import { Resource } from './resource.svelte.ts'

export interface Point {
  readonly lon: number
  readonly lat: number
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
}

/** Two boxes of the stake keypad → metres; undefined while they do not make a stake. */
export function stakeOf(km: string, metres: string): number | undefined {
  if (!/^\d{1,4}$/.test(km.trim()) || !/^\d{0,3}$/.test(metres.trim())) return undefined
  return Number(km) * 1000 + Number(metres)
}

const boxes = (stake: number) => ({
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
  readonly proposal = new Resource<readonly Candidate[]>()

  readonly fromStake = $derived(this.road ? stakeOf(this.km, this.metres) : undefined)
  readonly toStake = $derived(this.road && this.isStretch ? stakeOf(this.toKm, this.toMetres) : undefined)
  /** Off the numbered roads only words can lead somebody there again. */
  readonly isGiven = $derived(this.road ? this.fromStake !== undefined : this.placeText.trim() !== '')
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
    return { point, accuracy, road, km, metres, isStretch, toKm, toMetres, side, placeText }
  }

  /** Takes the best candidate at once: a right proposal costs the officer nothing. */
  async proposeAt(calls: Calls, point: Point, accuracy: number | null = null): Promise<void> {
    this.point = point
    this.accuracy = accuracy
    await this.proposal.load(async () => {
      const { candidates } = await calls.locate(point)
      const best = candidates[0]
      // Too far to be meant: offered, not taken.
      if (best && best.grade !== 'none') this.take(best)
      else this.road = ''
      return candidates
    })
  }

  take(candidate: Candidate): void {
    this.road = candidate.road
    this.side = candidate.side
    Object.assign(this, boxes(Math.round(candidate.stake)))
  }

  takeStretch(road: string, fromStake: number, toStake: number): void {
    this.road = road
    this.isStretch = toStake > fromStake
    const to = boxes(toStake)
    Object.assign(this, boxes(fromStake), { toKm: to.km, toMetres: to.metres })
  }

  /** A stretch, or a typed stake that differs from the tap, is placed by its stakes: the point would contradict them. */
  location() {
    const text = this.placeText.trim() || undefined
    if (!this.road)
      return {
        ...this.point,
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
      ...(isTapped ? { ...this.point, accuracy: this.accuracy ?? undefined } : {}),
    }
  }
}
