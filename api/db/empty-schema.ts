import { sql } from 'kysely'
import type { Database } from './tables.ts'

interface Holding {
  readonly kind: 'table' | 'sequence' | 'function' | 'type'
  readonly name: string
}

/** Tables, sequences, functions and types in `public` that no extension owns. */
async function listHoldings(db: Database): Promise<Holding[]> {
  const { rows } = await sql<Holding>`
    select kind, name from (
      select 'table' as kind, oid::regclass::text as name, oid, 'pg_class'::regclass as class
      from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      union all
      select 'sequence', oid::regclass::text, oid, 'pg_class'::regclass
      from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace
      union all
      select 'function', oid::regprocedure::text, oid, 'pg_proc'::regclass
      from pg_proc where pronamespace = 'public'::regnamespace
      union all
      select 'type', oid::regtype::text, oid, 'pg_type'::regclass
      from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
    ) holding
    where not exists (
      select from pg_depend d where d.classid = holding.class and d.objid = holding.oid and d.deptype = 'e')
    order by kind desc, name`.execute(db)
  return rows
}

export const isEmptyDatabase = async (db: Database): Promise<boolean> => (await listHoldings(db)).length === 0

/** Undoes what a failed restore built in a database that was empty before it; the extension stays. */
export async function emptyDatabase(db: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const kinds: Holding['kind'][] = ['table', 'sequence', 'function', 'type']
    for (const kind of kinds)
      for (const { name } of (await listHoldings(trx)).filter((holding) => holding.kind === kind))
        await sql`drop ${sql.raw(kind)} if exists ${sql.raw(name)} cascade`.execute(trx)
  })
}
