import { accidentMessages } from '../accidents/accident-messages.ts'
import { correctAccident } from '../accidents/change-accident.commands.ts'
import type { Database } from '../db/tables.ts'
import { changeHazard } from '../hazards/change-hazard.commands.ts'
import { hazardMessages } from '../hazards/hazard-messages.ts'
import { placeWording } from '../hazards/hazard-wording.ts'
import type { Acting } from '../http/acting.ts'
import { NotFound, Unprocessable } from '../http/problem.ts'
import { confirmPlace, type Target } from './confirm-place.commands.ts'
import { readOriginal } from './given-coordinate.ts'
import { locatingMessages } from './locating-messages.ts'
import type { RecordDetail } from './locating.queries.ts'
import type { PlaceInput } from './locating.schema.ts'
import type { RecordKind } from './work-list.ts'
import { findReviewed } from './work-list.queries.ts'

/** Every record found, or the 404 of its kind. */
export async function requireReviewed(db: Database, kind: RecordKind, id: string) {
  const found = await findReviewed(db, kind, id)
  if (found) return found
  throw new NotFound(kind === 'accident' ? accidentMessages.unknown() : hazardMessages.unknownHazard())
}

type Place = Omit<PlaceInput, 'reason'>

/** A mark on the map says where, not on which road: the road of the record stays until another is named. */
function withOwnRoad(place: Place, { road, roadName }: RecordDetail): Place {
  if (place.road !== undefined || place.roadName !== undefined) return place
  return road === null ? { ...place, roadName } : { ...place, road }
}

const isSameNumber = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-7

/** The coordinate as it was first written is kept, unless another one takes its place; then the history keeps it. */
function withOriginal(place: Place, { rawCoordinate }: RecordDetail): Place {
  if (place.rawCoordinate !== undefined || rawCoordinate === null) return place
  if (place.lon === undefined || place.lat === undefined) return { ...place, rawCoordinate }
  const isOriginal = readOriginal(rawCoordinate).some(
    ({ given, crs }) =>
      crs === place.crs && isSameNumber(place.lon, given[0]) && isSameNumber(place.lat, given[1]),
  )
  return { ...place, rawCoordinate: isOriginal ? rawCoordinate : `${place.lon},${place.lat}` }
}

function placeAccident(db: Database, { id, version }: Target, place: Place, reason: string, acting: Acting) {
  const { toStake, ...single } = place
  if (toStake !== undefined) {
    const message = locatingMessages.oneStake()
    throw new Unprocessable(message, [{ path: 'toStake', message }])
  }
  return correctAccident(db, { id, version }, { ...single, reason }, acting)
}

/** Words of the finder stay; words that only repeat the old stake follow the new one. */
function ownWords({ road, roadName, stake, toStake, placeText }: RecordDetail) {
  const derived = placeWording({ roadCode: road, roadName, fromStake: stake, toStake })
  return placeText === derived ? {} : { placeText }
}

function placeHazard(
  db: Database,
  { id, version }: Target,
  place: Place,
  detail: RecordDetail,
  acting: Acting,
) {
  const { stake, ...rest } = place
  const patch = { ...rest, ...(stake === undefined ? {} : { fromStake: stake }), ...ownWords(detail) }
  return changeHazard(db, id, patch, version, acting)
}

const hasPlace = ({ stake, lon, lat }: Place) =>
  stake !== undefined || (lon !== undefined && lat !== undefined)

/**
 * Through the ordinary correction of the record, so that history, rules and rights hold. Where two roads cannot be
 * told apart by the point, naming one of them is the review.
 */
export async function placeRecord(
  db: Database,
  target: Target,
  { reason, ...given }: PlaceInput,
  acting: Acting,
): Promise<void> {
  const { detail } = await requireReviewed(db, target.kind, target.id)
  if (!hasPlace(given)) throw new Unprocessable(locatingMessages.nothingToPlace())
  const place = withOriginal(withOwnRoad(given, detail), detail)
  const why = reason ?? locatingMessages.placed().zh
  const { version } =
    target.kind === 'accident'
      ? await placeAccident(db, target, place, why, acting)
      : await placeHazard(db, target, place, detail, acting)
  await settle(db, { ...target, version }, given.road, reason, acting)
}

async function settle(
  db: Database,
  target: Target,
  chosenRoad: string | undefined,
  reason: string | undefined,
  acting: Acting,
) {
  const { record, detail } = await requireReviewed(db, target.kind, target.id)
  const isOnlyAmbiguous = record.reasons.every((each) => each === 'ambiguous') && record.reasons.length > 0
  if (isOnlyAmbiguous && chosenRoad !== undefined)
    await confirmPlace(db, target, reason ?? locatingMessages.chosen(chosenRoad, detail.stake).zh, acting)
}
