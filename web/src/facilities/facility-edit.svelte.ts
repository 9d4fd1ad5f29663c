import { factsOfKind } from '../../../api/facilities/facility-kinds.ts'
import { carriagewayOfFacility } from '../../../api/facilities/facility-place.ts'
import { isGoing, type FacilityState } from '../../../api/facilities/facility-states.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import type { Direction, Facility, FacilityPatch } from '../api/api-types.ts'
import {
  type DragReach,
  isRepeatedStake,
  placeAtStake,
  snapToRoad,
  stepAlong,
  type PlaceOnRoad,
} from '../map/snap-to-road.ts'
import type { KnownRoads } from '../state/known-roads.svelte.ts'
import { PlaceDraft } from '../state/place-draft.svelte.ts'
import { DetailsDraft, detailTexts } from './details-draft.svelte.ts'
import { placeChanges, placeOfFacility } from './edited-place.ts'

type Roads = Pick<KnownRoads, 'network' | 'candidatesAt' | 'find'>

/** A facility being put right. What differs from `facility` is sent; the rest is nobody's change. */
export class FacilityEdit {
  facility = $state.raw<Facility>() as Facility
  readonly place: PlaceDraft
  readonly details: DetailsDraft
  quantity = $state('')
  unit = $state('')
  length = $state('')
  direction = $state<Direction>('both')
  hazardId = $state('')
  state = $state<FacilityState>('working')
  removalReason = $state('')
  /** The pointer left the road: it stays where it was. */
  isTooFar = $state(false)
  /** Between two places that bear one stake, the one that was meant. */
  #near = $state.raw<LonLat | null>(null)
  readonly #roads: Roads

  readonly facts = $derived.by(() => factsOfKind(this.facility.kind))
  readonly isCounted = $derived(/^[1-9]\d{0,4}$/.test(this.quantity.trim()))
  readonly goes = $derived(isGoing(this.state))
  readonly line = $derived.by(() => {
    const { road, hasNoLine, side } = this.place
    const carriageway = carriagewayOfFacility({ side, direction: this.direction })
    return road && !hasNoLine ? { road, carriageway } : null
  })
  /** A coordinate was measured for it: the stake follows from the point, not the point from the stake. */
  readonly isFree = $derived.by(() => this.line === null || this.facility.crsSource !== 'unknown')
  readonly #onRoad: PlaceOnRoad | undefined = $derived.by(() => {
    const { fromStake } = this.place
    if (!this.line || fromStake === undefined) return undefined
    return placeAtStake(this.#roads.network, this.line, fromStake, this.#near)
  })
  /** Where it is to stand, as far as that is known. */
  readonly point: LonLat | null = $derived.by(() => {
    const { point } = this.place
    const stays = this.isFree && !this.isMoved
    if (point && (this.line === null || this.place.chosen)) return [point.lon, point.lat]
    return (stays ? this.#near : this.#onRoad?.point) ?? this.#near
  })
  readonly isMoved = $derived.by(() => {
    const { road, stake } = this.facility
    const { place } = this
    return place.point !== null || place.road !== (road ?? '') || (place.fromStake ?? null) !== stake
  })

  constructor(facility: Facility, roads: Roads) {
    this.#roads = roads
    this.facility = facility
    this.place = new PlaceDraft(placeOfFacility(facility, roads.find(facility.road)?.isDrawn === false))
    this.details = new DetailsDraft(detailTexts(facility))
    this.#near = pointOf(facility)
    this.#take(facility)
  }

  get patch(): FacilityPatch {
    const { facility } = this
    const length = this.facts.needsLength && this.length.trim() ? Number(this.length) : null
    const reason = this.removalReason.trim()
    const all: FacilityPatch = {
      quantity: Number(this.quantity),
      unit: this.unit,
      lengthMetres: this.facts.needsLength ? length : facility.lengthMetres,
      direction: this.direction,
      hazardId: this.hazardId || null,
      state: this.state,
      removalReason: this.goes ? reason || null : facility.removalReason,
    }
    const changed = Object.entries(all).filter(([key, value]) => value !== facility[key as keyof Facility])
    return {
      ...Object.fromEntries(changed),
      ...this.details.changesTo(facility),
      ...placeChanges(facility, this.place, this.#wordOfPoint),
    }
  }

  /** Drawn to a point: along its road, or freely where it has none or a coordinate of its own. */
  dragTo(point: LonLat, { within, step }: DragReach): void {
    const { line } = this
    this.isTooFar = false
    if (!line) return this.#putFreely(point)
    const snapped = snapToRoad(this.#roads.network, line, point, { within, step: this.isFree ? 1 : step })
    this.isTooFar = snapped === undefined
    if (!snapped) return
    if (this.isFree) this.#putBeside(point, line.road, within)
    else this.#putOnRoad(snapped)
  }

  /** By keys: along the road, or so many metres east and north. */
  step(along: number, { east, north }: { readonly east: number; readonly north: number }): void {
    const { line, point } = this
    const stake = this.place.fromStake
    if (!point) return
    if (this.isFree || !line || stake === undefined) return this.dragTo(shifted(point, east, north), keys)
    const next = stepAlong(this.#roads.network, line, { stake, point }, along)
    if (next) this.#putOnRoad(next)
  }

  /** Somebody else was faster: their values come in where nothing was typed here. */
  rebase(fresh: Facility): void {
    const mine = this.patch
    this.details.rebase(this.facility, fresh)
    const kept = { ...this.#own }
    this.#take(fresh)
    for (const key of Object.keys(kept) as (keyof typeof kept)[])
      if (fieldOf[key] in mine) Object.assign(this, { [key]: kept[key] })
    if (!this.#movesIn(mine)) {
      Object.assign(this.place, placeOfFacility(fresh, this.place.hasNoLine))
      this.#near = pointOf(fresh)
    }
    this.facility = fresh
  }

  #movesIn = (patch: FacilityPatch) =>
    (['road', 'roadName', 'stake', 'lon', 'side', 'placeText'] as const).some((key) => key in patch)

  get #own() {
    const { quantity, unit, length, direction, hazardId, state, removalReason } = this
    return { quantity, unit, length, direction, hazardId, state, removalReason }
  }

  /** A stake that two places bear is sent with the point of the one that is meant. */
  get #wordOfPoint(): LonLat | null {
    const { line, point } = this
    const stake = this.place.fromStake
    if (!line || stake === undefined || !this.isMoved) return null
    return isRepeatedStake(this.#roads.network, line, stake) ? point : null
  }

  #putOnRoad({ stake, point }: PlaceOnRoad): void {
    const { place, line } = this
    place.point = place.source = place.accuracy = null
    place.proposal.clear()
    this.#near = point
    place.road = line!.road
    place.takeStake(stake)
  }

  #putBeside(point: LonLat, road: string, within: number): void {
    const { place } = this
    const candidate = this.#roads.candidatesAt(point, within).find((each) => each.road === road)
    if (!candidate) return
    const { side } = place
    this.#putFreely(point)
    place.proposal.value = [candidate]
    place.take(candidate)
    if (side === 'across') place.side = side
  }

  #putFreely([lon, lat]: LonLat): void {
    const { place } = this
    place.source = place.accuracy = null
    place.proposal.clear()
    place.point = { lon, lat }
    this.#near = [lon, lat]
  }

  #take(facility: Facility): void {
    this.quantity = String(facility.quantity)
    this.unit = facility.unit
    this.length = facility.lengthMetres === null ? '' : String(facility.lengthMetres)
    this.direction = facility.direction
    this.hazardId = facility.hazardId ?? ''
    this.state = facility.state
    this.removalReason = facility.removalReason ?? ''
  }
}

const fieldOf = {
  ...{ quantity: 'quantity', unit: 'unit', length: 'lengthMetres', direction: 'direction' },
  ...{ hazardId: 'hazardId', state: 'state', removalReason: 'removalReason' },
} as const

/** A key is no pointer: it cannot slip. */
const keys: DragReach = { within: 200, step: 1 }

const pointOf = ({ geometry }: Facility): LonLat | null =>
  geometry ? [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0] : null

const metresPerDegree = 111_320
const shifted = ([lon, lat]: LonLat, east: number, north: number): LonLat => [
  lon + east / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
  lat + north / metresPerDegree,
]
