import type { Database, Trx } from '../db/tables.ts'
import type { AnnualMaterial } from './annual-fields.ts'
import './annual-material.table.ts'

export const findAnnualMaterial = (db: Database, year: number) =>
  db
    .selectFrom('annual_material')
    .select(['counts', 'texts', 'updated_at as updatedAt', 'updated_by_name as updatedBy'])
    .where('year', '=', year)
    .executeTakeFirst()

export async function upsertAnnualMaterial(
  trx: Trx,
  year: number,
  { counts, texts }: AnnualMaterial,
  by: { readonly at: Date; readonly actorId: string; readonly name: string },
): Promise<void> {
  const row = {
    counts: JSON.stringify(counts),
    texts: JSON.stringify(texts),
    updated_at: by.at,
    updated_by: by.actorId,
    updated_by_name: by.name,
  }
  await trx
    .insertInto('annual_material')
    .values({ year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute()
}
