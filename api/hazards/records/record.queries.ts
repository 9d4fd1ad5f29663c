import { sql, type Insertable, type Updateable } from 'kysely'
import type { Trx } from '../../db/tables.ts'
import type { DocumentKind, ExtensionTable, HazardDocumentTable } from '../hazard-records.table.ts'
import type { AcceptanceTable, RevisitTable } from '../hazard-records.table.ts'
import type { ListingTable } from '../hazard.table.ts'

export const insertListing = async (trx: Trx, row: Insertable<ListingTable>) =>
  void (await trx.insertInto('listing').values(row).execute())

/** The one that is proposed or stands. */
export async function updateCurrentListing(trx: Trx, hazardId: string, row: Updateable<ListingTable>) {
  await trx
    .updateTable('listing')
    .set(row)
    .where('hazard_id', '=', hazardId)
    .where('state', 'in', ['requested', 'listed'])
    .execute()
}

export const insertExtension = async (trx: Trx, row: Insertable<ExtensionTable>) =>
  void (await trx.insertInto('extension').values(row).execute())

export const findPendingExtension = (trx: Trx, hazardId: string) =>
  trx
    .selectFrom('extension')
    .select(['id', 'from_due as fromDue', 'to_due as toDue', 'is_winter_pause as isWinterPause'])
    .where('hazard_id', '=', hazardId)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()

export async function updateExtension(trx: Trx, id: string, row: Updateable<ExtensionTable>) {
  await trx.updateTable('extension').set(row).where('id', '=', id).execute()
}

export const insertAcceptance = async (trx: Trx, row: Insertable<AcceptanceTable>) =>
  void (await trx.insertInto('acceptance').values(row).execute())

export const insertRevisit = async (trx: Trx, row: Insertable<RevisitTable>) =>
  void (await trx.insertInto('revisit').values(row).execute())

export const insertDocument = async (trx: Trx, row: Insertable<HazardDocumentTable>) =>
  void (await trx.insertInto('hazard_document').values(row).execute())

/** A hazard that was taken back from elsewhere may have been notified twice: the receipt is of the last notice. */
export async function recordReceipt(trx: Trx, hazardId: string, receipt: Updateable<HazardDocumentTable>) {
  const kind: DocumentKind = 'notice'
  await trx
    .updateTable('hazard_document')
    .set(receipt)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('hazard_document')
        .select('id')
        .where('hazard_id', '=', hazardId)
        .where('kind', '=', kind)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .execute()
}

export interface AccidentCount {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
}

/** Metres around the hazard, along its road or straight where it or the accident is off the network. */
export const snapshotRadius = 500

/** 一般程序 accidents near a hazard after `since`, up to and with `until`. */
export async function countAccidentsNear(
  trx: Trx,
  hazardId: string,
  { since, until }: { readonly since: string; readonly until: string },
): Promise<AccidentCount> {
  const { rows } = await sql<AccidentCount>`
    select count(*)::int as accidents, coalesce(sum(accident.killed), 0)::int as killed,
      coalesce(sum(accident.injured), 0)::int as injured, coalesce(sum(accident.loss_yuan), 0)::float8 as "lossYuan"
    from hazard join accident on
      case when hazard.from_stake is not null and accident.road_code = hazard.road_code and accident.stake is not null
      then accident.stake between hazard.from_stake - ${snapshotRadius} and coalesce(hazard.to_stake, hazard.from_stake) + ${snapshotRadius}
      else st_dwithin(hazard.geom::geography, accident.geom::geography, ${snapshotRadius}) end
    where hazard.id = ${hazardId} and accident.withdrawn_at is null and accident.record_type <> 9
      and accident.procedure = 'general'
      and accident.occurred_on > ${since}::date and accident.occurred_on <= ${until}::date`.execute(trx)
  return rows[0]!
}
