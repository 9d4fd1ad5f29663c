import type { Context } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { NotFound } from '../http/problem.ts'
import { listView } from './list-view.commands.ts'
import { findSupervisionList, type ListRow } from './supervision-list.queries.ts'
import type { SupervisionList } from './supervision-list.schema.ts'
import { supervisionMessages } from './supervision-messages.ts'

/** The list with the version that the next change has to name. */
export function answerOf(c: Context<AppEnv>, row: ListRow): SupervisionList {
  c.header('etag', `"${row.version}"`)
  return listView(row)
}

export async function requireList(c: Context<AppEnv>, id: string): Promise<ListRow> {
  const row = await findSupervisionList(c.var.db, id)
  if (!row) throw new NotFound(supervisionMessages.unknownList())
  return row
}
