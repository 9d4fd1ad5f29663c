import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LocatingItem, LocatingList, ReviewedItem } from '../../../api/locating/locating.schema.ts'
import { convertCoordinates } from '../../../api/roads/coordinates/coordinates.ts'
import { pointToStakes, stakeToPoint } from '../../../api/roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { loadRoadNetwork } from '../../../api/roads/road.queries.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newAccident } from '../accidents/new-accident.ts'
import { registered as registeredHazard } from '../hazards/new-hazard.ts'

let service: TestApp
let network: RoadNetwork

beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
  network = await loadRoadNetwork(service.database.db)
})
afterAll(() => service.close())

async function list(query = '', who = 'accident'): Promise<LocatingList> {
  const answer = await service.as(who)(`/api/locating?${query}`)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as LocatingList
}

const listed = async (id: string, query = 'limit=200') =>
  (await list(query)).items.find((item) => item.id === id)

const review = async (kind: string, id: string) =>
  (await (await service.as('accident')(`/api/locating/${kind}/${id}`)).json()) as ReviewedItem

/** Somebody's answer to a listed record: `place`, `confirm` or `unconfirm`. */
const answerTo = ({ kind, id, version }: LocatingItem, act: string, body: object, who = 'accident') =>
  service.as(who)(`/api/locating/${kind}/${id}/${act}`, {
    method: 'POST',
    body,
    headers: { 'if-match': `"${version}"` },
  })

async function registeredAccident(differences: Parameters<typeof newAccident>[0] = {}): Promise<string> {
  const answer = await service.as('accident')('/api/accidents', {
    method: 'POST',
    body: newAccident({ placeText: '路口附近', ...differences }),
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

const setPoint = (id: string, longitude: number, latitude: number) =>
  sql`update accident set updated_at = now(), locating = 'manual', geom = st_setsrid(st_makepoint(${longitude}, ${latitude}), 4326)
    where id = ${id}`.execute(service.database.db)

const auditOf = (id: string) =>
  service.database.db
    .selectFrom('audit_entry')
    .select(['action', 'reason'])
    .where('object_id', '=', id)
    .orderBy('sequence')
    .execute()

const placeOf = (stake: number) => stakeToPoint(network, 'G109', stake)!.point

/** Where G109 meets another road, so that a point alone cannot say which of the two it is. */
function junction() {
  for (let stake = 931_000; stake < 1_104_000; stake += 20) {
    const point = placeOf(stake)
    const near = pointToStakes(network, point, { maximumDistance: 250 })
    const other = near.find(({ road }) => road !== 'G109')
    if (other && near[0]?.grade === 'ambiguous') return { point, other: other.road }
  }
  throw new Error('G109 meets no road')
}

/** The shift of GCJ-02 counts where it goes across the road, not along it. */
function shiftedOffTheRoad() {
  for (let stake = 931_000; stake < 1_104_000; stake += 500) {
    const shifted = convertCoordinates(placeOf(stake), 'wgs84', 'gcj02')
    const [lon, lat] = shifted.map((each) => Number(each.toFixed(6))) as [number, number]
    const near = pointToStakes(network, [lon, lat], { maximumDistance: 300 })
    if (near.length === 0) return { stake, lon, lat }
  }
  throw new Error('G109 runs along the shift everywhere')
}

const unlocated = { road: undefined, stake: undefined, roadName: '苏里格气田路' }

describe('the work list', () => {
  test('of the demonstration holds the two accidents and two hazards without a place, and not those placed by their stake', async () => {
    const { items, counts, calibre } = await list('limit=200')
    expect(items.map(({ kind, reasons }) => [kind, reasons])).toEqual([
      ['hazard', ['unlocated']],
      ['hazard', ['unlocated']],
      ['accident', ['unlocated']],
      ['accident', ['unlocated']],
    ])
    expect(items.every(({ point }) => point === null)).toBe(true)
    expect(calibre).toBe('all')
    expect(counts.accidents).toMatchObject({ located: counts.accidents.total - 2, toDo: 2, unlocated: 2 })
    expect(counts.hazards).toMatchObject({
      total: 26,
      located: 24,
      toDo: 2,
      far: 0,
      outside: 0,
      ambiguous: 0,
    })
  })

  test('names the accident by time, road and place, and shows nothing of its brief', async () => {
    const id = await registeredAccident({ ...unlocated, placeText: '十字路口', brief: '张某驾驶货车' })
    const item = (await listed(id))!
    expect(item).toMatchObject({
      title: '2026-11-20 18:30 苏里格气田路 十字路口',
      severity: 'injury',
      rawCoordinate: null,
      confirmedReason: null,
      version: 1,
    })
    expect(JSON.stringify(item)).not.toContain('张某')
  })

  test('has the gravest first, then the newest, and its pages follow each other without a gap', async () => {
    await registeredAccident({ ...unlocated, killed: 1 })
    await registeredAccident({ ...unlocated, injured: 0 })
    const whole = (await list('limit=200')).items.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await list(`limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(whole)
    const severities = (await list('kind=accident&limit=200')).items.map(({ severity }) => severity)
    const rank = ['fatal', 'injury', 'damageOnly']
    expect(severities).toEqual([...severities].sort((a, b) => rank.indexOf(a!) - rank.indexOf(b!)))
    expect(severities[0]).toBe('fatal')
  })

  test('is asked for by kind, reason and road, and the counts are those of the road', async () => {
    const { items, counts } = await list('kind=accident&reason=unlocated&road=other&limit=200')
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ kind, road }) => kind === 'accident' && road === null)).toBe(true)
    const ofG109 = await list('road=G109')
    expect(ofG109.items).toEqual([])
    expect(ofG109.counts.accidents.total).toBeGreaterThan(0)
    expect(ofG109.counts.accidents.total + counts.accidents.total).toBeLessThan(
      (await list()).counts.accidents.total,
    )
  })

  test('never shows a withdrawn accident or a closed hazard', async () => {
    const id = await registeredAccident(unlocated)
    const withdrawn = await service.as('accident')(`/api/accidents/${id}/withdraw`, {
      method: 'POST',
      body: { reason: '重复登记' },
      headers: { 'if-match': '"1"' },
    })
    expect(withdrawn.status).toBe(200)
    const hazard = await registeredHazard(service, {
      road: undefined,
      fromStake: undefined,
      roadName: '牧区路',
    })
    expect(await listed(hazard)).toBeDefined()
    await sql`update hazard set status = 70, updated_at = now() where id = ${hazard}`.execute(
      service.database.db,
    )
    const ids = (await list('limit=200')).items.map((item) => item.id)
    expect(ids).not.toContain(id)
    expect(ids).not.toContain(hazard)
  })

  test.each([['limit=0'], ['kind=facility'], ['reason=lost'], ['cursor=5'], ['road=G%00109']])(
    '%s cannot be read',
    async (query) => {
      expect((await service.as('accident')(`/api/locating?${query}`)).status).toBe(400)
    },
  )
})

describe('one tap', () => {
  test('places an accident whose words say the stake, and the history says who did', async () => {
    const words = { roadName: '109国道', placeText: 'K1046+200处' }
    const id = await registeredAccident({ ...unlocated, ...words })
    const item = (await listed(id))!
    expect(item.reasons).toEqual(['unlocated'])
    const [candidate] = item.candidates
    expect(candidate).toMatchObject({ how: 'text', road: 'G109', stake: 1_046_200, stakeText: 'K1046+200' })
    expect(candidate!.why).toContain('G109 K1046+200')
    const answer = await answerTo(item, 'place', candidate!.place)
    expect(await answer.json()).toMatchObject({ done: true, version: 2, road: 'G109', stake: 1_046_200 })
    expect(await listed(id)).toBeUndefined()
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['accident.register', 'accident.correct'])
  })

  test('puts a point that strayed from its road back to its stake', async () => {
    const id = await registeredAccident({ placeText: '弯道处' })
    const [longitude, latitude] = placeOf(1_050_200)
    await setPoint(id, longitude, latitude + 0.01)
    const item = (await listed(id))!
    expect(item.reasons).toEqual(['far'])
    expect(item.distanceToRoad).toBeGreaterThan(250)
    const byStake = item.candidates.find(({ how }) => how === 'stake')!
    expect(byStake.distance).toBeGreaterThan(1000)
    const answer = await answerTo(item, 'place', byStake.place)
    expect(await answer.json()).toMatchObject({ done: true, distanceToRoad: 0 })
  })

  test('reads a coordinate in the system that brings it onto its road, and keeps it as it was written', async () => {
    const { stake, lon, lat } = shiftedOffTheRoad()
    const id = await registeredAccident({ stake: undefined, lon, lat, crs: 'wgs84' })
    const item = (await listed(id))!
    expect(item).toMatchObject({ reasons: ['far'], rawCoordinate: `${lon},${lat}`, crsSource: 'wgs84' })
    const byDatum = item.candidates.find(({ how, place }) => how === 'datum' && place.crs === 'gcj02')!
    expect(byDatum).toMatchObject({ road: 'G109', assumed: ['datum_unknown'] })
    expect(Math.abs(byDatum.stake - stake)).toBeLessThanOrEqual(1)
    const answer = await answerTo(item, 'place', byDatum.place)
    expect(await answer.json()).toMatchObject({
      done: true,
      crsSource: 'gcj02',
      rawCoordinate: `${lon},${lat}`,
    })
  })

  test('at a junction says which road it was, and that is the review', async () => {
    const { point, other } = junction()
    const [lon, lat] = point
    const id = await registeredAccident({ road: undefined, stake: undefined, lon, lat, crs: 'wgs84' })
    const item = (await listed(id))!
    expect(item.reasons).toEqual(['ambiguous'])
    const roads = item.candidates.filter(({ how }) => how === 'point').map(({ road }) => road)
    expect(roads).toEqual(expect.arrayContaining(['G109', other]))
    const chosen = item.candidates.find(({ road }) => road === other)!
    const answer = (await (await answerTo(item, 'place', chosen.place)).json()) as ReviewedItem
    expect(answer).toMatchObject({ done: true, road: other })
    expect(answer.confirmedReason).toContain(`核对后选定 ${other}`)
    expect((await auditOf(id)).map(({ action }) => action)).toContain('accident.confirmPlace')
    expect(await listed(id, 'confirmed=true&limit=200')).toBeDefined()
  })

  test('a mark on the map keeps the road of the record', async () => {
    const id = await registeredAccident(unlocated)
    const [lon, lat] = placeOf(1_055_000)
    const answer = await answerTo((await listed(id))!, 'place', {
      lon,
      lat,
      crs: 'wgs84',
      reason: '现场指认',
    })
    expect(await answer.json()).toMatchObject({
      done: true,
      road: null,
      roadName: '苏里格气田路',
      version: 2,
    })
    expect((await auditOf(id)).at(-1)).toEqual({ action: 'accident.correct', reason: '现场指认' })
  })

  test('places a hazard by whoever may register one, and the finder’s words stay', async () => {
    const id = await registeredHazard(service, {
      road: undefined,
      fromStake: undefined,
      roadName: '109国道',
      placeText: '1047公里处加油站旁',
    })
    const item = (await listed(id))!
    expect(item.candidates[0]).toMatchObject({ how: 'text', road: 'G109', stake: 1_047_000 })
    const answer = await answerTo(item, 'place', item.candidates[0]!.place, 'squad')
    expect(await answer.json()).toMatchObject({
      done: true,
      road: 'G109',
      stake: 1_047_000,
      placeText: '1047公里处加油站旁',
    })
  })
})

describe('a place that is right as it stands', () => {
  test('outside the banner leaves the list with its reason, counts on, and comes back when that is taken back', async () => {
    const id = await registeredAccident(unlocated)
    await setPoint(id, 109.2, 39.3)
    const item = (await listed(id, 'reason=outside'))!
    expect(item.reasons).toEqual(['outside'])
    const before = (await list()).counts.accidents
    const confirmed = await answerTo(item, 'confirm', { reason: '界外协助处理' })
    expect(await confirmed.json()).toMatchObject({ done: true, confirmedReason: '界外协助处理', version: 2 })
    expect((await list()).counts.accidents).toMatchObject({
      total: before.total,
      located: before.located,
      outside: before.outside - 1,
      confirmed: before.confirmed + 1,
    })
    const again = await answerTo({ ...item, version: 2 }, 'unconfirm', {})
    expect(await again.json()).toMatchObject({ done: false, confirmedReason: null, reasons: ['outside'] })
    expect(await auditOf(id)).toMatchObject([
      { action: 'accident.register' },
      { action: 'accident.confirmPlace', reason: '界外协助处理' },
      { action: 'accident.unconfirmPlace' },
    ])
  })

  test('so does a hazard that cannot be placed any better', async () => {
    const id = await registeredHazard(service, {
      road: undefined,
      fromStake: undefined,
      roadName: '牧区便道',
    })
    const confirmed = await answerTo((await listed(id))!, 'confirm', { reason: '牧区便道无坐标' }, 'squad')
    expect(await confirmed.json()).toMatchObject({ done: true, reasons: ['unlocated'] })
    expect(await listed(id)).toBeUndefined()
  })
})

describe('what has no place counts in every total', () => {
  const answerOf = async (path: string, body?: object) =>
    (await (await service.as('accident')(path, body ? { body } : {})).json()) as {
      total: number
      located: number
      accidentCount: number
      locatedCount: number
      features: { geometry: object | null }[]
    }

  test.each(['accidents?calibre=all', 'hazards?limit=1000', 'facilities?limit=1000'])(
    'and the map of %s says how many of all it shows',
    async (list) => {
      const { total, located, features } = await answerOf(`/api/${list}&format=geojson`)
      expect(features).toHaveLength(total)
      expect(features.filter(({ geometry }) => geometry !== null)).toHaveLength(located)
      expect(total).toBeGreaterThan(0)
    },
  )

  test.each(['hazards', 'facilities'])('so does a page of %s, for all pages', async (list) => {
    const page = await answerOf(`/api/${list}?limit=1`)
    const { total, located } = await answerOf(`/api/${list}?limit=1000&format=geojson`)
    expect(page).toMatchObject({ total, located })
  })

  test('and a screening says on how many of how many accidents it rests', async () => {
    const request = { preset: 'P1a', from: '2024-01-01', to: '2024-12-31', calibre: 'general' }
    const whole = await answerOf('/api/screenings', request)
    const { total } = await answerOf('/api/accidents?format=geojson&from=2024-01-01&to=2024-12-31')
    expect(whole.accidentCount).toBe(total)
    expect(whole.locatedCount).toBeLessThan(whole.accidentCount)
    const onG109 = await answerOf('/api/screenings', { ...request, roads: ['G109'] })
    expect(onG109.accidentCount).toBeGreaterThan(0)
    expect(onG109.locatedCount).toBe(onG109.accidentCount)
    expect(onG109.locatedCount).toBeLessThan(whole.locatedCount)
  })
})

describe('what is refused', () => {
  test('writing without the right of the record, reading without any', async () => {
    const item = await review('accident', await registeredAccident(unlocated))
    for (const act of ['place', 'confirm', 'unconfirm'])
      expect((await answerTo(item, act, { reason: '核对' }, 'squad')).status, act).toBe(403)
    expect((await service.as('admin')('/api/locating')).status).toBe(403)
    expect((await list('', 'auxiliary')).items.length).toBeGreaterThan(0)
    expect((await review('accident', item.id)).version).toBe(1)
  })

  test('a change without the version that was seen, or over another’s', async () => {
    const item = await review('accident', await registeredAccident(unlocated))
    const body = { road: 'G109', stake: 'K1050+000' }
    const path = `/api/locating/accident/${item.id}/place`
    expect((await service.as('accident')(path, { method: 'POST', body })).status).toBe(428)
    for (const [act, input] of [
      ['place', body],
      ['confirm', { reason: '核对' }],
    ] as const)
      expect((await answerTo({ ...item, version: 9 }, act, input)).status, act).toBe(409)
    expect((await answerTo(item, 'place', body)).status).toBe(200)
  })

  test.each([
    ['no place at all', {}],
    ['half a point', { lon: 107.5 }],
    ['a stretch for an accident', { road: 'G109', stake: 1_050_000, toStake: 1_051_000 }],
    ['a stake beyond the road', { road: 'G109', stake: 'K1200+000' }],
    ['a road that does not exist', { road: 'G999', stake: 'K1+000' }],
    ['a place in another province', { lon: 116.4, lat: 39.9, crs: 'wgs84' }],
    ['a field that nobody knows', { road: 'G109', stake: 1_050_000, height: 3 }],
  ])('%s', async (_, body) => {
    const item = await review('accident', await registeredAccident(unlocated))
    expect((await answerTo(item, 'place', body)).status).toBe(422)
    expect((await review('accident', item.id)).version).toBe(1)
  })

  test('a confirmation without its reason, and a record that does not exist', async () => {
    const item = await review('accident', await registeredAccident(unlocated))
    expect((await answerTo(item, 'confirm', {})).status).toBe(422)
    const unknown = { ...item, id: '0190f000-0000-7000-8000-00000000ffff' }
    expect((await answerTo(unknown, 'place', { road: 'G109', stake: 1_050_000 })).status).toBe(404)
    expect((await answerTo(unknown, 'confirm', { reason: '核对' })).status).toBe(404)
    expect((await service.as('accident')(`/api/locating/hazard/${item.id}`)).status).toBe(404)
  })
})
