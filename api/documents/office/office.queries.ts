import { sql } from 'kysely'
import type { Database, Trx } from '../../db/tables.ts'
import { defaultOffice, type Office } from './office.ts'
import './office.table.ts'

export interface OfficeRecord {
  readonly office: Office
  /** 0 while nobody has changed anything. */
  readonly version: number
  readonly updatedAt: Date | null
  readonly updatedByName: string | null
}

const theOffice = 1

export async function findOfficeRecord(db: Database): Promise<OfficeRecord> {
  const row = await db
    .selectFrom('office')
    .select(['content', 'version', 'updated_at as updatedAt', 'updated_by_name as updatedByName'])
    .where('id', '=', theOffice)
    .executeTakeFirst()
  if (!row) return { office: defaultOffice, version: 0, updatedAt: null, updatedByName: null }
  // A field that came with a later version of the service is not in an older row.
  return { ...row, office: { ...defaultOffice, ...row.content } }
}

/** What the brigade has filled in, over what a brigade would usually write. */
export const findOffice = async (db: Database): Promise<Office> => (await findOfficeRecord(db)).office

interface Written {
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
}

/** False where the version is another one by now. */
export async function writeOffice(
  trx: Trx,
  office: Office,
  seen: number,
  { at, actorId, actorName }: Written,
): Promise<boolean> {
  const row = {
    content: JSON.stringify(office),
    updated_at: at,
    updated_by: actorId,
    updated_by_name: actorName,
  }
  const written = await trx
    .insertInto('office')
    .values({ id: theOffice, version: seen + 1, ...row })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...row, version: seen + 1 })
        .where('office.version', '=', seen),
    )
    .returning('version')
    .executeTakeFirst()
  return written !== undefined
}

/** Every number under this prefix that was ever written into a ticket. */
export async function listNumbers(db: Database, prefix: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct number from hazard_document where number is not null and starts_with(number, ${prefix})`.execute(
    db,
  )
  return rows.map(({ number }) => number)
}
