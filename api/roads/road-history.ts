import { systemActor } from '../http/actor.ts'
import type { NetworkAct, NetworkRow } from './road-history.queries.ts'
import type { RoadHistoryItem } from './road-history.schema.ts'

const actOf = ({ by, at, reason }: NetworkAct) => ({ by, at: at.toISOString(), reason })

/** Rows of the network with who began and who ended them and why, newest first. */
export function roadHistory(rows: readonly NetworkRow[], acts: readonly NetworkAct[]): RoadHistoryItem[] {
  const began = new Map(acts.flatMap((act) => act.began.map((id) => [id, act] as const)))
  const ended = new Map(acts.flatMap((act) => act.ended.map((id) => [id, act] as const)))
  const items = rows.map(({ at, by, ...row }) => {
    const beginning = began.get(row.id)
    const end = ended.get(row.id)
    const unrecorded = { by: by ?? systemActor.displayName, at: at.toISOString(), reason: null }
    return {
      ...row,
      isCorrected: row.validTo !== null && row.validTo <= row.validFrom,
      ...(beginning ? actOf(beginning) : unrecorded),
      ended: end ? actOf(end) : null,
    }
  })
  return items.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
}
