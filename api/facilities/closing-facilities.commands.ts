import { recordChange } from '../audit/audit.commands.ts'
import type { Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import type { FieldError } from '../http/problem.ts'
import type { FacilityDecision } from '../hazards/life/life-codes.ts'
import { followUpHazards } from './facility-checks.commands.ts'
import { factsOfKind } from './facility-kinds.ts'
import { facilityMessages } from './facility-messages.ts'
import { listFacilitiesOfHazard, updateFacility } from './facility.queries.ts'
import { isGoing, type FacilityState } from './facility-states.ts'

interface Decided {
  readonly id: string
  readonly decision: FacilityDecision
}

/** Already decided: what waits for its removal, is gone, or has become permanent. */
const undecided: readonly FacilityState[] = ['working', 'fault', 'missing']
const stateAfter: Readonly<Partial<Record<FacilityDecision, FacilityState>>> = {
  remove: 'toRemove',
  permanent: 'permanent',
}

/** 销号前临时设施逐一处置: 拆除, 保留 or 转永久. Gives those about which nothing was said; then nothing is changed. */
export async function decideFacilities(
  trx: Trx,
  hazardId: string,
  decisions: readonly Decided[],
  { actor, at }: Acting,
): Promise<FieldError[]> {
  const linked = await listFacilitiesOfHazard(trx, hazardId)
  const open = linked.filter(({ state }) => undecided.includes(state))
  const said = new Map(decisions.map(({ id, decision }) => [id, decision]))
  const strangers = decisions.filter(({ id }) => !linked.some((facility) => facility.id === id))
  const errors = [
    ...open
      .filter(({ id }) => !said.has(id))
      .map(({ id, number, kind }) => ({
        path: `facilities.${id}`,
        message: facilityMessages.undecided(number, factsOfKind(kind)),
      })),
    ...strangers.map(({ id }) => ({ path: `facilities.${id}`, message: facilityMessages.notOfHazard() })),
  ]
  if (errors.length > 0) return errors
  for (const { id, state, version } of open) {
    const next = stateAfter[said.get(id)!] ?? state
    const reason = isGoing(next) ? { removal_reason: facilityMessages.closedHazard().zh } : {}
    await updateFacility(trx, id, { state: next, ...reason, updated_at: at, updated_by: actor.id })
    await recordChange(trx, actor, {
      action: 'facility.decide',
      objectType: 'facility',
      objectId: id,
      before: { version, state },
      after: { version: version + 1, state: next, decision: said.get(id) },
      at,
    })
  }
  if (open.length > 0) await followUpHazards(trx, [hazardId])
  return []
}
