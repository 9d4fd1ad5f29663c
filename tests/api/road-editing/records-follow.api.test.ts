import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../api/db/id.ts'
import { systemActor } from '../../../api/http/actor.ts'
import type { RoadWithGeometry } from '../../../api/roads/road.schema.ts'
import { settleLine } from '../../../api/road-editing/change-road.commands.ts'
import { loadGisData } from '../../../api/roads/gis-data/load-gis-data.commands.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newAccident } from '../accidents/new-accident.ts'
import { registered } from '../hazards/new-hazard.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
})
afterAll(() => service.close())

async function call(method: string, path: string, body?: unknown, version?: number) {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
  const answer = await service.as('accident')(path, { method, body, headers })
  return { status: answer.status, body: await answer.json() }
}
/** The place of a stake to a centimetre, as records give theirs. */
async function placeOf(road: string, stake: number, query = '') {
  const { geometry } = (await call('GET', `/api/roads/${road}/locate?stake=${stake}${query}`)).body
  return {
    ...geometry,
    coordinates: geometry.coordinates.map((degrees: number) => Number(degrees.toFixed(7))),
  }
}
const roadOf = async (code: string): Promise<RoadWithGeometry> =>
  (await call('GET', `/api/roads/${code}?geometry=true`)).body

interface Placed {
  readonly id: string
  readonly place: string | null
}

/** Every record of the demonstration on a road with the exact bytes of its place. */
async function places(table: 'accident' | 'hazard' | 'facility', road: string, condition = sql`true`) {
  const { rows } = await sql<Placed>`
    select id, encode(st_asbinary(geom), 'hex') as place from ${sql.table(table)} as record
    where road_code = ${road} and ${condition} order by id`.execute(service.database.db)
  return rows
}
const differing = (a: readonly Placed[], b: readonly Placed[]) =>
  a.filter(({ place }, i) => place !== b[i]?.place).length

const everything = async (road: string) => ({
  accident: await places('accident', road),
  hazard: await places('hazard', road),
  facility: await places('facility', road),
})

/** A post of G109 that says the stakes are 400 m off where it stands. */
async function misplacedPost(stake: number) {
  const { body } = await call('GET', `/api/roads/G109/locate?stake=${stake}`)
  const [lon, lat] = body.geometry.coordinates
  return { section: 1, stake: stake + 400, lon, lat, method: 'surveyed', reason: '现场核对公里桩' }
}

describe('records follow the line', () => {
  test('what lies by its stake goes along, what lies by a coordinate stays, and back again all is where it was', async () => {
    const before = await everything('G109')
    const { version } = await roadOf('G109')
    const added = await call('POST', '/api/roads/G109/anchors', await misplacedPost(1_020_000), version)
    expect(added.status).toBe(200)
    const { moved, road } = added.body
    const after = await everything('G109')
    expect(moved).toEqual({
      accidents: differing(before.accident, after.accident),
      hazards: differing(before.hazard, after.hazard),
      facilities: differing(before.facility, after.facility),
    })
    for (const count of Object.values(moved)) expect(count).toBeGreaterThan(0)
    const byCoordinate = await places('accident', 'G109', sql`locating = 'coordinate'`)
    const stayed = new Map(before.accident.map(({ id, place }) => [id, place]))
    expect(byCoordinate.every(({ id, place }) => stayed.get(id) === place)).toBe(true)

    const anchor = road.anchors.find(({ stake }: { stake: number }) => stake === 1_020_400)
    const ended = await call(
      'POST',
      `/api/roads/G109/anchors/${anchor.id}/end`,
      { reason: '核对有误' },
      road.version,
    )
    expect(ended.body.moved).toEqual(moved)
    expect(await everything('G109')).toEqual(before)
  })

  test('a record on the line stands exactly on the new place of its stake; its version is what it was', async () => {
    const stake = 1_032_000
    const accident = (await call('POST', '/api/accidents', newAccident({ stake }))).body
    const hazard = await registered(service, { fromStake: stake })
    const road = await roadOf('G109')
    await call('POST', '/api/roads/G109/anchors', await misplacedPost(stake), road.version)
    const geometry = await placeOf('G109', stake)
    const found = (await call('GET', `/api/accidents/${accident.id}`)).body
    expect(found.version).toBe(accident.version)
    expect(found.geometry).toEqual(geometry)
    expect(found.geometry).not.toEqual(accident.geometry)
    const ticket = (await call('GET', `/api/hazards/${hazard}`)).body
    expect(ticket).toMatchObject({ version: 1, geometry })
    const entry = await service.database.db
      .selectFrom('audit_entry')
      .select(['after', 'object_id'])
      .where('action', '=', 'road.recordsFollow')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      object_id: 'G109',
      after: { hazards: expect.any(Number), since: '2000-01-01' },
    })
  })

  test('a change of the road itself leaves the records of earlier days where they happened', async () => {
    const stake = 1_080_000
    const accidentOn = async (day: string) =>
      (await call('POST', '/api/accidents', newAccident({ stake, occurredAt: `${day}T10:00:00+08:00` }))).body
    const [old, recent] = [await accidentOn('2023-05-01'), await accidentOn('2026-10-01')]
    const { version } = await roadOf('G109')
    const post = { ...(await misplacedPost(stake)), validFrom: '2026-01-01', reason: '改线后重新设桩' }
    expect((await call('POST', '/api/roads/G109/anchors', post, version)).status).toBe(200)
    const geometryOf = async ({ id }: { id: string }) =>
      (await call('GET', `/api/accidents/${id}`)).body.geometry
    expect(await geometryOf(old)).toEqual(old.geometry)
    expect(await geometryOf(recent)).not.toEqual(recent.geometry)
    expect(await placeOf('G109', stake, '&on=2023-05-01')).toEqual(old.geometry)
    const [lon, lat] = old.geometry.coordinates
    const stakeOn = async (on: string) =>
      (await call('GET', `/api/locate?lon=${lon}&lat=${lat}${on}`)).body.candidates[0].stake
    expect(await stakeOn('&on=2023-05-01')).toBeCloseTo(stake, 0)
    expect(await stakeOn('')).toBeCloseTo(stake + 400, 0)
    // A later correction of what held all the time does not bring the old accident to the new post.
    const road = await roadOf('G109')
    const corrected = { ...(await misplacedPost(1_095_000)), method: 'imagery', reason: '影像核对' }
    expect((await call('POST', '/api/roads/G109/anchors', corrected, road.version)).status).toBe(200)
    expect(await geometryOf(old)).toEqual(await placeOf('G109', stake, '&on=2023-05-01'))
    expect(await geometryOf(recent)).toEqual(await placeOf('G109', stake))
    expect(await geometryOf(old)).not.toEqual(await geometryOf(recent))
  })

  test('the first line of a road places the accidents that had no place, a shorter one takes it away', async () => {
    const created = await call('POST', '/api/roads', {
      name: '乌兰镇至查布公路',
      adminGrade: 'county',
      fromStake: 0,
      toStake: 9000,
    })
    const { code } = created.body
    const accident = (await call('POST', '/api/accidents', newAccident({ road: code, stake: 6000 }))).body
    expect(accident.locating).toBe('unlocated')
    const line = (to: number) => ({
      reason: '导入线形',
      sections: [
        {
          sequence: 1,
          fromStake: 0,
          toStake: to,
          coordinates: [
            [107.9, 39.05],
            [108, 39.05],
          ],
          source: '实测',
        },
      ],
    })
    const locating = async () => (await call('GET', `/api/accidents/${accident.id}`)).body.locating
    const drawn = await call('PUT', `/api/roads/${code}/sections`, line(9000), 1)
    expect(drawn.body.moved).toEqual({ accidents: 1, hazards: 0, facilities: 0 })
    expect(await locating()).toBe('stake')
    const shorter = await call('PUT', `/api/roads/${code}/sections`, line(5000), 2)
    expect(shorter.body).toMatchObject({ road: { toStake: 5000 }, moved: { accidents: 1 } })
    expect(await locating()).toBe('unlocated')
    await call('PUT', `/api/roads/${code}/sections`, line(9000), 3)
    expect(await locating()).toBe('stake')
  })

  test('issued lists and screenings are what they were', async () => {
    const frozen = async () => {
      const { rows } = await sql<{ hash: string }>`
        select md5(coalesce(string_agg(site::text, '|' order by site.run_id, site.rank), '')) as hash
        from screening_site as site`.execute(service.database.db)
      return rows[0]!.hash
    }
    const before = await frozen()
    const { version } = await roadOf('S216')
    const { body } = await call('GET', '/api/roads/S216/locate?stake=60000')
    const [lon, lat] = body.geometry.coordinates
    const post = { section: 1, stake: 60_500, lon, lat, method: 'imagery', reason: '影像核对' }
    const { moved } = (await call('POST', '/api/roads/S216/anchors', post, version)).body
    expect(moved.accidents).toBeGreaterThan(0)
    expect(await frozen()).toBe(before)
  })
})

describe('a new release of the shipped lines', () => {
  test('takes its records along, but never a road that the brigade has calibrated', async () => {
    const { db } = service.database
    const at = new Date('2026-11-24T02:00:00Z')
    await sql`update installation set value = '"another"'::jsonb where key = 'gisDataHash'`.execute(db)
    // As if the release before had drawn two of the roads a little otherwise.
    await sql`update road_section set geom = st_translate(geom, 0.0005, 0)
      where road_code in ('S313', 'G109') and valid_to is null`.execute(db)
    const facility = { kind: 'warning_sign', quantity: 1, road: 'S313', stake: 250_000 }
    const placed = await service.as('facility')(`/api/facilities/${newId()}`, {
      method: 'PUT',
      body: facility,
    })
    const before = await placed.json()
    const loaded = await loadGisData(db, {
      folder: 'gis-data',
      at,
      onRedrawn: (trx, redrawn) => settleLine(trx, redrawn, { actor: systemActor, at }),
    })
    expect(loaded.drawn).toEqual(['S313'])
    const after = (await call('GET', `/api/facilities/${before.id}`)).body
    expect(after.geometry).not.toEqual(before.geometry)
    expect(after.geometry).toEqual(await placeOf('S313', 250_000))
  })
})
