import { sql } from 'kysely'
import type { Database } from '../../db/tables.ts'
import type { LedgerRecord } from '../ledger-records.ts'

const day = (at: string) => sql.raw(`to_char(${at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`)
const acted = (action: string) =>
  sql`(select ${day('max(at)')} from hazard_transition where hazard_id = hazard.id and action = ${action})`

/** By hazard: what its papers and acts leave in the ledger, the last of each kind. */
export async function listLedgerRecords(
  db: Database,
  hazardIds: readonly string[],
): Promise<ReadonlyMap<string, LedgerRecord>> {
  const { rows } = await sql<{ id: string; record: LedgerRecord }>`
    select hazard.id, json_build_object(
      'registeredBy', (select actor_name from hazard_transition where hazard_id = hazard.id order by at, id limit 1),
      'notice', (select json_build_object('number', number, 'on', delivered_on, 'receiptOn', receipt_on)
        from hazard_document where hazard_id = hazard.id and kind = 'notice' order by at desc, id desc limit 1),
      'listing', (select json_build_object('number', document_number, 'on', listed_on, 'delistedBy', delisting_document)
        from listing where hazard_id = hazard.id and state in ('listed', 'delisted') order by created_at desc, id desc limit 1),
      'acceptance', (select json_build_object('on', accepted_on, 'conclusion', conclusion, 'attendees', attendees)
        from acceptance where hazard_id = hazard.id order by at desc, id desc limit 1),
      'appliedOn', ${acted('requestAcceptance')}, 'closedOn', ${acted('close')}, 'reopenedOn', ${acted('reopen')},
      'revisitedOn', (select revisited_on from revisit where hazard_id = hazard.id order by at desc, id desc limit 1)
    ) as record from hazard where hazard.id = any(${[...hazardIds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, record }) => [id, record]))
}
