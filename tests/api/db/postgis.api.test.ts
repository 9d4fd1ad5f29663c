import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentMigration, listMigrations, migrateToLatest } from '../../../api/db/migrate.ts'
import { geoJson, geometryOf, insideBbox, pointGeometry } from '../../../api/db/postgis.ts'
import { openTestDatabase } from '../../harness/open-test-database.ts'
import type { TestDatabase } from '../../harness/test-home.ts'

let opened: TestDatabase

beforeAll(async () => {
  opened = await openTestDatabase()
  await sql`create table sample_point (id integer primary key, geom geometry(Point, 4326) not null)`.execute(
    opened.db,
  )
  await sql`create index sample_point_geom on sample_point using gist (geom)`.execute(opened.db)
  await sql`
    insert into sample_point select i, st_setsrid(st_makepoint(106 + i % 200 / 100.0, 38 + i / 200 / 100.0), 4326)
    from generate_series(1, 20000) i`.execute(opened.db)
  await sql`analyze sample_point`.execute(opened.db)
})

afterAll(() => opened.close())

const value = async (expression: ReturnType<typeof sql>) =>
  ((await sql`select ${expression} as value`.execute(opened.db)).rows[0] as { value: unknown }).value

test('web Mercator is where its formula says, and the central meridian of UTM zone 48 at 500 km east', async () => {
  const mercator = sql`st_x(st_transform(${pointGeometry(107.98, 39.1)}, 3857))`
  expect(await value(mercator)).toBeCloseTo((6_378_137 * 107.98 * Math.PI) / 180, 3)
  expect(await value(sql`st_x(st_transform(${pointGeometry(105, 39.1)}, 32648))`)).toBeCloseTo(500_000, 3)
})

test('a degree of latitude at 39° is 111,016 metres on the ellipsoid', async () => {
  const line = geometryOf({
    type: 'LineString',
    coordinates: [
      [107, 38.5],
      [107, 39.5],
    ],
  })
  expect(await value(sql`st_length(${line}::geography)`)).toBeCloseTo(111_016, -1)
})

test('a point reads back as the GeoJSON that went in', async () => {
  const { rows } = await sql`
    select ${geoJson('shape')} as geometry from (select ${pointGeometry(107.1234567, 39.7654321)} as shape) s`.execute(
    opened.db,
  )
  expect(rows).toEqual([{ geometry: { type: 'Point', coordinates: [107.1234567, 39.7654321] } }])
})

test('a search by bounding box goes through the index', async () => {
  const inside = insideBbox('geom', [106.5, 38.2, 106.52, 38.22])
  const { rows } = await sql<{
    'QUERY PLAN': string
  }>`explain select id from sample_point where ${inside}`.execute(opened.db)
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('sample_point_geom')
  const found = await sql`select id from sample_point where ${inside}`.execute(opened.db)
  expect(found.rows).toHaveLength(9)
})

test('all migrations are there and running them again changes nothing', async () => {
  const newest = (await listMigrations()).at(-1)!
  expect(await currentMigration(opened.db)).toBe(newest)
  const told: string[] = []
  await migrateToLatest(opened.db, ({ en }) => told.push(en))
  expect(told).toEqual([])
})

test(
  'two services that start at once on an empty database both end up migrated',
  { timeout: 90_000 },
  async () => {
    const empty = await openTestDatabase({ template: 'empty' })
    try {
      await Promise.all([migrateToLatest(empty.db), migrateToLatest(empty.db)])
      expect(await currentMigration(empty.db)).toBe(await currentMigration(opened.db))
    } finally {
      await empty.close()
    }
  },
)
