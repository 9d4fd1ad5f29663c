import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordChange } from '../../../api/audit/audit.commands.ts'
import { newChainProof } from '../../../api/audit/prove-chain.commands.ts'
import { systemActor } from '../../../api/http/actor.ts'
import type { Inspection } from '../../../api/inspection/inspection.schema.ts'
import { newAccident } from '../accidents/new-accident.ts'
import * as tickets from './inspected-tickets.ts'
import {
  at,
  foundUntilMended,
  photo,
  photoFile,
  rowsOf,
  undone,
  withdrawPhotos,
} from './inspected-tickets.ts'

beforeAll(tickets.openInspected)
afterAll(() => tickets.service.close())

describe('what the clocks and the holidays say', () => {
  test('a receipt is late after three working days, and later where a day was off', async () => {
    await undone(async (trx) => {
      const notifiedOn = (day: string) =>
        sql`update hazard_transition set at = ${`${day}T02:00:00Z`}::timestamptz
          where hazard_id = ${tickets.notified}::uuid and action = 'notify'`.execute(trx)
      // Wednesday 18 November: Thursday, Friday, Monday 23, which is today.
      await notifiedOn('2026-11-18')
      expect(await rowsOf(trx, 'papers', 'noReceipt')).toEqual([])
      await notifiedOn('2026-11-17')
      const [row] = await rowsOf(trx, 'papers', 'noReceipt')
      expect(row!.text.zh).toBe('2026-11-17 抄告，应于 2026-11-20 前签收，已超 3 天，没有回执')
      await sql`insert into holiday (day, kind, name, updated_at, updated_by)
        values ('2026-11-19', 'holiday', '旗庆', ${at}::timestamptz, ${tickets.someone}::uuid)`.execute(trx)
      expect(await rowsOf(trx, 'papers', 'noReceipt')).toEqual([])
      // A weekend that is worked brings the end forward.
      await sql`insert into holiday (day, kind, name, updated_at, updated_by)
        values ('2026-11-21', 'workday', '调休', ${at}::timestamptz, ${tickets.someone}::uuid)`.execute(trx)
      expect(await rowsOf(trx, 'papers', 'noReceipt')).toHaveLength(1)
    })
  })

  test('the time to report is counted in working days', async () => {
    const answer = await tickets.service.as('audit')('/api/inspection')
    const { checks } = (await answer.json()) as Inspection
    const { figures, checked } = checks.find(({ key }) => key === 'timeliness')!
    // Registered and reported on the same Sunday.
    expect(figures.find(({ label }) => label.zh.includes('登记→报告'))!.value.zh).toBe('0.0 个工作日')
    expect(checked.zh).toContain('登记→报告 5 个工作日')
  })
})

describe('faults of papers and facilities', () => {
  test('a due date that a leader corrected past the first one is said to be so', async () => {
    await undone(async (trx) => {
      const moved = sql`update hazard set due_date = '2027-09-30' where id = ${tickets.notified}::uuid`
      await moved.execute(trx)
      expect(await rowsOf(trx, 'overdue', 'dueMoved')).toHaveLength(1)
      const changes = JSON.stringify([{ field: 'dueDate', before: '2027-06-30', after: '2027-09-30' }])
      await sql`insert into correction (id, hazard_id, changes, reason, state, decided_at, requested_at, requested_by, requested_by_name)
        values (gen_random_uuid(), ${tickets.notified}::uuid, ${changes}::text::jsonb, '笔误', 'approved', ${at}::timestamptz, ${at}::timestamptz,
          ${tickets.someone}::uuid, '某')`.execute(trx)
      expect(await rowsOf(trx, 'overdue', 'dueMoved')).toEqual([])
      expect(await rowsOf(trx, 'overdue', 'dueCorrected')).toMatchObject([{ isBad: false }])
    })
  })

  test('a proposed listing without an answer, until it is refused', async () => {
    const text = await foundUntilMended(
      'listing',
      'listingUnanswered',
      [
        sql`insert into listing (id, hazard_id, level, listing_unit, requested_on, state, created_at, created_by)
          values (gen_random_uuid(), ${tickets.notified}::uuid, 2, '旗安委会', '2026-10-20', 'requested', ${at}::timestamptz, ${tickets.someone}::uuid)`,
      ],
      [sql`update listing set state = 'refused', refused_reason = '列入下批'`],
    )
    expect(text).toBe('提请挂牌已 34 天没有结果')
  })

  test('a facility out of order, until it works again', async () => {
    const { service } = tickets
    const body = { kind: 'solar_strobe', quantity: 1, road: 'G109', stake: 'K1046+200', state: 'fault' }
    const path = '/api/facilities/019a0000-0000-7000-8000-0000000000f1'
    expect((await service.as('facility')(path, { method: 'PUT', body })).status).toBe(201)
    const found = async () => {
      const { checks } = (await (await service.as('audit')('/api/inspection')).json()) as Inspection
      const check = checks.find(({ key }) => key === 'facilities')!
      return check.items.filter(({ code }) => code === 'facilityFault').map(({ text }) => text.zh)
    }
    expect(await found()).toEqual(['太阳能爆闪警示灯故障'])
    const headers = { 'if-match': '"1"' }
    const repaired = await service.as('facility')(path, {
      method: 'PATCH',
      body: { state: 'working' },
      headers,
    })
    expect(repaired.status).toBe(200)
    expect(await found()).toEqual([])
  })

  test('an accident without casualties at an open ticket is to be watched, and goes with its withdrawal', async () => {
    const { service } = tickets
    const body = newAccident({
      ...{ stake: 'K1060+300', accidentNo: '150624120269009', occurredAt: '2026-11-20T10:00:00+08:00' },
      ...{ killed: 0, injured: 0 },
    })
    const made = await service.as('accident')('/api/accidents', { method: 'POST', body })
    expect(made.status, await made.clone().text()).toBe(201)
    const { id } = (await made.json()) as { id: string }
    await undone(async (trx) => {
      const rows = await rowsOf(trx, 'accidents', 'accidentAtOpen')
      expect(rows).toMatchObject([{ hazardId: tickets.notified, accidentId: id, isBad: false }])
      await sql`update accident set withdrawn_at = ${at}::timestamptz where id = ${id}::uuid`.execute(trx)
      expect(await rowsOf(trx, 'accidents', 'accidentAtOpen')).toEqual([])
    })
  })
})

describe('numbers and photos', () => {
  test('a vacant number is explained only by the removal of the demonstration that had it', async () => {
    await undone(async (trx) => {
      await sql`update hazard_number set last = last + 1`.execute(trx)
      const removed = (numbers: string[]) =>
        recordChange(trx, systemActor, {
          ...{ action: 'demo.remove', objectType: 'installation', objectId: 'demo' },
          ...{ before: { demoYear: 2025, numbers }, after: { rows: 1 }, at },
        })
      await removed(['YH-150624-2026-0099'])
      const [gap] = await rowsOf(trx, 'numbers', 'gap')
      expect(gap).toMatchObject({ isBad: true })
      await removed([gap!.number!])
      expect(await rowsOf(trx, 'numbers', 'gap')).toEqual([])
      expect(await rowsOf(trx, 'numbers', 'gapAfterUndo')).toMatchObject([
        { number: gap!.number, isBad: false },
      ])
      await sql`update hazard_number set last = last - 1`.execute(trx)
      expect(await rowsOf(trx, 'numbers', 'gapAfterUndo')).toEqual([])
    })
  })

  test('an act that was done without its photo names the stages', async () => {
    await undone(async (trx) => {
      const rows = await rowsOf(trx, 'place', 'evidenceMissing')
      expect(rows).toMatchObject([
        { hazardId: tickets.closed, text: { zh: '环节已办，但没有“验收”、“发现”、“整改后”照片' } },
      ])
      await photoFile('d', 10).execute(trx)
      for (const stage of ['found', 'remedied', 'acceptance'])
        await photo('d', tickets.closed, stage).execute(trx)
      expect(await rowsOf(trx, 'place', 'evidenceMissing')).toEqual([])
      await withdrawPhotos(tickets.closed).execute(trx)
      expect(await rowsOf(trx, 'place', 'evidenceMissing')).toHaveLength(1)
    })
  })

  test('a photo is judged by the place that the ticket has now, not by what was kept when it came', async () => {
    await undone(async (trx) => {
      await photoFile('e', 10).execute(trx)
      await photo('e', tickets.fresh).execute(trx)
      await sql`update hazard_photo set findings = '[{"code": "farAway", "isRed": true, "metres": 900}]'`.execute(
        trx,
      )
      expect(await rowsOf(trx, 'place', 'photoFar')).toEqual([])
      await sql`update hazard set geom = st_setsrid(st_makepoint(107, 39), 4326) where id = ${tickets.fresh}::uuid`.execute(
        trx,
      )
      expect(await rowsOf(trx, 'place', 'photoFar')).toHaveLength(1)
    })
  })
})

describe('the trail is walked once and then only what was added', () => {
  const write = (objectId: string) =>
    tickets.service.database.db
      .transaction()
      .execute((trx) =>
        recordChange(trx, systemActor, { action: 'test.write', objectType: 'test', objectId, after: {}, at }),
      )
  const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)

  test('says what was proved when, finds what was done to the rest, and once a day what was done to all', async () => {
    const { db } = tickets.service.database
    const prove = newChainProof()
    const whole = await prove(db, at)
    expect(whole).toMatchObject({ findings: [], earlier: null })
    expect(await prove(db, later(1))).toEqual({
      ...{ findings: [], upTo: whole.upTo, at: later(1), earlier: { upTo: whole.upTo, at } },
    })
    await write('one')
    await write('two')
    expect(await prove(db, later(2))).toMatchObject({ upTo: whole.upTo + 2, earlier: { upTo: whole.upTo } })
    await undone(async (trx) => {
      await sql`alter table audit_entry disable trigger user`.execute(trx)
      const tamper = (sequence: number) =>
        sql`update audit_entry set reason = '改过' where sequence = ${sequence}`.execute(trx)
      const mend = () => sql`update audit_entry set reason = null where reason = '改过'`.execute(trx)
      // Behind the proved entry: not walked now, and not called proved at this moment; a day later it is found.
      await tamper(3)
      expect((await prove(trx, later(3))).findings).toEqual([])
      expect((await prove(trx, later(25))).findings).toMatchObject([{ kind: 'changed', from: 3 }])
      expect((await prove(trx, later(26))).findings).toHaveLength(1)
      await mend()
      expect(await prove(trx, later(27))).toMatchObject({ findings: [], earlier: null })
      // The proved entry itself is looked at each time.
      await sql`update audit_entry set hash = md5('x') where sequence = ${whole.upTo + 2}`.execute(trx)
      expect((await prove(trx, later(28))).findings).not.toEqual([])
    })
    const fresh = newChainProof()
    await fresh(db, at)
    await write('three')
    await undone(async (trx) => {
      await sql`alter table audit_entry disable trigger user`.execute(trx)
      await sql`update audit_entry set reason = '改过' where sequence = ${whole.upTo + 3}`.execute(trx)
      expect((await fresh(trx, later(1))).findings).toMatchObject([{ kind: 'changed', from: whole.upTo + 3 }])
    })
  })

  test('and the screen says it', async () => {
    const figure = async () => {
      const answer = await tickets.service.as('audit')('/api/inspection')
      const { checks } = (await answer.json()) as Inspection
      return checks.find(({ key }) => key === 'numbers')!.figures[0]!.value.zh
    }
    await figure()
    expect(await figure()).toMatch(
      /^第 1—\d+ 条此前已核验（2026-11-23 10:00 从头核验），(第 \d+—\d+ 条 2026-11-23 10:00 核验|此后没有新记录)$/,
    )
  })
})
