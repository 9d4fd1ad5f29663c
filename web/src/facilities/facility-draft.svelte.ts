import { v7 as newId } from 'uuid'
import { factsOfKind, type FacilityKind } from '../../../api/facilities/facility-kinds.ts'
import type { Direction, NewFacility } from '../api/api-types.ts'
import { dropDraft, keepDraft, readDraft } from '../state/drafts.ts'
import { PlaceDraft, type PlaceSnapshot } from '../state/place-draft.svelte.ts'

interface FacilitySnapshot {
  readonly id: string
  readonly kind: FacilityKind
  readonly quantity: string
  readonly unit: string
  readonly length: string
  readonly direction: Direction
  readonly hazardId: string
  readonly place: PlaceSnapshot
}

const key = 'facility'

/** A facility being written; the same rules as for a hazard: one id, kept until it is acknowledged. */
export class FacilityDraft {
  readonly id: string
  kind = $state<FacilityKind>('solar_strobe')
  quantity = $state('1')
  unit = $state('')
  length = $state('')
  direction = $state<Direction>('both')
  hazardId = $state('')
  readonly place: PlaceDraft
  readonly facts = $derived(factsOfKind(this.kind))
  readonly shownUnit = $derived(this.facts.units.includes(this.unit) ? this.unit : this.facts.units[0]!)
  readonly isCounted = $derived(/^[1-9]\d{0,4}$/.test(this.quantity.trim()))

  constructor(restored: Partial<FacilitySnapshot> = {}) {
    const { id, place, ...typed } = restored
    this.id = id ?? newId()
    this.place = new PlaceDraft(place)
    Object.assign(this, typed)
  }

  static restore(storage: Storage): FacilityDraft {
    return new FacilityDraft(readDraft<FacilitySnapshot>(storage, key))
  }

  keep(storage: Storage): void {
    const { id, kind, quantity, unit, length, direction, hazardId } = this
    const place = this.place.snapshot
    if (!this.place.isGiven) return
    keepDraft(storage, key, {
      id,
      kind,
      quantity,
      unit,
      length,
      direction,
      hazardId,
      place,
    } satisfies FacilitySnapshot)
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
}
