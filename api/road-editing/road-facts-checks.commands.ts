import { listAreas } from '../areas/area.queries.ts'
import type { Trx } from '../db/tables.ts'
import { Conflict, type FieldError } from '../http/problem.ts'
import type { RoadWithGeometry } from '../roads/road.schema.ts'
import { pointErrors } from './place-checks.commands.ts'
import { roadEditingMessages } from './road-editing-messages.ts'
import { findNamesake, findRoadOfCode, hasUnit } from './road-editing.queries.ts'
import type { RoadFacts } from './road-editing.schema.ts'

type Drawn = Pick<RoadWithGeometry, 'sections' | 'fromStake' | 'toStake'>
const notDrawn: Drawn = { sections: [], fromStake: null, toStake: null }

function rangeErrors(facts: RoadFacts, road: Drawn): FieldError[] {
  const from = facts.fromStake === undefined ? road.fromStake : facts.fromStake
  const to = facts.toStake === undefined ? road.toStake : facts.toStake
  if ((from === null) !== (to === null))
    return [{ path: from === null ? 'fromStake' : 'toStake', message: roadEditingMessages.halfRange() }]
  if (from === null || to === null) return []
  if (to <= from) return [{ path: 'toStake', message: roadEditingMessages.stakesReversed(from, to) }]
  if (road.sections.length === 0) return []
  const low = Math.min(...road.sections.map(({ fromStake }) => fromStake))
  const high = Math.max(...road.sections.map(({ toStake }) => toStake))
  const isHeld = from <= low && to >= high
  return isHeld ? [] : [{ path: 'fromStake', message: roadEditingMessages.rangeMissesSections(low, high) }]
}

export interface CheckedFacts {
  readonly errors: readonly FieldError[]
  /** By its name, however it was given; undefined where it was not. */
  readonly township: string | null | undefined
}

/** Looks up what the facts of a road refer to, and tells all that is wrong with them. */
export async function checkFacts(trx: Trx, facts: RoadFacts, road: Drawn = notDrawn): Promise<CheckedFacts> {
  const { township, maintainerUnit, point } = facts
  const errors = rangeErrors(facts, road)
  const areas = (await listAreas(trx)).filter(({ kind }) => kind !== 'banner')
  const area = areas.find(({ code, name }) => code === township || name === township)
  if (township && !area) {
    const names = areas.map(({ name }) => name)
    errors.push({ path: 'township', message: roadEditingMessages.unknownTownship(township, names) })
  }
  if (maintainerUnit && !(await hasUnit(trx, maintainerUnit)))
    errors.push({ path: 'maintainerUnit', message: roadEditingMessages.unknownUnit(maintainerUnit) })
  if (point) errors.push(...(await pointErrors(trx, point, 'point')))
  return { errors, township: township ? area?.name : township }
}

export async function refuseTakenCode(trx: Trx, code: string): Promise<void> {
  const known = await findRoadOfCode(trx, code)
  if (!known) return
  const { codeTaken, codeWithdrawn } = roadEditingMessages
  const message = (known.isWithdrawn ? codeWithdrawn : codeTaken)(code, known.name)
  throw new Conflict(message, [{ path: 'code', message }])
}

export async function refuseNamesake(
  trx: Trx,
  road: { readonly code: string; readonly name: string; readonly township: string | null },
): Promise<void> {
  const known = await findNamesake(trx, road)
  if (!known) return
  const message = roadEditingMessages.nameTaken(known.code, known.name, road.township)
  throw new Conflict(message, [{ path: 'name', message }], { road: known.code })
}
