import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewFacility } from '../../../api/facilities/facility.schema.ts'
import type { Evaluation } from '../../../api/hotspots/evaluation/evaluation.schema.ts'
import type { TrafficVolume } from '../../../api/hotspots/traffic/traffic-volume.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { registered } from '../hazards/new-hazard.ts'

let app: TestApp
let year: number
beforeAll(async () => {
  app = await openTestApp({ template: 'demo' })
  year = ((await (await app.app.request('/api/health')).json()) as { demoYear: number }).demoYear
})
afterAll(() => app.close())

type Wanted = Partial<NewFacility>
async function placed(body: Wanted): Promise<string> {
  const id = v7()
  const whole = { kind: 'solar_strobe', quantity: 2, road: 'G109', ...body }
  const answer = await app.as('facility')(`/api/facilities/${id}`, { method: 'PUT', body: whole })
  if (answer.status !== 201) throw new Error(await answer.text())
  return id
}

const ask = (query: string, who = 'leader') => app.as(who)(`/api/evaluations?${query}`)
async function evaluated(query: string): Promise<Evaluation> {
  const answer = await ask(query)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Evaluation
}

/** Accidents of the general procedure at one stake, on the tenth of these months. */
async function happened(
  stake: number,
  months: readonly string[],
  road = 'G109',
  direction: string | null = null,
): Promise<void> {
  const rows = months.map((month) => {
    const id = v7()
    const at = new Date(`${month}-10T04:00:00Z`)
    const made = { created_at: at, created_by: v7(), updated_at: at, updated_by: v7() }
    const place = {
      road_code: road,
      road_name: road,
      stake,
      direction,
      place_text: '',
      locating: 'unlocated',
    }
    return { id, accident_no: `T${id}`, source: 'manual', procedure: 'general', occurred_at: at, form: '11', ...place, ...made } // prettier-ignore
  })
  await app.database.db
    .insertInto('accident')
    .values(rows as never)
    .execute()
}
const monthsOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `${from}-${String((i % 12) + 1).padStart(2, '0')}`)

describe('a facility', () => {
  test('that stands long enough, where many accidents became none, works; the answer shows how it was reckoned', async () => {
    // Other bad places, where nothing was done: only with them is a bad place more than luck.
    const years = [year - 3, year - 2, year - 1, year]
    for (const stake of [935_100, 940_100, 1_010_100, 1_020_100, 1_030_100, 1_060_100])
      await happened(
        stake,
        years.flatMap((each) => monthsOf(each, 11)),
      )
    await happened(960_100, [...monthsOf(year - 3, 12), ...monthsOf(year - 2, 10)])
    const id = await placed({ stake: 960_000, installedOn: `${year - 2}-11-15` })
    const found = await evaluated(`facility=${id}`)
    expect(found).toMatchObject({
      ...{ method: 'ebMoments', calibre: 'general', treatedOn: `${year - 2}-11-15` },
      excludedMonth: `${year - 2}-11`,
      stretch: { road: 'G109', fromStake: 959_750, toStake: 960_250, lengthMetres: 500 },
      before: { from: `${year - 3}-11-01`, to: `${year - 2}-10-31`, months: 12 },
      after: { from: `${year - 2}-12-01`, to: `${year}-11-30`, months: 24 },
      verdict: { code: 'effective', tellableFrom: null },
    })
    const { working, expected, effectPercent, standardErrorPercent, interval, pValue, formula } = found
    expect(working.weight).toBeGreaterThan(0)
    expect(working.weight).toBeLessThan(1)
    expect(working.reference!.roads).toEqual(['G109', 'G110'])
    expect(working.reference!.stretches).toBeGreaterThan(200)
    expect(expected).toBeGreaterThan(found.after!.accidents)
    expect(expected).toBeLessThan(2 * found.before!.accidents)
    expect(interval!.from!).toBeGreaterThan(0)
    expect(interval!.to!).toBeGreaterThan(effectPercent! - 30)
    expect(pValue).toBeLessThan(0.05)
    expect(standardErrorPercent === null).toBe(found.after!.accidents === 0)
    expect(formula!.testedAgainst.zh).toContain('30.46103')
    expect(found.rates).toBeNull()
    expect(await evaluated(`facility=${id}`)).toEqual(found)
  })

  test('at a quiet place has too few accidents to tell, and says for how long', async () => {
    const id = await placed({ stake: 1_000_000, installedOn: `${year - 2}-10-15` })
    const { verdict, method } = await evaluated(`facility=${id}`)
    expect(method).toBe('ebMoments')
    expect(verdict.code).toBe('tooFew')
    expect(verdict.text.zh).toMatch(/说明不了问题/)
  })

  test('names what else was done nearby in the same time, by number and date', async () => {
    const other = await placed({ stake: 960_700, kind: 'warning_sign', installedOn: `${year - 1}-03-01` })
    const far = await placed({ stake: 961_000, installedOn: `${year - 1}-03-01` })
    const id = await placed({ stake: 960_010, installedOn: `${year - 2}-11-20` })
    const { nearby, warnings } = await evaluated(`facility=${id}`)
    expect(nearby.map((each) => each.id)).toContain(other)
    expect(nearby.map((each) => each.id)).not.toContain(far)
    expect(nearby.map((each) => each.id)).not.toContain(id)
    expect(nearby.find((each) => each.id === other)).toMatchObject({
      ...{ kind: 'facility', on: `${year - 1}-03-01`, stakeText: 'G109 K960+700' },
      number: expect.stringMatching(/^SS-/) as string,
    })
    expect(warnings.map(({ code }) => code)).toContain('nearby')
  })

  test('where no like stretches had enough accidents, only before and after are compared, with the warning', async () => {
    await happened(45_000, [...monthsOf(year - 3, 12), ...monthsOf(year - 2, 10)], 'CAYJ')
    const id = await placed({ road: 'CAYJ', stake: 45_000, installedOn: `${year - 2}-11-15` })
    // Reported accidents are a handful.
    const { method, warnings, verdict } = await evaluated(`facility=${id}&calibre=reported`)
    expect(method).toBe('naive')
    expect(verdict.code).toBe('tooFew')
    expect(warnings.map(({ code }) => code)).toContain('regression')
  })

  test('on a divided road counts its own carriageway and what has no direction, and says so', async () => {
    await happened(30_000, [`${year - 3}-05`, `${year - 3}-06`], 'CAYJ', 'decreasing')
    await happened(30_000, [`${year - 3}-07`], 'CAYJ', 'increasing')
    await happened(30_000, [`${year - 3}-08`], 'CAYJ')
    const at = (direction: 'increasing' | 'decreasing' | 'both') =>
      placed({ road: 'CAYJ', stake: 30_000, direction, installedOn: `${year - 2}-05-15` })
    const both = await evaluated(`facility=${await at('both')}`)
    const one = await evaluated(`facility=${await at('increasing')}`)
    expect(both.before!.accidents - one.before!.accidents).toBeGreaterThanOrEqual(2)
    expect(one.before!.accidents).toBeGreaterThanOrEqual(2)
    expect(one.stretch!.rule.zh).toContain('只计桩号增方向')
    expect(both.stretch!.rule.zh).toContain('双向')
  })

  test.each([
    ['the day is still to come', { stake: 970_000, installedOn: '2027-05-01' }, 'tooEarly', /还没有到/],
    ['older than the records', { stake: 970_000, installedOn: '2001-05-01' }, 'notEvaluable', /补录/],
    ['planned', { stake: 970_000, state: 'planned' as const }, 'notEvaluable', /规划/],
    ['no stake', { road: undefined, roadName: '乡道' }, 'notEvaluable', /桩号/],
  ] as const)('is not judged: %s', async (_, body, code, text) => {
    const found = await evaluated(`facility=${await placed(body as Wanted)}`)
    expect(found.verdict.code).toBe(code)
    expect(found.verdict.text.zh).toMatch(text)
    expect(found).toMatchObject({ effectPercent: null, method: null, formula: null })
  })
})

describe('a hazard', () => {
  test('that is open has no after; a closed one is judged from the day of its closing', async () => {
    const open = await registered(app, { fromStake: 'K975+000', toStake: 'K975+200' })
    const found = await evaluated(`hazard=${open}`)
    expect(found.verdict.text.zh).toContain('销号')
    expect(found.stretch).toMatchObject({ fromStake: 974_850, toStake: 975_350, lengthMetres: 500 })
    const { items } = (await (await app.as('leader')('/api/hazards?status=70')).json()) as {
      items: { id: string; road: string | null }[]
    }
    const closed = items.find(({ road }) => road)!
    expect(await evaluated(`hazard=${closed.id}`)).toMatchObject({
      verdict: { code: 'tooEarly' },
      treatedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    })
  })
})

describe('who asks, and for what', () => {
  test('the accident squad and the leaders, nobody else', async () => {
    const id = await placed({ stake: 980_000, installedOn: `${year - 2}-11-15` })
    expect((await ask(`facility=${id}`, 'accident')).status).toBe(200)
    for (const who of ['squad', 'clerk', 'facility', 'admin'])
      expect((await ask(`facility=${id}`, who)).status).toBe(403)
    const sent = await app.as('leader')('/api/evaluations', { body: { facility: id } })
    expect(await sent.json()).toEqual(await evaluated(`facility=${id}`))
  })

  test('an unknown record is 404; none or two of them are refused', async () => {
    expect((await ask(`hazard=${v7()}`)).status).toBe(404)
    expect((await ask('calibre=all')).status).toBe(400)
    expect((await ask(`hazard=${v7()}&facility=${v7()}`)).status).toBe(400)
  })
})

describe('traffic volumes', () => {
  const body = {
    road: 'S216',
    fromStake: 'K0+000',
    toStake: 'K60+000',
    year: 2024,
    aadt: 2_100,
    source: '年报',
  }
  const put = (id: string, changes: object = {}, who = 'accident') =>
    app.as(who)(`/api/traffic-volumes/${id}`, { method: 'PUT', body: { ...body, ...changes } })
  const list = async (query = '') =>
    ((await (await app.as('squad')(`/api/traffic-volumes${query}`)).json()) as { items: TrafficVolume[] })
      .items

  test('are entered, corrected and removed, each with its entry in the trail', async () => {
    const id = v7()
    expect((await put(id)).status).toBe(201)
    expect((await put(id, { aadt: 2_200 })).status).toBe(200)
    expect(await list('?road=S216')).toEqual([
      { ...body, id, fromStake: 0, toStake: 60_000, aadt: 2_200, stakeText: 'S216 K0+000—K60+000' },
    ])
    const gone = await app.as('facility')(`/api/traffic-volumes/${id}`, { method: 'DELETE' })
    expect(gone.status).toBe(204)
    expect((await app.as('leader')(`/api/traffic-volumes/${id}`)).status).toBe(404)
    const trail = await app.as('leader')(`/api/audit?objectType=trafficVolume&objectId=${id}`)
    const { items } = (await trail.json()) as { items: { action: string }[] }
    expect(items.map(({ action }) => action).sort()).toEqual([
      ...['trafficVolume.remove', 'trafficVolume.set', 'trafficVolume.set'],
    ])
  })

  test('are refused where they overlap, leave the road, or come from the wrong post', async () => {
    expect((await put(v7())).status).toBe(201)
    expect((await put(v7(), { fromStake: 'K59+000', toStake: 'K70+000' })).status).toBe(409)
    expect((await put(v7(), { fromStake: 'K60+000', toStake: 'K70+000' })).status).toBe(201)
    expect((await put(v7(), { fromStake: 'K100+000', toStake: 'K300+000' })).status).toBe(422)
    expect((await put(v7(), { road: 'G999' })).status).toBe(422)
    expect((await put(v7(), { toStake: 'K0+000' })).status).toBe(422)
    expect((await put(v7(), {}, 'squad')).status).toBe(403)
  })

  test('come as a table, all rows or none, and every refusal names its line', async () => {
    const send = (csv: string) => app.as('leader')('/api/traffic-volumes/import', { body: { csv } })
    const head = '路线,起点桩号,止点桩号,年份,年平均日交通量,来源\n'
    const known = (await list()).length
    const bad = await send(`${head}G109,K930,K1105,2023,3000,年报\n\nG109,K930,K1105,2023,x,年报\n`)
    expect(bad.status).toBe(422)
    const { errors } = (await bad.json()) as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toEqual(['4.aadt'])
    expect((await send('路线,年份\nG109,2023\n')).status).toBe(422)
    const twice = await send(`${head}S313,K210,K288,2023,900,年报\nS313,K220,K230,2023,900,年报\n`)
    expect(((await twice.json()) as { errors: { path: string }[] }).errors[0]!.path).toBe('3.fromStake')
    expect((await list()).length).toBe(known)
    const rows = [3, 2, 1, 0].map((ago) => `G109,K930,K1105,${year - ago},"3,${ago}00",交通年报`)
    const good = await send(head + rows.join('\n'))
    expect(good.status, await good.clone().text()).toBe(201)
    expect(((await good.json()) as { items: TrafficVolume[] }).items).toHaveLength(4)
  })

  test('of both periods bring the model of the road in, calibrated here, and the rates', async () => {
    const id = await placed({ stake: 990_000, installedOn: `${year - 2}-11-15` })
    const { method, working, rates, formula } = await evaluated(`facility=${id}`)
    expect(method).toBe('ebVolumes')
    expect(working.model).toMatchObject({ id: 'hsm-rural-two-lane-base', version: 1 })
    expect(working.model!.calibration).toBeGreaterThan(0)
    expect(working.model!.calibratedOn).toBeGreaterThanOrEqual(20)
    expect(rates!.before).toBeGreaterThanOrEqual(0)
    expect(formula!.source.zh).toContain('不是我国部颁')
  })
})
