import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import type { Facility, FacilityPatch } from '../api/api-types.ts'
import { stakeBoxes, type PlaceDraft, type PlaceSnapshot } from '../state/place-draft.svelte.ts'

/** The place form as it stands for a facility that is there already. */
export function placeOfFacility(
  { road, stake, side, placeText }: Facility,
  hasNoLine: boolean,
): Partial<PlaceSnapshot> {
  return {
    ...{ point: null, accuracy: null, source: null, hasNoLine, side, placeText },
    road: road ?? '',
    ...(stake === null ? { km: '', metres: '' } : stakeBoxes(stake)),
  }
}

type Edited = Pick<
  PlaceDraft,
  'road' | 'hasNoLine' | 'fromStake' | 'point' | 'source' | 'side' | 'placeText' | 'chosen'
>

/** The point that was meant: one that a typed stake no longer agrees with is not. */
function pointOf({ point, source, road, hasNoLine, chosen }: Edited) {
  const isMeant = point !== null && (!road || hasNoLine || chosen !== undefined)
  if (!isMeant) return {}
  return source ? { ...source } : { lon: point.lon, lat: point.lat, crs: 'wgs84' as const }
}

/** What is sent of the place: only what differs, so that another's correction of it is not undone. */
export function placeChanges(facility: Facility, place: Edited, word: LonLat | null): Partial<FacilityPatch> {
  const { road, fromStake, side } = place
  const text = place.placeText.trim()
  const said = pointOf(place)
  const leaves = road === '' && facility.road !== null
  const isStake = fromStake !== undefined && fromStake !== facility.stake
  const isElsewhere = (road && road !== facility.road) || isStake || 'lon' in said || leaves
  return {
    ...(road && isElsewhere ? { road } : {}),
    ...(fromStake !== undefined && isElsewhere ? { stake: fromStake } : {}),
    ...(leaves ? { roadName: text.slice(0, 100) || facility.roadName } : {}),
    ...said,
    ...(word && !('lon' in said) ? { lon: word[0], lat: word[1], crs: 'wgs84' as const } : {}),
    ...(side && side !== facility.side ? { side } : {}),
    ...(text && text !== facility.placeText ? { placeText: text } : {}),
  }
}
