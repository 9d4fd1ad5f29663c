import type { Database } from '../../db/tables.ts'
import { NotFound } from '../../http/problem.ts'
import { findListBefore, findSupervisionList, type ListRow } from '../supervision-list.queries.ts'
import { supervisionMessages } from '../supervision-messages.ts'
import { listFates } from './hazard-fate.queries.ts'
import { findKeptComparison } from './kept-comparison.queries.ts'
import { compareLists } from './list-comparison.ts'
import type { ListComparison } from './list-comparison.schema.ts'

/** Against the list that was issued last before, unless another is named; that of an issued list is kept. */
export async function compareList(
  db: Database,
  list: ListRow,
  named: string | undefined,
): Promise<ListComparison> {
  const kept = await findKeptComparison(db, list.id)
  if (kept && (named === undefined || named === kept.against?.id)) return kept
  const id = named ?? (await findListBefore(db, list))
  const against = id === undefined ? undefined : await findSupervisionList(db, id)
  if (named && !against) throw new NotFound(supervisionMessages.unknownList())
  const ids = against?.content.rows.map(({ hazardId }) => hazardId) ?? []
  return compareLists(list, against, await listFates(db, ids, list.content.madeAt))
}
