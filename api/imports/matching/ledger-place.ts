import { placeWording } from '../../hazards/hazard-wording.ts'
import { placeInput, type Placement } from '../../hazards/place-input.ts'
import { isWithinSystem } from '../../roads/coordinates/coordinate-range.ts'
import { stretchAt } from '../../roads/network/road-input.ts'
import type { Finding } from '../import-types.ts'
import { importMessages } from '../import-messages.ts'
import type { RowStretch } from '../rows/row-place.ts'
import type { PlacingGround } from './record-columns.ts'

export interface PlacedLedger {
  readonly placement: Placement
  readonly placeText: string
  readonly township: string | null
  readonly squad: string | null
  readonly findings: readonly Finding[]
}

function unlocated(place: RowStretch, name: string): Placement {
  const { road, fromStake, toStake, rawCoordinate } = place
  return {
    roadCode: road ?? null,
    roadName: name,
    fromStake: fromStake ?? null,
    toStake: toStake ?? null,
    side: null,
    geometry: null,
    rawCoordinate: rawCoordinate ?? null,
    crsSource: 'unknown',
    locating: 'unlocated',
    accuracy: null,
  }
}

const undeclared = (): Finding => ({
  field: 'lon',
  code: 'crs_undeclared',
  severity: 'check',
  message: importMessages.crsUndeclared(),
})

/** The place by point, stakes or words; what contradicts is said, and the row waits in the queue of places. */
export function placeLedgerRow(place: RowStretch, ground: PlacingGround, day: string): PlacedLedger {
  const { road, roadName, fromStake, toStake, lon, lat, crs, rawCoordinate } = place
  const known = ground.roads.find(({ code }) => code === road)
  const name = known?.name ?? roadName ?? place.placeText ?? ''
  const isPoint =
    lon !== undefined && lat !== undefined && crs !== undefined && isWithinSystem(crs, [lon, lat])
  const given = { road, roadName: road ? undefined : name || undefined, fromStake, toStake, rawCoordinate }
  const point = isPoint ? { lon, lat, crs } : {}
  const isPlaceable = isPoint || (road !== undefined && fromStake !== undefined)
  const roads = { network: ground.networkOn(day), roads: ground.roads }
  const placed = isPlaceable ? placeInput({ ...given, ...point }, roads) : undefined
  const placement = placed?.ok ? placed.placement : unlocated(place, name)
  const refused = placed && !placed.ok ? placed.errors : []
  const findings = refused.map(({ path, message }) => {
    return { field: path, code: 'place_refused', severity: 'check' as const, message }
  })
  const { roadCode, fromStake: stake } = placement
  const at = (stretches: PlacingGround['squadStretches']) =>
    roadCode !== null && stake !== null ? stretchAt(stretches, roadCode, stake) : undefined
  return {
    placement,
    placeText: place.placeText ?? placeWording(placement),
    township: place.township ?? at(ground.townshipStretches)?.name ?? known?.township ?? null,
    squad: at(ground.squadStretches)?.code ?? null,
    findings: lon !== undefined && crs === undefined ? [...findings, undeclared()] : findings,
  }
}
