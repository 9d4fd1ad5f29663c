import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Trx } from '../../../api/db/tables.ts'
import { inspect } from '../../../api/inspection/inspect.commands.ts'
import type { CheckKey } from '../../../api/inspection/inspection.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { acceptance, registered, toAcceptance, walk } from '../hazards/new-hazard.ts'

export const at = new Date('2026-11-23T02:00:00Z')
export const someone = '019a0000-0000-7000-8000-0000000000bb'
export let service: TestApp
/** Three tickets: just registered, on its way to the unit, and closed. */
export let fresh: string
export let notified: string
export let closed: string

export async function openInspected(): Promise<void> {
  service = await openTestApp({ template: 'gis', now: new Date('2026-11-01T02:00:00Z') })
  fresh = await registered(service)
  notified = await registered(service, { fromStake: 'K1060+000' })
  await walk(service, notified, toAcceptance.slice(0, 2), '2026-11-01')
  closed = await registered(service, { fromStake: 'K1080+000' })
  const toTheEnd = [
    ...toAcceptance,
    ['accident', acceptance],
    ['leader', { action: 'close', note: '齐全' }],
  ] as const
  await walk(service, closed, toTheEnd, '2026-11-01')
  // Each check puts the photos and papers that it looks at.
  for (const table of ['hazard_photo', 'photo_file', 'hazard_document'])
    await sql`delete from ${sql.table(table)}`.execute(service.database.db)
  service.setNow(at)
}

export class Mended extends Error {}
type Statement = ReturnType<typeof sql>

export async function rowsOf(trx: Trx, key: CheckKey, code: string) {
  const { checks } = await inspect(trx, {}, { at })
  const check = checks.find((one) => one.key === key)!
  const rows = check.items.filter((item) => item.code === code)
  if (rows.some(({ isBad }) => isBad)) expect(check.state).toBe('bad')
  return rows
}

/** Looks at what some statements make of the tickets; all of it is undone. */
export async function undone(look: (trx: Trx) => Promise<void>): Promise<void> {
  await service.database.db
    .transaction()
    .execute(async (trx) => {
      await look(trx)
      throw new Mended()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Mended)) throw error
    })
}

/** Nothing is found, then the fault is, then it is mended and nothing is found again; all of it is undone. */
export async function foundUntilMended(
  key: CheckKey,
  code: string,
  faults: Statement[],
  mending: Statement[],
) {
  let text = ''
  await service.database.db
    .transaction()
    .execute(async (trx) => {
      expect(await rowsOf(trx, key, code), 'before').toEqual([])
      for (const statement of faults) await statement.execute(trx)
      const rows = await rowsOf(trx, key, code)
      expect(rows, 'with the fault').toHaveLength(1)
      text = rows[0]!.text.zh
      for (const statement of mending) await statement.execute(trx)
      expect(await rowsOf(trx, key, code), 'mended').toEqual([])
      throw new Mended()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Mended)) throw error
    })
  return text
}

const hash = (letter: string) => letter.repeat(64)
export const photoFile = (letter: string, metresNorth: number, takenAt = '2026-11-01T02:10:00Z') => sql`
  insert into photo_file (sha256, media_type, bytes, width, height, taken_at, taken_point, stored_at)
  select ${hash(letter)}, 'image/jpeg', 1, 1, 1, ${takenAt}::timestamptz,
    st_project(st_centroid(geom)::geography, ${metresNorth}::float8, 0)::geometry, ${at}::timestamptz
  from hazard where id = ${fresh}::uuid`
export const photo = (letter: string, hazardId: string, stage = 'found') => sql`
  insert into hazard_photo (id, hazard_id, stage, sha256, file_name, at, actor_id, actor_name)
  values (gen_random_uuid(), ${hazardId}::uuid, ${stage}, ${hash(letter)}, 'a.jpg', ${at}::timestamptz, ${someone}::uuid, '某')`
export const withdrawPhotos = (hazardId: string) =>
  sql`update hazard_photo set withdrawn_at = ${at}::timestamptz where hazard_id = ${hazardId}::uuid`
export const paper = (
  hazardId: string,
  kind: string,
  columns: { receiptOn?: string; number?: string } = {},
) => sql`
  insert into hazard_document (id, hazard_id, kind, number, receipt_on, at, actor_id, actor_name)
  values (gen_random_uuid(), ${hazardId}::uuid, ${kind}, ${columns.number ?? null}, ${columns.receiptOn ?? null}::date,
    ${at}::timestamptz, ${someone}::uuid, '某')`
export const change = (hazardId: string, column: string, value: unknown) =>
  sql`update hazard set ${sql.ref(column)} = ${value} where id = ${hazardId}::uuid`
