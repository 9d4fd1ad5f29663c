import { recordChange } from '../audit/audit.commands.ts'
import type { FacilityState } from '../facilities/facility-states.ts'
import { isInspected, nextInspection } from '../facilities/inspection-clock.ts'
import type { Trx } from '../db/tables.ts'
import { listUpdated, setInspectionDue, type Writing } from './import-commit.queries.ts'

const objects = {
  hazards: { action: 'hazard.change', objectType: 'hazard' },
  facilities: { action: 'facility.change', objectType: 'facility' },
} as const

const clockOf = ['state', 'installed_on', 'last_inspected_on']

/** The next round follows from the last: the ledger's own word on it is only printed. */
async function followInspection(trx: Trx, id: string, after: Readonly<Record<string, unknown>>) {
  const last = (after.last_inspected_on ?? after.installed_on ?? null) as string | null
  const isDue = last !== null && isInspected(after.state as FacilityState)
  await setInspectionDue(trx, id, isDue ? nextInspection(last) : null)
}

/** Each record that a ledger changed has its own entry: its history is read from there, not from the batch. */
export async function recordLedgerChanges(trx: Trx, writing: Writing): Promise<void> {
  const { kind, actor, at, batchId } = writing
  if (kind === 'accidents') return
  for (const { id, before, after, version } of await listUpdated(trx, writing)) {
    const names = Object.keys(after).filter(
      (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
    )
    if (kind === 'facilities' && names.some((name) => clockOf.includes(name)))
      await followInspection(trx, id, after)
    const pick = (from: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
    await recordChange(trx, actor, {
      ...objects[kind],
      objectId: id,
      before: { ...pick(before), version: version - 1 },
      after: { ...pick(after), version, import: batchId },
      at,
    })
  }
}
