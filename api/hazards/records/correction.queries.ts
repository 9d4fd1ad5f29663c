import type { Insertable, Updateable } from 'kysely'
import type { Trx } from '../../db/tables.ts'
import type { CorrectionTable } from '../hazard-records.table.ts'

export const insertCorrection = async (trx: Trx, row: Insertable<CorrectionTable>) =>
  void (await trx.insertInto('correction').values(row).execute())

export const findCorrection = (trx: Trx, id: string, hazardId: string) =>
  trx
    .selectFrom('correction')
    .select(['id', 'changes', 'reason', 'state', 'requested_by as requestedBy'])
    .where('id', '=', id)
    .where('hazard_id', '=', hazardId)
    .executeTakeFirst()

export async function updateCorrection(trx: Trx, id: string, row: Updateable<CorrectionTable>) {
  await trx.updateTable('correction').set(row).where('id', '=', id).execute()
}

/** The day by which the standing listing wants it done. */
export async function findRequiredBy(trx: Trx, hazardId: string): Promise<string | null | undefined> {
  const listing = await trx
    .selectFrom('listing')
    .select('required_by')
    .where('hazard_id', '=', hazardId)
    .where('state', '=', 'listed')
    .executeTakeFirst()
  return listing?.required_by
}
