import type { Database, Trx } from '../db/tables.ts'
import type { OwnDefinition } from './rules/own-preset.ts'
import './screening.table.ts'

export interface OwnRule {
  readonly version: number
  readonly definition: OwnDefinition
}

/** P0 as it holds now; undefined until the brigade has entered it. */
export function findOwnRule(db: Database): Promise<OwnRule | undefined> {
  return db
    .selectFrom('screening_preset')
    .select(['version', 'definition'])
    .where('preset', '=', 'P0')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface NewVersion extends OwnRule {
  readonly at: Date
  readonly actorId: string
}

/** False where somebody else has entered that version meanwhile. */
export async function insertOwnRule(trx: Trx, rule: NewVersion): Promise<boolean> {
  const { version, definition, at, actorId } = rule
  const inserted = await trx
    .insertInto('screening_preset')
    .values({
      preset: 'P0',
      version,
      definition: JSON.stringify(definition),
      created_at: at,
      created_by: actorId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}
