import { sql, type Insertable } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import '../audit/audit.table.ts'
import type { HazardTransitionTable } from './hazard.table.ts'

export async function insertTransition(trx: Trx, row: Insertable<HazardTransitionTable>): Promise<void> {
  await trx.insertInto('hazard_transition').values(row).execute()
}

export interface TransitionRow {
  readonly id: string
  readonly action: string
  readonly fromStatus: number | null
  readonly toStatus: number
  readonly note: string | null
  readonly fields: Record<string, unknown>
  readonly actorName: string
  readonly personKind: string
  readonly department: string
  readonly at: Date
}

export async function listTransitions(db: Database, hazardId: string): Promise<TransitionRow[]> {
  return db
    .selectFrom('hazard_transition')
    .select([
      'id',
      'action',
      'from_status as fromStatus',
      'to_status as toStatus',
      'note',
      'fields',
      'actor_name as actorName',
      'person_kind as personKind',
      'department',
      'at',
    ])
    .where('hazard_id', '=', hazardId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export interface ChangeSince {
  readonly at: string
  readonly actorName: string
  readonly action: string
  readonly fields: string[]
  readonly version: number
}

/** What the audit trail says happened to an object after the version that somebody still looks at. */
export async function listChangesSince(
  db: Database,
  objectType: string,
  objectId: string,
  version: number,
): Promise<ChangeSince[]> {
  const { rows } = await sql<ChangeSince & { at: Date }>`
    select at, actor_name as "actorName", action, (after->>'version')::int as version,
      array(select key from jsonb_object_keys(after) key
        where key <> 'version' and after->key is distinct from before->key order by key) as fields
    from audit_entry
    where object_type = ${objectType} and object_id = ${objectId} and (after->>'version')::int > ${version}
    order by sequence`.execute(db)
  return rows.map((row) => ({ ...row, at: (row.at as Date).toISOString() }))
}

/** The body that registered the hazard; undefined for rows that were not registered one by one. */
export async function findRegistration(
  db: Database,
  hazardId: string,
): Promise<Record<string, unknown> | undefined> {
  const row = await db
    .selectFrom('hazard_transition')
    .select('fields')
    .where('hazard_id', '=', hazardId)
    .where('action', '=', 'register')
    .orderBy('at')
    .executeTakeFirst()
  return row?.fields['body'] as Record<string, unknown> | undefined
}
