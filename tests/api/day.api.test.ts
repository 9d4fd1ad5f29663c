import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Patrol } from '../../api/patrol/patrol.schema.ts'
import type { HazardsThen, Surroundings } from '../../api/surroundings/surroundings.schema.ts'
import type { ToDoList } from '../../api/to-do/to-do.schema.ts'
import { newId } from '../../api/db/id.ts'
import { openTestApp, type TestApp } from '../harness/test-app.ts'
import { newAccident } from './accidents/new-accident.ts'
import { registered, review, toAcceptance, walk } from './hazards/new-hazard.ts'

let app: TestApp
const now = new Date('2026-11-23T02:00:00Z')

async function answer<Answer>(who: string, path: string, status = 200): Promise<Answer> {
  const response = await app.as(who)(path)
  expect(response.status, await response.clone().text()).toBe(status)
  return (await response.json()) as Answer
}
const toDo = (who: string, query = '') => answer<z.infer<typeof ToDoList>>(who, `/api/to-do${query}`)
const patrol = (who: string, query: string) => answer<z.infer<typeof Patrol>>(who, `/api/patrol?${query}`)

async function put(path: string, body: object, who: string): Promise<string> {
  const id = newId()
  const response = await app.as(who)(`${path}/${id}`, { method: 'PUT', body })
  expect(response.status, await response.clone().text()).toBe(201)
  return id
}
const placed = (body: object) =>
  put('/api/facilities', { kind: 'solar_strobe', quantity: 2, road: 'G109', ...body }, 'facility')

async function accident(body: object): Promise<string> {
  const response = await app.as('accident')('/api/accidents', { body: newAccident(body) })
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as { id: string }).id
}

const at = (day: string) => app.setNow(new Date(`${day}T02:00:00Z`))

const ids = {} as Record<
  | 'overdue'
  | 'soon'
  | 'fresh'
  | 'elsewhere'
  | 'byName'
  | 'returned'
  | 'lamp'
  | 'broken'
  | 'before'
  | 'during',
  string
>

beforeAll(async () => {
  app = await openTestApp({ template: 'gis', now })
  at('2026-10-01')
  ids.overdue = await registered(app, { fromStake: 'K1060+000', toStake: 'K1061+000' })
  const notified = [['accident', { ...review, dueDate: '2026-11-11' }], ...toAcceptance.slice(1, 3)] as const
  await walk(app, ids.overdue, notified, '2026-10-01')
  ids.soon = await registered(app, { fromStake: 'K1050+000', direction: 'decreasing' })
  await walk(app, ids.soon, [['accident', { ...review, dueDate: '2026-11-28' }]])
  ids.lamp = await placed({ stake: 'K1070+000', installedOn: '2026-10-02', hazardId: ids.overdue })
  ids.broken = await placed({ stake: 'K1055+000', state: 'fault' })
  at('2026-11-23')
  ids.fresh = await registered(app, { fromStake: 'K1080+000' })
  ids.elsewhere = await registered(app, { road: 'S216', fromStake: 'K12+700' }, 'facility')
  ids.returned = await registered(app, { fromStake: 'K1090+000' })
  await walk(app, ids.returned, [['accident', { action: 'return', reason: '请补照片' }]])
  const words = { roadName: '气田路', squad: 'L03', township: '棋盘井镇', placeText: '十字口' }
  ids.byName = await registered(app, { road: undefined, fromStake: undefined, ...words })
  ids.before = await accident({
    stake: 'K1059+700',
    occurredAt: '2026-09-01T08:00:00+08:00',
    isStatistical: true,
  })
  ids.during = await accident({ stake: 'K1061+300', occurredAt: '2026-11-20T18:30:00+08:00', killed: 1 })
  await accident({
    stake: 'K1060+400',
    procedure: 'simple',
    injured: 0,
    occurredAt: '2026-11-19T09:00:00+08:00',
  })
  await accident({ stake: 'K1062+000' })
}, 120_000)
afterAll(() => app.close())

describe('待办', () => {
  test('each post finds the act that it may do now, and nobody finds another one', async () => {
    const actsOf = async (who: string) =>
      Object.fromEntries((await toDo(who)).mine.items.map(({ recordId, act }) => [recordId, act]))
    const reviewer = await actsOf('accident')
    expect(reviewer[ids.fresh]).toBe('approve')
    expect(reviewer[ids.soon]).toBeUndefined()
    expect((await actsOf('leader'))[ids.soon]).toBe('notify')
    expect((await actsOf('clerk'))[ids.overdue]).toBe('requestAcceptance')
    const squad = await actsOf('squad')
    expect(squad[ids.returned]).toBe('resubmit')
    expect(squad[ids.overdue]).toBe('progress')
    // Reports are the squad's: its leader signs and reviews.
    expect((await actsOf('leader'))[ids.overdue]).toBeUndefined()
    // A leader may file what the office files, but is not sent to it.
    const offered = await answer<{ allowedActions: string[] }>('leader', `/api/hazards/${ids.overdue}`)
    expect(offered.allowedActions).toEqual(expect.arrayContaining(['requestAcceptance', 'urge']))
    expect((await toDo('leader')).overdue.items.map(({ act }) => act)).not.toContain('urge')
    expect(squad[ids.elsewhere]).toBeUndefined()
    expect(squad[ids.lamp]).toBeNull()
    expect(Object.keys(await actsOf('audit'))).toEqual([])
  })

  test('four eyes: a reviewer is not sent to what they registered themselves', async () => {
    const own = await registered(app, { fromStake: 'K1085+000' }, 'accident')
    const acts = (await toDo('accident')).mine.items.filter(({ recordId }) => recordId === own)
    expect(acts).toEqual([])
    expect((await toDo('leader')).mine.items.find(({ recordId }) => recordId === own)?.act).toBe('approve')
  })

  test('what is due soon and what is overdue is said in words, with a count each', async () => {
    const { dueSoon, overdue, mine } = await toDo('squad')
    expect(overdue.items).toMatchObject([
      { recordId: ids.overdue, daysLeft: -12, dueText: { zh: '逾期 12 天' } },
    ])
    expect(dueSoon.items).toMatchObject([
      { recordId: ids.soon, warning: 'yellow', dueText: { zh: '还有 5 天' }, stakeText: 'K1050+000' },
    ])
    expect([overdue.count, dueSoon.count, mine.count]).toEqual([1, 1, mine.items.length])
  })

  test('the due date of an act skips days off, also those entered later', async () => {
    const dueOf = async (who: string, id: string, kind = 'hazard') =>
      (await toDo(who)).mine.items.find((item) => item.recordId === id && item.kind === kind)?.due
    // Registered on Monday 23 November; three working days to review it.
    expect(await dueOf('accident', ids.fresh)).toBe('2026-11-26')
    const body = { kind: 'holiday', name: '旗庆' }
    const path = '/api/holidays/2026-11-25'
    expect((await app.as('clerk')(path, { method: 'PUT', body })).status).toBe(200)
    expect(await dueOf('accident', ids.fresh)).toBe('2026-11-27')
    expect(await dueOf('squad', ids.returned)).toBe('2026-11-26')
    expect((await app.as('clerk')(path, { method: 'DELETE' })).status).toBe(204)
    expect(await dueOf('accident', ids.fresh)).toBe('2026-11-26')
  })

  test('a squad sees its own, and with all squads its own first; the office filters by squad', async () => {
    await walk(app, ids.elsewhere, [['accident', { ...review, dueDate: '2026-11-25' }]])
    expect((await toDo('squad')).dueSoon.items.map(({ squad }) => squad)).toEqual(['L03'])
    const all = await toDo('squad', '?squad=all')
    expect(all.dueSoon.items.map(({ squad }) => squad)).toEqual(['L03', 'L07'])
    expect((await toDo('clerk')).dueSoon.items.map(({ squad }) => squad)).toEqual(['L07', 'L03'])
    expect((await toDo('clerk', '?squad=L07')).dueSoon.count).toBe(1)
  })

  test('a fault goes to those who keep the facilities, a round that is due to them and to the squad', async () => {
    const kinds = async (who: string) =>
      (await toDo(who)).mine.items
        .filter(({ recordKind }) => recordKind === 'facility')
        .map(({ kind }) => kind)
    expect((await kinds('facility')).toSorted()).toEqual(['inspection', 'repair'])
    expect(await kinds('squad')).toContain('inspection')
    expect(await kinds('leader')).toEqual([])
  })

  test('what waits for a decision waits for a leader, a requested listing for the office, places for the accident squad', async () => {
    const base = { requested_at: now, requested_by: newId(), requested_by_name: '李某', reason: '冬季停工' }
    await app.database.db
      .insertInto('extension')
      .values({
        id: newId(),
        hazard_id: ids.overdue,
        state: 'pending',
        from_due: '2026-11-11',
        to_due: '2026-12-11',
        ...base,
      })
      .execute()
    await app.database.db
      .insertInto('listing')
      .values({
        id: newId(),
        hazard_id: ids.soon,
        level: 2,
        listing_unit: '旗人民政府',
        state: 'requested',
        created_at: now,
        created_by: newId(),
      })
      .execute()
    const kindsOf = async (who: string) => (await toDo(who)).mine.items.map(({ kind }) => kind)
    expect(await kindsOf('leader')).toContain('extension')
    const { items } = (await toDo('leader')).mine
    // Asked for without an act of its own here: the remedy's date stands in for the clock.
    expect(items.find(({ kind }) => kind === 'extension')?.due).toBe('2026-11-11')
    expect(await kindsOf('clerk')).toContain('listing')
    expect(await kindsOf('clerk')).not.toContain('extension')
    const places = (await toDo('accident')).mine.items[0]!
    const waiting = await answer<{ counts: Record<string, { toDo: number }> }>('accident', '/api/locating')
    expect(places.title).toBe(
      `位置待核对 ${waiting.counts['accidents']!.toDo + waiting.counts['hazards']!.toDo} 条`,
    )
    expect(await kindsOf('squad')).not.toContain('places')
  })

  test('as a workbook to print, and not for the administrator', async () => {
    const file = await app.as('squad')('/api/to-do?format=xlsx')
    expect(file.headers.get('content-type')).toContain('spreadsheetml')
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(2000)
    const taken = await answer<{ items: object[] }>('audit', '/api/audit?objectType=toDo')
    expect(taken.items).toMatchObject([{ action: 'toDo.export', after: { format: 'xlsx' } }])
    await answer('admin', '/api/to-do', 403)
  })
})

describe('今日顺路巡查', () => {
  const stopsOf = ({ roads }: z.infer<typeof Patrol>) => roads.flatMap(({ stops }) => stops)

  test('what stands along the way comes in the order of the stakes, with distances that add up', async () => {
    const there = await patrol('squad', 'road=G109&squad=L03&direction=increasing')
    const stops = stopsOf(there)
    expect(stops.map(({ id }) => id).slice(0, 5)).toEqual([
      ...[ids.soon, ids.broken, ids.overdue, ids.lamp, ids.fresh],
    ])
    expect(stops[2]).toMatchObject({ urgency: 'overdue', overdueDays: 12, look: 'checkRemedy' })
    const total = stops.reduce((sum, { sinceLast }) => sum + sinceLast, 0)
    expect(total).toBeCloseTo(there.roads[0]!.total, 0)
    // G109 is drawn as long as its stakes say to about a hundredth.
    expect(stops[1]!.sinceLast / 5000).toBeCloseTo(1, 1)
  })

  test('the way back mirrors it, and a start on the way leaves out what lies behind', async () => {
    const back = stopsOf(await patrol('squad', 'road=G109&squad=L03&direction=decreasing'))
    const forth = stopsOf(await patrol('squad', 'road=G109&squad=L03&direction=increasing'))
    expect(back.map(({ id }) => id)).toEqual(forth.map(({ id }) => id).reverse())
    const later = await patrol('squad', 'road=G109&squad=L03&from=K1065%2B000&direction=increasing')
    expect(stopsOf(later)[0]).toMatchObject({ id: ids.lamp })
    expect(Math.abs(stopsOf(later)[0]!.sinceStart - 5000)).toBeLessThan(200)
  })

  test('roads without a line are listed by township, and another squad has none of it', async () => {
    const { offRoad } = await patrol('squad', 'squad=L03')
    expect(offRoad).toMatchObject([{ township: '棋盘井镇', stops: [{ id: ids.byName }] }])
    const others = await patrol('squad', 'squad=L05')
    expect([...stopsOf(others), ...others.offRoad]).toEqual([])
  })

  test('on a divided road only the own side is visited', async () => {
    await app.database.db
      .updateTable('road')
      .set({ divided: true, version: 99 })
      .where('code', '=', 'G109')
      .execute()
    const there = await patrol('squad', 'road=G109&squad=L03&direction=increasing')
    expect(stopsOf(there).map(({ id }) => id)).not.toContain(ids.soon)
    expect(there.roads[0]!.otherSide).toBe(1)
    const back = await patrol('squad', 'road=G109&squad=L03&direction=decreasing')
    expect(stopsOf(back).map(({ id }) => id)).toContain(ids.soon)
    await app.database.db
      .updateTable('road')
      .set({ divided: false, version: 100 })
      .where('code', '=', 'G109')
      .execute()
  })

  test('a start that is no stake is refused with words', async () => {
    const refused = await answer<{ errors: { path: string }[] }>(
      'squad',
      '/api/patrol?road=G109&from=xyz',
      400,
    )
    expect(refused.errors[0]!.path).toBe('from')
  })
})

describe('倒查卷', () => {
  test('accidents within 500 m along the road, each with the clocks of its day, calibres apart', async () => {
    const found = await answer<z.infer<typeof Surroundings>>(
      'audit',
      `/api/hazards/${ids.overdue}/surroundings`,
    )
    expect(
      found.accidents.map(({ id, countedAs, along, then }) => [id, countedAs, along, then.phase]),
    ).toMatchObject([
      [ids.during, 'general', 'after', 'open'],
      [expect.anything(), 'simple', 'within', 'open'],
      [ids.before, 'reported', 'before', 'beforeFound'],
    ])
    const during = found.accidents[0]!
    expect(during).toMatchObject({
      measuredBy: 'road',
      then: { status: 40, daysSinceFound: 50, overdueDays: 9, hadControl: true },
    })
    expect(Math.abs(during.distance - 300)).toBeLessThan(15)
    expect(found.totals.open.general).toEqual({ accidents: 1, killed: 1, injured: 1 })
    expect(found.totals.open.simple.accidents).toBe(1)
    expect(found.totals.beforeFound.reported).toEqual(found.totals.beforeFound.general)
    expect(found.facilities).toMatchObject([{ id: ids.lamp, isLinked: true }])
    expect(JSON.stringify(found)).not.toMatch(/brief|actor|foundBy/)
  })

  test('from the accident the tickets around it, with their clocks at its time', async () => {
    const then = await answer<z.infer<typeof HazardsThen>>(
      'leader',
      `/api/accidents/${ids.during}/hazards-then`,
    )
    expect(then.hazards).toMatchObject([{ id: ids.overdue, then: { phase: 'open', overdueDays: 9 } }])
    const earlier = await answer<z.infer<typeof HazardsThen>>(
      'leader',
      `/api/accidents/${ids.before}/hazards-then`,
    )
    expect(earlier.hazards).toMatchObject([{ id: ids.overdue, then: { phase: 'beforeFound', status: null } }])
  })

  test('an unknown ticket or accident is not found', async () => {
    await answer('leader', `/api/hazards/${newId()}/surroundings`, 404)
    await answer('leader', `/api/accidents/${newId()}/hazards-then`, 404)
  })
})
