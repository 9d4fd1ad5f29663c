import { sql } from 'kysely'
import type { Database } from '../../db/tables.ts'
import type { HazardRecords } from './record.schema.ts'

const isoTime = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** One value, since a dozen round trips would hold the single connection of the embedded home. */
export async function listRecords(db: Database, hazardId: string, asker: string): Promise<HazardRecords> {
  const made = sql`'at', ${isoTime('at')}, 'actorName', actor_name`
  const asked = sql`'state', state, 'reason', reason, 'requestedAt', ${isoTime('requested_at')},
    'requestedByName', requested_by_name, 'opinion', opinion, 'decidedAt', ${isoTime('decided_at')},
    'decidedByName', decided_by_name`
  const linked = sql`json_build_object('id', id, 'number', number, 'title', title, 'status', status)`
  const { rows } = await sql<{ records: HazardRecords }>`select json_build_object(
    'reviewDrafts', coalesce((select json_agg(json_build_object('id', id, 'fields', fields, 'note', note,
      'responsibleUnitName', (select name from unit where code = fields->>'responsibleUnit'), ${made}) order by at, id)
      from hazard_transition where hazard_id = ${hazardId} and action = 'draftReview'), '[]'),
    'listings', coalesce((select json_agg(json_build_object('id', id, 'state', state, 'level', level,
      'listingUnit', listing_unit, 'proposal', proposal, 'requestedOn', requested_on, 'documentNumber', document_number,
      'listedOn', listed_on, 'requiredBy', required_by, 'refusedReason', refused_reason, 'delistedOn', delisted_on,
      'delistingDocument', delisting_document) order by created_at, id) from listing where hazard_id = ${hazardId}), '[]'),
    'extensions', coalesce((select json_agg(json_build_object('id', id, 'fromDue', from_due, 'toDue', to_due,
      'isWinterPause', is_winter_pause, 'documentNumber', document_number, ${asked}) order by requested_at, id)
      from extension where hazard_id = ${hazardId}), '[]'),
    'acceptances', coalesce((select json_agg(json_build_object('id', id, 'acceptedOn', accepted_on, 'attendees', attendees,
      'checks', checks, 'conclusion', conclusion, 'opinion', opinion, ${made}) order by at, id)
      from acceptance where hazard_id = ${hazardId}), '[]'),
    'documents', coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'number', number,
      'addressee', addressee, 'deliveryMethod', delivery_method, 'deliveredOn', delivered_on, 'receiptOn', receipt_on,
      'receiptBy', receipt_by, 'note', note, ${made}) order by at, id)
      from hazard_document where hazard_id = ${hazardId}), '[]'),
    'revisits', coalesce((select json_agg(json_build_object('id', id, 'revisitedOn', revisited_on, 'result', result,
      'note', note, ${made}) order by at, id) from revisit where hazard_id = ${hazardId}), '[]'),
    'corrections', coalesce((select json_agg(json_build_object('id', id, 'changes', changes,
      'isOwn', requested_by = ${asker}, ${asked})
      order by requested_at, id) from correction where hazard_id = ${hazardId}), '[]'),
    'related', json_build_object(
      'parent', (select ${linked} from hazard where id = (select parent_id from hazard where id = ${hazardId})),
      'parts', coalesce((select json_agg(${linked} order by number) from hazard where parent_id = ${hazardId}), '[]'),
      'mergedFrom', coalesce((select json_agg(${linked} order by number) from hazard where merged_into = ${hazardId}), '[]'))
  ) as records`.execute(db)
  return rows[0]!.records
}
