import { isNearBanner } from '../areas/area.queries.ts'
import { requireTownship } from '../areas/township.commands.ts'
import type { Database } from '../db/tables.ts'
import { Unprocessable, type FieldError } from '../http/problem.ts'
import { httpMessages } from '../http/http-messages.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import type { Stretch } from '../roads/road.schema.ts'
import { listSquadStretches, listTownshipStretches } from '../roads/stretch.queries.ts'
import { placeInput, type PlaceInput, type Placement } from './place-input.ts'
import { placeMessages } from './place-messages.ts'

/** Coordinates just over the border are the road's, not an error. */
const bannerMargin = 5000

export function refuse(errors: readonly FieldError[]): never {
  const [first] = errors
  throw new Unprocessable(
    errors.length === 1 && first ? first.message : httpMessages.refusedValues(errors.length),
    errors,
  )
}

export interface ResolvedPlace extends Placement {
  readonly squad: string | null
  readonly township: string | null
}

const codeAt = (stretches: readonly Stretch[], { roadCode, fromStake }: Placement) =>
  stretches.find(
    ({ road, fromStake: from, toStake: to }) =>
      road === roadCode && fromStake !== null && fromStake >= from && fromStake <= to,
  )

interface GivenPlace extends PlaceInput {
  readonly township?: string | undefined
}

/** Whoever was there knows it best; else the stretch of the road says it, and last the road that lies in one township. */
async function townshipOf(
  db: Database,
  placement: Placement,
  given: string | undefined,
  ofRoad: string | null | undefined,
): Promise<string | null> {
  if (given !== undefined) return requireTownship(db, given)
  return codeAt(await listTownshipStretches(db), placement)?.name ?? ofRoad ?? null
}

interface PlaceOptions {
  /** What the caller calls the field that a refusal is about. */
  readonly pathOf?: (path: string) => string
  /** The day by whose posts a stake is meant; left out, by those that stand now. */
  readonly on?: string | undefined
}

/** Completes a place and finds whose stretch it is; what cannot be a place in the banner is refused with the reason. */
export async function resolvePlace(
  db: Database,
  input: GivenPlace,
  { pathOf = (path) => path, on }: PlaceOptions = {},
): Promise<ResolvedPlace> {
  const [network, roads] = [await loadRoadNetwork(db, { on }), await listRoads(db)]
  const placed = placeInput(input, { network, roads })
  // Said first: a point outside the banner is also far from the road that was named.
  if (placed.point && !(await isNearBanner(db, placed.point, bannerMargin)))
    refuse(['lon', 'lat'].map((path) => ({ path, message: placeMessages.outsideBanner() })))
  if (!placed.ok) return refuse(placed.errors.map(({ path, message }) => ({ path: pathOf(path), message })))
  const { placement } = placed
  const road = roads.find(({ code }) => code === placement.roadCode)
  const squads = await listSquadStretches(db)
  return {
    ...placement,
    squad: codeAt(squads, placement)?.code ?? null,
    township: await townshipOf(db, placement, input.township, road?.township),
  }
}
