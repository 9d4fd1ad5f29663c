import { recordChange } from '../audit/audit.commands.ts'
import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { findAnnualMaterial, upsertAnnualMaterial } from './annual-material.queries.ts'
import type { AnnualMaterial, AnnualMaterialInput } from './annual-material.schema.ts'

/** A year that nobody has filled in yet is empty, not missing. */
export async function readAnnualMaterial(db: Database, year: number): Promise<AnnualMaterial> {
  const found = await findAnnualMaterial(db, year)
  return {
    year,
    counts: { ...found?.counts },
    texts: { ...found?.texts },
    updatedAt: found?.updatedAt.toISOString() ?? null,
    updatedBy: found?.updatedBy ?? null,
  }
}

export async function setAnnualMaterial(
  db: Database,
  year: number,
  { counts, texts }: AnnualMaterialInput,
  { actor, at }: Acting,
): Promise<AnnualMaterial> {
  const filled = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined))
  const material = { counts: filled as Record<string, number>, texts }
  return db.transaction().execute(async (trx) => {
    const before = await findAnnualMaterial(trx, year)
    await upsertAnnualMaterial(trx, year, material, { at, actorId: actor.id, name: actor.displayName })
    await recordChange(trx, actor, {
      action: 'annualMaterial.set',
      objectType: 'annualMaterial',
      objectId: String(year),
      ...(before ? { before: { counts: before.counts, texts: before.texts } } : {}),
      after: material,
      at,
    })
    return readAnnualMaterial(trx, year)
  })
}
