import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facility } from '../../../api/facilities/facility.schema.ts'
import { gapRuleIds, type GapRuleId } from '../../../api/gaps/gap-rules.ts'
import type { Advice, RunAdvice } from '../../../api/gaps/advice/advice.schema.ts'
import type { Gap, GapList } from '../../../api/gaps/gap.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { acceptance, newHazardId, registered, toAcceptance, walk } from '../hazards/new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'demo' })
})
afterAll(() => app.close())

const read = async <T>(path: string, who = 'leader') => (await (await app.as(who)(path)).json()) as T
const list = (query = '') => read<GapList>(`/api/facility-gaps${query}`)
const gapsOf = async (rule: GapRuleId) => (await list(`?rule=${rule}`)).items
const isThere = async (id: string) => (await app.as('leader')(`/api/facility-gaps/${id}`)).status === 200
const post = (who: string, path: string, body: unknown = {}) =>
  app.as(who)(`/api/facility-gaps/${path}`, { method: 'POST', body })
const place = (body: object) =>
  app.as('facility')(`/api/facilities/${newHazardId()}`, { method: 'PUT', body: { quantity: 1, ...body } })

async function change(id: string, body: object): Promise<void> {
  const { version } = await read<Facility>(`/api/facilities/${id}`)
  const headers = { 'if-match': `"${version}"` }
  const answer = await app.as('facility')(`/api/facilities/${id}`, { method: 'PATCH', body, headers })
  expect(answer.status, await answer.text()).toBe(200)
}

async function firstOf(rule: GapRuleId, fits: (gap: Gap) => boolean = () => true): Promise<Gap> {
  const gap = (await gapsOf(rule)).find((each) => each.answered === null && fits(each))
  if (!gap) throw new Error(`no gap of ${rule}`)
  return gap
}

test('the demonstration has at least one gap of every rule, and every gap says where and why', async () => {
  const { counts, items, total } = await list()
  expect(counts.map(({ rule }) => rule)).toEqual(gapRuleIds)
  expect(counts.filter(({ gaps }) => gaps === 0)).toEqual([])
  expect(total).toBe(items.length)
  for (const gap of items) {
    expect(gap.reason.zh.length).toBeGreaterThan(10)
    expect(gap.road === null || gap.road === 'L0002' || gap.point !== null).toBe(true)
    expect(['inspect', 'remove'].includes(gap.act)).toBe(gap.proposal === null)
  }
})

test('the list is narrowed by rule, road, squad, box and answer, and pages', async () => {
  const all = (await list()).items
  const only = async (query: string, fits: (gap: Gap) => boolean) => {
    const ids = (await list(query)).items.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids).toEqual(all.filter(fits).map(({ id }) => id))
  }
  await only('?rule=leftStanding&rule=signMissing', ({ rule }) =>
    ['leftStanding', 'signMissing'].includes(rule),
  )
  await only('?road=S216', ({ road }) => road === 'S216')
  await only('?squad=L03', ({ squad }) => squad === 'L03')
  await only('?severity=low&answered=false', ({ severity }) => severity === 'low')
  const [longitude, latitude] = all[0]!.point!
  const box = [longitude - 0.01, latitude - 0.01, longitude + 0.01, latitude + 0.01]
  await only(
    `?bbox=${box.join(',')}`,
    ({ point }) =>
      point !== null && Math.abs(point[0] - longitude) <= 0.01 && Math.abs(point[1] - latitude) <= 0.01,
  )
  const first = await list('?limit=3')
  const second = await list(`?limit=3&cursor=${first.nextCursor}`)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 6).map(({ id }) => id))
})

test('the same is served as GeoJSON, under both paths, and taking it away is recorded', async () => {
  const { total } = await list()
  const features = await read<{ features: object[]; total: number }>('/api/facilities/gaps?format=geojson')
  expect([features.features.length, features.total]).toEqual([total, total])
  const taken = await app.database.db
    .selectFrom('audit_entry')
    .select('after')
    .where('action', '=', 'facilityGap.export')
    .execute()
  expect(taken).toMatchObject([{ after: { rows: total } }])
  const rules = await read<{ items: { id: string }[] }>('/api/facility-gaps/rules')
  expect(rules.items.map(({ id }) => id)).toEqual(gapRuleIds)
})

test.each([
  ['auxiliary', 'plan', 403],
  ['audit', 'plan', 403],
  ['clerk', 'plan', 403],
  ['audit', 'ticket', 403],
])('%s may look but not %s', async (who, act, status) => {
  const { id } = await firstOf('hotspotUnwarned')
  expect((await post(who, `${id}/${act}`)).status).toBe(status)
  expect((await app.as(who)('/api/facility-gaps')).status).toBe(200)
})

test('administrators have no business here, and an unknown gap is no gap', async () => {
  expect((await app.as('admin')('/api/facility-gaps')).status).toBe(403)
  expect((await app.as('leader')('/api/facility-gaps/nothing')).status).toBe(404)
  expect((await post('facility', `hazardUnwarned.${newHazardId()}.both/plan`)).status).toBe(404)
})

describe('a gap becomes a planned facility', () => {
  test('as proposed, is answered by it, and closes when it stands', async () => {
    const gap = await firstOf('hazardUnwarned', ({ road }) => road === 'G110')
    const answer = await post('facility', `${gap.id}/plan`, { quantity: 2 })
    expect(answer.status).toBe(201)
    const facility = (await answer.json()) as Facility
    const { kind, stake, direction, side, legend } = gap.proposal!
    expect(facility).toMatchObject({ kind, stake, direction, side, legend, quantity: 2, state: 'planned' })
    expect(facility.hazardId).toBe(gap.subjectId)
    expect(facility.rawCoordinate).toBeNull()
    expect(facility.geometry!.coordinates).toEqual(gap.proposal!.point)
    expect(await read<Gap>(`/api/facility-gaps/${gap.id}`)).toMatchObject({
      answered: { kind: 'facility', id: facility.id, number: facility.number },
    })
    const audit = await app.database.db
      .selectFrom('audit_entry')
      .select(['action', 'after'])
      .where('object_id', 'in', [gap.id, facility.id])
      .orderBy('sequence')
      .execute()
    expect(audit.map(({ action }) => action)).toEqual(['facility.place', 'facilityGap.answer'])
    expect(audit[1]!.after).toMatchObject({ rule: 'hazardUnwarned', facilityId: facility.id })
    expect((await post('facility', `${gap.id}/plan`)).status).toBe(409)
    await change(facility.id, { state: 'working' })
    expect(await isThere(gap.id)).toBe(false)
  })

  test('of another kind and place where the person says so; what cannot be is refused', async () => {
    const gap = await firstOf('hazardUnwarned', ({ road }) => road === 'S313')
    expect((await post('facility', `${gap.id}/plan`, { stake: 'K999+000' })).status).toBe(422)
    expect((await post('facility', `${gap.id}/plan`, { kind: 'speed_bump' })).status).toBe(422)
    const stake = gap.proposal!.stake! + 20
    const answer = await post('facility', `${gap.id}/plan`, { kind: 'solar_strobe', stake })
    expect(await answer.json()).toMatchObject({ kind: 'solar_strobe', unit: '盏', legend: null, stake })
  })

  test('sent again under its id is the same; two people at once plan it once', async () => {
    const gap = await firstOf('hotspotUnwarned')
    const facilityId = newHazardId()
    const first = await post('facility', `${gap.id}/plan`, { facilityId })
    const again = await post('facility', `${gap.id}/plan`, { facilityId })
    expect([first.status, again.status]).toEqual([201, 200])
    const elsewhere = await firstOf('hazardUnwarned')
    expect((await post('facility', `${elsewhere.id}/plan`, { facilityId })).status).toBe(409)
    const other = await firstOf('hotspotUnwarned')
    const both = await Promise.all([
      post('facility', `${other.id}/plan`),
      post('accident', `${other.id}/plan`),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('by a squad on its own stretch only', async () => {
    const foreign = await firstOf('bumpUnannounced', ({ squad }) => squad !== 'L03')
    expect((await post('squad', `${foreign.id}/plan`)).status).toBe(403)
  })

  test('where only an inspection or a removal is due, nothing is planned', async () => {
    const { id } = await firstOf('inspectionOverdue')
    const answer = await post('facility', `${id}/plan`)
    expect(answer.status).toBe(422)
    expect((await post('facility', `${id}/ticket`)).status).toBe(422)
  })
})

test('a gap becomes a ticket to be reviewed, once, with what it is about', async () => {
  const gap = await firstOf('hotspotUnwarned')
  const answer = await post('accident', `${gap.id}/ticket`)
  expect(answer.status).toBe(201)
  const hazard = (await answer.json()) as { id: string }
  const { road, fromStake, toStake } = gap
  expect(hazard).toMatchObject({ status: 10, road, fromStake, toStake })
  expect(await read(`/api/hazards/${hazard.id}`)).toMatchObject({
    screeningSiteId: gap.subjectId,
    description: gap.reason.zh,
    direction: gap.direction,
  })
  expect(await read<Gap>(`/api/facility-gaps/${gap.id}`)).toMatchObject({ answered: { id: hazard.id } })
  expect((await post('accident', `${gap.id}/ticket`)).status).toBe(409)
})

describe('that nothing is placed', () => {
  const dismiss = (who: string, id: string, body: unknown, method = 'PUT') =>
    app.as(who)(`/api/facility-gaps/${id}/dismissal`, { method, body })
  const reason = '现场已有路灯，视线良好，暂不设标牌'

  test('is decided with a reason until a day, seen by all, and can be taken back', async () => {
    const { id } = await firstOf('hazardUnwarned', ({ dismissed }) => dismissed === null)
    const open = (await list('?dismissed=false')).total
    const answer = await dismiss('facility', id, { reason, until: '2027-06-30' })
    expect(await answer.json()).toMatchObject({
      id,
      dismissed: { reason, until: '2027-06-30', on: '2026-11-23' },
    })
    expect((await list('?dismissed=false')).total).toBe(open - 1)
    expect((await list('?dismissed=true')).items.map((gap) => gap.id)).toEqual([id])
    expect(await read<Gap>(`/api/facility-gaps/${id}`, 'squad')).toMatchObject({ dismissed: { reason } })
    const history = await read<{ items: { action: string; reason: string | null }[] }>(
      `/api/audit?objectType=facilityGap&objectId=${id}`,
      'audit',
    )
    expect(history.items[0]).toMatchObject({ action: 'facilityGap.dismiss', reason })
    expect((await (await dismiss('accident', id, undefined, 'DELETE')).json()) as Gap).toMatchObject({
      dismissed: null,
    })
    expect((await list('?dismissed=true')).total).toBe(0)
  })

  test('needs a reason, a day within a year, the right, and a gap that asks for something', async () => {
    const { id, squad } = await firstOf('hazardUnwarned', (gap) => gap.squad !== 'L03')
    const body = { reason, until: '2027-06-30' }
    expect((await dismiss('facility', id, { ...body, reason: ' ' })).status).toBe(422)
    for (const until of ['2026-11-23', '2027-11-25'])
      expect((await dismiss('facility', id, { ...body, until })).status).toBe(422)
    expect((await dismiss('clerk', id, body)).status).toBe(403)
    expect(squad).not.toBe('L03')
    expect((await dismiss('squad', id, body)).status).toBe(403)
    const overdue = await firstOf('inspectionOverdue')
    expect((await dismiss('facility', overdue.id, body)).status).toBe(422)
    expect((await dismiss('facility', `hazardUnwarned.${newHazardId()}.both`, body)).status).toBe(404)
  })

  test('lapses when the place gets worse: the hazard was raised to the highest level', async () => {
    const hazardId = await registered(app, { fromStake: 'K1081+000', level: 2 }, 'squad')
    const { id } = await firstOf('hazardUnwarned', ({ subjectId }) => subjectId === hazardId)
    expect((await dismiss('facility', id, { reason, until: '2027-06-30' })).status).toBe(200)
    await app.database.db.updateTable('hazard').set({ level: 3 }).where('id', '=', hazardId).execute()
    expect((await read<Gap>(`/api/facility-gaps/${id}`)).dismissed).toBeNull()
  })
})

describe('removing the cause removes the gap', () => {
  test('hotspotUnwarned: something that works stands before the hotspot', async () => {
    const { id, proposal } = (await gapsOf('hotspotUnwarned')).at(-1)!
    const { kind, road, stake, direction } = proposal!
    expect((await place({ kind, road, stake, direction })).status).toBe(201)
    expect(await isThere(id)).toBe(false)
  })

  test('hazardUnwarned: the hazard is withdrawn', async () => {
    const hazardId = await registered(app, { fromStake: 'K1080+000', level: 3 }, 'squad')
    const own = (await gapsOf('hazardUnwarned')).filter((gap) => gap.subjectId === hazardId)
    expect(own.map(({ direction }) => direction)).toEqual(['decreasing', 'increasing'])
    const answer = await app.as('leader')(`/api/hazards/${hazardId}/withdraw`, {
      ...{ method: 'POST', body: { reason: '登记错误，重复上报' }, headers: { 'if-match': '"1"' } },
    })
    expect(answer.status, await answer.text()).toBe(200)
    expect((await gapsOf('hazardUnwarned')).some((gap) => gap.subjectId === hazardId)).toBe(false)
  })

  test('bumpUnannounced: the bump is taken away', async () => {
    const { id, subjectId } = await firstOf('bumpUnannounced')
    await change(subjectId, { state: 'removed', removalReason: '主线不宜设减速带' })
    expect(await isThere(id)).toBe(false)
  })

  test('lampOutAtNight: the lamp is repaired', async () => {
    const { id, subjectId } = await firstOf('lampOutAtNight')
    await change(subjectId, { state: 'working' })
    expect(await isThere(id)).toBe(false)
  })

  test('signMissing: a sign says it', async () => {
    const { id, proposal } = await firstOf('signMissing')
    const { road, stake } = proposal!
    await place({ kind: 'warning_sign', road, stake, legend: '注意牲畜' })
    expect(await isThere(id)).toBe(false)
  })

  test('guidanceMissing: chevrons stand there', async () => {
    const { id, proposal } = await firstOf('guidanceMissing')
    const { road, stake } = proposal!
    await place({ kind: 'chevron', road, stake, quantity: 8 })
    expect(await isThere(id)).toBe(false)
  })

  test('inspectionOverdue: somebody looked', async () => {
    const { id, subjectId } = await firstOf('inspectionOverdue')
    await change(subjectId, { lastInspectedOn: '2026-11-23' })
    expect(await isThere(id)).toBe(false)
  })

  test('leftStanding: it is gone, or permanent', async () => {
    for (const state of ['removed', 'permanent']) {
      const { id, subjectId } = await firstOf('leftStanding')
      await change(subjectId, { state })
      expect(await isThere(id)).toBe(false)
    }
  })

  test('leftStanding: what was decided to stay at the closing is no gap, what waits for removal is', async () => {
    const hazardId = await registered(app, { fromStake: 'K1090+000' })
    const ids = [newHazardId(), newHazardId()]
    for (const id of ids)
      await app.as('facility')(`/api/facilities/${id}`, {
        ...{ method: 'PUT', body: { kind: 'solar_strobe', quantity: 1, hazardId } },
      })
    const decided = { facilities: ids.map((id, i) => ({ id, decision: i === 0 ? 'keep' : 'remove' })) }
    await walk(app, hazardId, [
      ...toAcceptance,
      ['accident', acceptance],
      ['leader', { action: 'close', note: '合格', ...decided }],
    ])
    const left = (await gapsOf('leftStanding')).map(({ subjectId }) => subjectId)
    expect(left.filter((id) => ids.includes(id))).toEqual([ids[1]])
  })
})

describe('advice', () => {
  const advice = (query: string) => app.as('leader')(`/api/facility-gaps/advice?${query}`)

  test('for a hotspot has the calibre of its screening, facts, candidates with reasons, and why no bump', async () => {
    const { items } = await read<{ items: { id: string }[] }>('/api/screenings?preset=P1a')
    const run = await read<{ sites: { id: string; road: string; accidents: number }[] }>(
      `/api/screenings/${items[0]!.id}`,
    )
    const site = run.sites.find(({ road }) => road === 'G109')!
    const answer = await advice(`site=${site.id}`)
    expect(answer.status).toBe(200)
    const found = (await answer.json()) as Advice
    expect(found).toMatchObject({ site: site.id, road: 'G109' })
    expect(found.accidents).toMatchObject({
      calibre: 'general',
      accidents: site.accidents,
      isSmallSample: false,
    })
    expect(found.candidates.every(({ reasons }) => reasons.length > 0)).toBe(true)
    expect(
      found.candidates.some(({ proposal, onSideRoad }) => proposal.kind === 'speed_bump' && !onSideRoad),
    ).toBe(false)
    expect(found.noBump.map(({ code }) => code)).toContain('mainLine')
    expect(found.hazards.length).toBeGreaterThan(0)
  })

  test('for all hotspots of a screening comes at once, in short, and says the same', async () => {
    const { items: runs } = await read<{ items: { id: string }[] }>('/api/screenings?preset=P1b')
    const run = runs[0]!.id
    const { sites } = await read<{ sites: { id: string }[] }>(`/api/screenings/${run}`)
    const { items } = await read<RunAdvice>(`/api/facility-gaps/advice/short?run=${run}`, 'squad')
    expect(items.map(({ site }) => site)).toEqual(sites.map(({ id }) => id))
    for (const { site, add, there, mend, noBump } of items) {
      const whole = await read<Advice>(`/api/facility-gaps/advice?site=${site}`)
      const told = [...add, ...there, ...mend].reduce((sum, { count }) => sum + count, 0)
      expect(told).toBe(whole.candidates.length)
      const works = whole.candidates.filter(({ fulfilledBy }) => fulfilledBy)
      expect(there.reduce((sum, { count }) => sum + count, 0)).toBe(works.length)
      expect(noBump).toBe(whole.noBump.length > 0)
    }
    expect(await read(`/api/facility-gaps/advice/short?run=${newHazardId()}`)).toEqual({ items: [] })
  })

  test('for any stretch counts the last three years; what is no stretch is refused in words', async () => {
    const found = (await (await advice('road=S313&fromStake=K226%2B900&toStake=K226%2B100')).json()) as Advice
    expect(found).toMatchObject({ fromStake: 226_100, toStake: 226_900, isSketch: true })
    expect(found.accidents).toMatchObject({ from: '2023-11-23', to: '2026-11-23' })
    expect((await advice('')).status).toBe(400)
    expect((await advice('road=S313&fromStake=here')).status).toBe(400)
    expect((await advice('road=L0001&fromStake=100')).status).toBe(404)
    expect((await advice(`site=${newHazardId()}`)).status).toBe(404)
  })
})
