import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckKey, Inspection } from '../../../api/inspection/inspection.schema.ts'
import { newAccident } from '../accidents/new-accident.ts'
import {
  at,
  change,
  closed,
  foundUntilMended,
  fresh,
  Mended,
  notified,
  openInspected,
  paper,
  photo,
  photoFile,
  rowsOf,
  service,
  someone,
  withdrawPhotos,
} from './inspected-tickets.ts'

beforeAll(openInspected)
afterAll(() => service.close())

describe('each check finds its fault and lets it go when it is mended', () => {
  test('1 photos taken far away, tickets without a place or photos', async () => {
    const far = await foundUntilMended(
      'place',
      'photoFar',
      [photoFile('a', 420), photo('a', fresh)],
      [withdrawPhotos(fresh)],
    )
    expect(far).toMatch(/42\d 米|41\d 米/)
    await foundUntilMended(
      'place',
      'noPlace',
      [sql`update hazard set geom = null, locating = 'unlocated' where id = ${fresh}::uuid`],
      [
        sql`update hazard set geom = st_setsrid(st_makepoint(107, 39), 4326), locating = 'gps' where id = ${fresh}::uuid`,
      ],
    )
    await service.database.db
      .transaction()
      .execute(async (trx) => {
        expect(await rowsOf(trx, 'place', 'noPhotos')).toHaveLength(3)
        await photoFile('a', 10).execute(trx)
        await photo('a', fresh).execute(trx)
        expect(await rowsOf(trx, 'place', 'noPhotos')).toHaveLength(2)
        expect(await rowsOf(trx, 'place', 'photoFar')).toEqual([])
        throw new Mended()
      })
      .catch((error: unknown) => expect(error).toBeInstanceOf(Mended))
  })

  test('2 a number in no ticket; a withdrawn one is there', async () => {
    const text = await foundUntilMended(
      'numbers',
      'gap',
      [sql`update hazard_number set last = last + 1`],
      [sql`update hazard_number set last = last - 1`],
    )
    expect(text).toContain('2026 年')
    await foundUntilMended(
      'numbers',
      'chainBroken',
      [
        sql`alter table audit_entry disable trigger user`,
        sql`update audit_entry set reason = '改过' where sequence = 3`,
      ],
      [sql`update audit_entry set reason = null where sequence = 3`],
    )
    await service.database.db
      .transaction()
      .execute(async (trx) => {
        await sql`update hazard set withdrawn_at = ${at}::timestamptz where id = ${fresh}::uuid`.execute(trx)
        expect(await rowsOf(trx, 'numbers', 'gap')).toEqual([])
        throw new Mended()
      })
      .catch((error: unknown) => expect(error).toBeInstanceOf(Mended))
  })

  test('3 what cannot have happened in this order', async () => {
    await foundUntilMended(
      'order',
      'acceptedBeforeDone',
      [
        sql`insert into acceptance (id, hazard_id, accepted_on, attendees, conclusion, at, actor_id, actor_name)
          values (gen_random_uuid(), ${closed}::uuid, '2026-10-30', '[]', 'passed', ${at}::timestamptz, ${someone}::uuid, '某')`,
      ],
      [sql`update acceptance set accepted_on = '2026-11-02'`],
    )
    await foundUntilMended(
      'order',
      'photoBeforeFound',
      [photoFile('b', 5, '2026-10-01T02:00:00Z'), photo('b', fresh, 'remedied')],
      [withdrawPhotos(fresh)],
    )
    await foundUntilMended(
      'order',
      'outOfOrder',
      [
        sql`update hazard_transition set from_status = 50 where hazard_id = ${notified}::uuid and action = 'notify'`,
      ],
      [
        sql`update hazard_transition set from_status = 20 where hazard_id = ${notified}::uuid and action = 'notify'`,
      ],
    )
    await foundUntilMended(
      'order',
      'registeredBeforeFound',
      [change(fresh, 'found_at', new Date('2026-11-02T02:00:00Z'))],
      [change(fresh, 'found_at', new Date('2026-11-01T01:00:00Z'))],
    )
    await service.database.db
      .transaction()
      .execute(async (trx) => {
        for (const statement of [photoFile('c', 5), photo('c', fresh), photo('c', closed)])
          await statement.execute(trx)
        // Both tickets share it, so both are told.
        expect(await rowsOf(trx, 'order', 'photoReused')).toHaveLength(2)
        await withdrawPhotos(closed).execute(trx)
        expect(await rowsOf(trx, 'order', 'photoReused')).toEqual([])
        throw new Mended()
      })
      .catch((error: unknown) => expect(error).toBeInstanceOf(Mended))
  })

  test('4 notices without number or receipt', async () => {
    await foundUntilMended(
      'papers',
      'noDocumentNumber',
      [
        sql`update hazard_transition set fields = '{}' where hazard_id = ${notified}::uuid and action = 'notify'`,
      ],
      [paper(notified, 'notice', { number: '鄂公交发〔2026〕1号' })],
    )
    await service.database.db
      .transaction()
      .execute(async (trx) => {
        expect(await rowsOf(trx, 'papers', 'noReceipt')).toHaveLength(1)
        expect(await rowsOf(trx, 'papers', 'receiptNotKept')).toHaveLength(1)
        for (const id of [notified, closed])
          await paper(id, 'notice', { receiptOn: '2026-11-03' }).execute(trx)
        expect(await rowsOf(trx, 'papers', 'noReceipt')).toEqual([])
        expect(await rowsOf(trx, 'papers', 'receiptNotKept')).toEqual([])
        throw new Mended()
      })
      .catch((error: unknown) => expect(error).toBeInstanceOf(Mended))
  })

  test('5 overdue and never urged, due dates moved by nobody', async () => {
    const text = await foundUntilMended(
      'overdue',
      'notUrged',
      [
        sql`update hazard set due_date = '2026-11-20', original_due_date = '2026-11-20' where id = ${notified}::uuid`,
      ],
      [paper(notified, 'urging')],
    )
    expect(text).toBe('逾期 3 天，没有催办')
    const extension = (state: string) => sql`
      insert into extension (id, hazard_id, state, from_due, to_due, reason, requested_at, requested_by, requested_by_name, decided_at)
      values (gen_random_uuid(), ${notified}::uuid, ${state}, '2027-06-30', '2027-07-20', '雨季', '2026-11-02T02:00:00Z', ${someone}::uuid, '某',
        ${state === 'pending' ? null : at}::timestamptz)`
    await foundUntilMended(
      'overdue',
      'dueMoved',
      [change(notified, 'due_date', '2027-07-20')],
      [extension('granted')],
    )
    await foundUntilMended(
      'overdue',
      'extensionWaits',
      [extension('pending')],
      [sql`update extension set state = 'refused', decided_at = ${at}::timestamptz`],
    )
  })

  test('6 listings that never end', async () => {
    const listing = (hazardId: string, requiredBy: string) => sql`
      insert into listing (id, hazard_id, level, document_number, listed_on, listing_unit, required_by, state, created_at, created_by)
      values (gen_random_uuid(), ${hazardId}::uuid, 2, '鄂安委〔2026〕9号', '2026-11-02', '旗安委会', ${requiredBy}::date, 'listed', ${at}::timestamptz, ${someone}::uuid)`
    const delist = sql`update listing set state = 'delisted', delisted_on = '2026-11-20', delisting_document = '鄂安委〔2026〕12号'`
    await foundUntilMended('listing', 'notDelisted', [listing(closed, '2027-01-01')], [delist])
    await foundUntilMended('listing', 'listedTooLong', [listing(notified, '2026-11-10')], [delist])
    await foundUntilMended(
      'listing',
      'levelWithoutListing',
      [change(notified, 'supervision_level', 2)],
      [listing(notified, '2027-01-01')],
    )
  })

  test('7 facilities that are gone or not inspected', async () => {
    const placed = (state: string, dueOn: string) => sql`
      insert into facility (id, number, kind, quantity, unit, road_name, place_text, hazard_id, state, inspection_due_on, request_hash, created_at, created_by, updated_at, updated_by)
      values (gen_random_uuid(), 'SS-1', 'solar_strobe', 1, '盏', 'G109', '路口', ${fresh}::uuid, ${state}, ${dueOn}::date, '', ${at}::timestamptz, ${someone}::uuid, ${at}::timestamptz, ${someone}::uuid)`
    await foundUntilMended(
      'facilities',
      'facilityMissing',
      [placed('missing', '2026-12-01')],
      [sql`update facility set state = 'working'`],
    )
    expect(
      await foundUntilMended(
        'facilities',
        'inspectionLate',
        [placed('working', '2026-11-20')],
        [sql`update facility set inspection_due_on = '2026-12-01'`],
      ),
    ).toBe('太阳能爆闪警示灯巡检超期 3 天')
  })

  test('9 accidents where a ticket was open, and not where it was closed by then', async () => {
    const put = async (stake: string, accidentNo: string) => {
      const body = newAccident({ stake, accidentNo, occurredAt: '2026-11-20T10:00:00+08:00' })
      expect((await service.as('accident')('/api/accidents', { method: 'POST', body })).status).toBe(201)
    }
    await put('K1060+400', '150624120269001')
    await put('K1060+600', '150624120269002')
    await put('K1080+100', '150624120269003')
    await service.database.db
      .transaction()
      .execute(async (trx) => {
        const rows = await rowsOf(trx, 'accidents', 'casualtiesAtOpen')
        expect(rows.map(({ hazardId }) => hazardId)).toEqual([notified])
        expect(rows[0]!.text.zh).toContain('距此 400 米发生事故 150624120269001（一般程序）')
        await sql`update accident set withdrawn_at = ${at}::timestamptz`.execute(trx)
        expect(await rowsOf(trx, 'accidents', 'casualtiesAtOpen')).toEqual([])
        throw new Mended()
      })
      .catch((error: unknown) => expect(error).toBeInstanceOf(Mended))
  })
})

const inspected = async (query = '', user = 'audit') =>
  (await (await service.as(user)(`/api/inspection?${query}`)).json()) as Inspection
const figuresOf = ({ checks }: Inspection, key: CheckKey) =>
  Object.fromEntries(
    checks.find((check) => check.key === key)!.figures.map(({ label, value }) => [label.zh, value.zh]),
  )

describe('the screen of the inspector-general', () => {
  test('is for inspection and leaders', async () => {
    for (const user of ['audit', 'leader'])
      expect((await service.as(user)('/api/inspection')).status).toBe(200)
    for (const user of ['squad', 'accident', 'clerk', 'admin'])
      expect((await service.as(user)('/api/inspection')).status).toBe(403)
  })

  test('shows twelve checks with rates, medians, calibres and their denominators', async () => {
    const inspection = await inspected()
    expect(inspection.checks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(inspection.hazards).toBe(3)
    expect(figuresOf(inspection, 'rates')).toEqual({
      销号率: '1/1 = 100.0%',
      按期率: '1/1 = 100.0%',
      反弹率: '0/1 = 0.0%',
    })
    expect(figuresOf(inspection, 'facilities')).toEqual({
      在位率: '没有在册的临时设施',
      巡检率: '没有应巡检的设施',
    })
    expect(figuresOf(inspection, 'calibres')).toMatchObject({ 一般程序: '3 起', 最近一起事故: '2026-11-20' })
    expect(Object.keys(figuresOf(inspection, 'timeliness'))).toContain('棋盘井中队 发现→登记')
  })

  test('filters by period and squad', async () => {
    expect((await inspected('from=2026-11-02')).hazards).toBe(0)
    expect((await inspected('from=2026-11-01&to=2026-11-01&squad=L03')).hazards).toBeGreaterThan(0)
    const none = await inspected('squad=L08')
    expect(none.hazards).toBe(0)
    expect(figuresOf(none, 'rates')).toMatchObject({
      销号率: '时段内没有应销号的隐患',
      反弹率: '还没有销号的隐患',
    })
    expect((await service.as('audit')('/api/inspection?from=yesterday')).status).toBe(400)
  })

  test('tells by person who read whole briefs and who exported', async () => {
    await service.as('squad')('/api/hazards?format=csv')
    const figures = figuresOf(await inspected(), 'trail')
    expect(Object.entries(figures)).toContainEqual(['squad（L03）', '查看全文 0 次，导出 1 次共 3 行'])
  })

  test('is a workbook with a sheet for each check that has rows, and its export is recorded', async () => {
    const answer = await service.as('leader')('/api/inspection?format=xlsx')
    const workbook = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const names = workbook.sheets.map(({ name }) => name)
    expect(names[0]).toBe('总表')
    expect(names).toContain('1 台账与现场一致')
    expect(names).not.toContain('6 挂牌有摘牌')
    const entry = await service.database.db
      .selectFrom('audit_entry')
      .select(['action', 'department'])
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ action: 'inspection.export', department: 'D00' })
  })
})
