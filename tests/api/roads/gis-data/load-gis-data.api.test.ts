import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../../api/db/id.ts'
import { stakeToPoint } from '../../../../api/roads/network/linear-referencing.ts'
import { loadGisData } from '../../../../api/roads/gis-data/load-gis-data.commands.ts'
import { replaceGeometryWithin, type NewGeometry } from '../../../../api/roads/road-geometry.commands.ts'
import { loadRoadNetwork } from '../../../../api/roads/road.queries.ts'
import type { OpenedDatabase } from '../../../../api/db/open-database.ts'
import type { Actor } from '../../../../api/http/actor.ts'
import { openTestDatabase } from '../../../harness/open-test-database.ts'

const at = new Date('2026-11-23T02:00:00Z')
const later = new Date('2026-11-25T02:00:00Z')
const officer: Actor = {
  id: '0199f000-0000-7000-8000-000000000001',
  username: 'accident',
  displayName: '事故民警',
  personKind: 'sworn',
  department: 'N04',
}

let database: OpenedDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
let release: string | undefined
afterAll(async () => {
  await database.close()
  if (release) await rm(release, { recursive: true })
})

const counts = async () => {
  const tables = [
    'area',
    'place',
    'squad',
    'unit',
    'road',
    'road_section',
    'stake_anchor',
    'squad_stretch',
    'township_stretch',
  ] as const
  const rows = await Promise.all(
    tables.map((table) =>
      database.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return Object.fromEntries(tables.map((table, i) => [table, rows[i]!.n]))
}

const entries = (action: string) =>
  database.db
    .selectFrom('audit_entry')
    .select(['object_id', 'actor_name', 'reason'])
    .where('action', '=', action)
    .execute()

/** The shipped files with the first point of G109 moved a little. */
async function nextRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gis-data-'))
  await cp('gis-data', folder, { recursive: true })
  const file = join(folder, 'road-sections.geojson')
  const roads = JSON.parse(await readFile(file, 'utf8'))
  roads.features[0].geometry.coordinates[1][0] += 0.0005
  await writeFile(file, JSON.stringify(roads))
  return folder
}

test('the shipped data are loaded once; the same files again change nothing', async () => {
  expect(await loadGisData(database.db, { folder: 'gis-data', at })).toEqual({
    changed: true,
    drawn: ['G109', 'G110', 'S313', 'S216', 'CAYJ'],
  })
  const first = await counts()
  expect(first).toEqual({
    area: 9,
    place: 19,
    squad: 17,
    unit: 21,
    road: 5,
    road_section: 6,
    stake_anchor: 12,
    squad_stretch: 9,
    township_stretch: 10,
  })
  expect(await loadGisData(database.db, { folder: 'gis-data', at: later })).toEqual({
    changed: false,
    drawn: [],
  })
  expect(await counts()).toEqual(first)
  expect(await entries('gisData.load')).toHaveLength(1)
})

test('a new release redraws only the road that it changes; the better line holds as long as the old one did', async () => {
  release = await nextRelease()
  const loaded = await loadGisData(database.db, { folder: release, at: later })
  expect(loaded).toEqual({ changed: true, drawn: ['G109'] })
  const sections = await database.db
    .selectFrom('road_section')
    .select(['valid_from', 'valid_to'])
    .where('road_code', '=', 'G109')
    .orderBy('valid_to')
    .execute()
  expect(sections).toEqual([
    { valid_from: '2000-01-01', valid_to: '2000-01-01' },
    { valid_from: '2000-01-01', valid_to: null },
  ])
  expect(await entries('road.replaceGeometry')).toMatchObject([{ object_id: 'G109', reason: 'gis-data' }])
})

test('a line that the brigade gives keeps the stakes, is recorded, and no later release overwrites it', async () => {
  const before = stakeToPoint(await loadRoadNetwork(database.db), 'S313', 250_000)
  const line: [number, number][] = [
    [108.48371, 38.80922],
    [108.2, 39],
    [107.88849, 39.24927],
  ]
  const measured: NewGeometry = {
    road: 'S313',
    reason: '实测线形',
    at: later,
    sections: [
      {
        id: newId(),
        road: 'S313',
        sequence: 1,
        fromStake: 210_000,
        toStake: 288_000,
        line: { type: 'LineString', coordinates: line },
        source: '大队测绘',
        qualityNote: '实测',
        anchors: [{ id: newId(), stake: 250_000, point: [108.2, 39], method: 'surveyed', note: null }],
      },
    ],
  }
  await database.db.transaction().execute((trx) => replaceGeometryWithin(trx, officer, measured))
  const after = stakeToPoint(await loadRoadNetwork(database.db), 'S313', 250_000)
  expect(after!.point).toEqual([108.2, 39])
  expect(after!.point).not.toEqual(before!.point)
  expect(await entries('road.replaceGeometry')).toContainEqual({
    object_id: 'S313',
    actor_name: '事故民警',
    reason: '实测线形',
  })
  expect((await loadGisData(database.db, { folder: 'gis-data', at: later })).drawn).toEqual(['G109'])
})
