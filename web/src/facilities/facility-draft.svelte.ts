import { v7 as newId } from 'uuid'
import { factsOfKind, type FacilityKind } from '../../../api/facilities/facility-kinds.ts'
import { fiveSmall, mostPerBatch, stakesOfRow } from '../../../api/facilities/facility-sets.ts'
import { bannerDay } from '../../../api/areas/calendar-days.ts'
import type { Direction, NewFacility } from '../api/api-types.ts'
import { dropDraft, keepDraft, readDraft } from '../state/unsent/drafts.ts'
import { DetailsDraft, type DetailTexts } from './details-draft.svelte.ts'
import { PlaceDraft, type Locator, type PlaceSnapshot, type Point } from '../state/place-draft.svelte.ts'

interface FacilitySnapshot {
  readonly id: string
  readonly amount: Amount
  readonly every: string
  readonly ids: readonly string[]
  readonly kind: FacilityKind
  readonly quantity: string
  readonly unit: string
  readonly length: string
  readonly direction: Direction
  readonly hazardId: string
  readonly details?: Partial<DetailTexts>
  readonly place: PlaceSnapshot
}

const key = 'facility'

/** One of a kind, a row of it along a stretch, or the five of a minor junction. */
export const amounts = ['one', 'row', 'fiveSmall'] as const
export type Amount = (typeof amounts)[number]

/** A facility being written; the same rules as for a hazard: one id, kept until it is acknowledged. */
export class FacilityDraft {
  readonly id: string
  amount = $state<Amount>('one')
  /** Metres between the pieces of a row, as typed. */
  every = $state('20')
  /** Of the pieces of a set, in their order: kept, so that a retry places nothing twice. */
  #ids: string[]
  kind = $state<FacilityKind>('solar_strobe')
  quantity = $state('1')
  unit = $state('')
  length = $state('')
  direction = $state<Direction>('both')
  hazardId = $state('')
  readonly place: PlaceDraft
  readonly details: DetailsDraft
  readonly facts = $derived(factsOfKind(this.kind))
  readonly shownUnit = $derived(this.facts.units.includes(this.unit) ? this.unit : this.facts.units[0]!)
  readonly isCounted = $derived(/^[1-9]\d{0,4}$/.test(this.quantity.trim()))

  readonly rowStakes = $derived.by(() => {
    const { fromStake, toStake } = this.place
    if (this.amount !== 'row' || fromStake === undefined || toStake === undefined) return []
    return stakesOfRow({ fromStake, toStake, every: Number(this.every) })
  })
  /** The second tap of a row met another road. */
  isOnOtherRoad = $state(false)
  /** How many will be entered. */
  readonly count = $derived(
    this.amount === 'row' ? this.rowStakes.length : this.amount === 'fiveSmall' ? fiveSmall().length : 1,
  )
  readonly isTooMany = $derived(this.count > mostPerBatch)

  constructor(restored: Partial<FacilitySnapshot> = {}) {
    const { id, ids, place, details, ...typed } = restored
    this.id = id ?? newId()
    this.#ids = [...(ids ?? [])]
    this.place = new PlaceDraft(place)
    // Most are registered as they are put up; of one that stands long the day is put right, or left out.
    this.details = new DetailsDraft(details ?? { installedOn: bannerDay(new Date()) })
    Object.assign(this, typed)
  }

  static restore(storage: Storage): FacilityDraft {
    return new FacilityDraft(readDraft<FacilitySnapshot>(storage, key))
  }

  keep(storage: Storage): void {
    const { id, amount, every, kind, quantity, unit, length, direction, hazardId } = this
    const place = this.place.snapshot
    if (!this.place.isGiven) return
    keepDraft(storage, key, {
      id,
      amount,
      every,
      ids: this.#ids,
      kind,
      quantity,
      unit,
      length,
      direction,
      hazardId,
      details: this.details.snapshot,
      place,
    } satisfies FacilitySnapshot)
  }

  /** Two taps make a row: its start, then its end on the same road; a third one starts anew. */
  async tap(locator: Locator, point: Point): Promise<void> {
    const { place } = this
    this.isOnOtherRoad = false
    if (this.amount !== 'row' || place.fromStake === undefined || place.toStake !== undefined) {
      Object.assign(place, { toKm: '', toMetres: '' })
      return place.proposeAt(locator, point)
    }
    const { candidates } = await locator.locate(point)
    const end = candidates.find(({ road, grade }) => road === place.road && grade !== 'none')
    this.isOnOtherRoad = end === undefined
    if (!end) return
    const stakes = [place.fromStake, Math.round(end.stake)]
    place.takeStretch(place.road, Math.min(...stakes), Math.max(...stakes))
    place.isStretch = true
  }

  drop(storage: Storage): void {
    dropDraft(storage, key)
  }

  get body(): NewFacility {
    const {
      fromStake,
      toStake: _end,
      accuracy: _accuracy,
      township: _township,
      ...place
    } = { ...{ fromStake: undefined, toStake: undefined, township: undefined }, ...this.place.location() }
    return {
      ...(this.amount === 'fiveSmall' ? {} : this.details.said),
      ...place,
      stake: fromStake,
      kind: this.kind,
      quantity: Number(this.quantity),
      unit: this.shownUnit,
      lengthMetres: this.facts.needsLength && this.length ? Number(this.length) : undefined,
      direction: this.direction,
      hazardId: this.hazardId || undefined,
      state: 'working',
    }
  }
  /** The pieces of a row or of the five, each under an id of its own. */
  get items(): (NewFacility & { id: string })[] {
    const { body } = this
    const { kind: _kind, quantity: _quantity, unit: _unit, lengthMetres: _length, ...place } = body
    const pieces: NewFacility[] =
      this.amount === 'fiveSmall'
        ? fiveSmall().map((piece) => ({ ...place, ...piece }))
        : this.rowStakes.map((stake) => ({ ...body, stake }))
    return pieces.map((piece, index) => ({ id: (this.#ids[index] ??= newId()), ...piece }))
  }
}
