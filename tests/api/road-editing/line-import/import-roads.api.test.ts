import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  applyImport,
  commandLineActor,
  previewImport,
} from '../../../../api/road-editing/line-import/import-roads.commands.ts'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'
import { stakeToPoint } from '../../../../api/roads/network/linear-referencing.ts'
import { loadGisData } from '../../../../api/roads/gis-data/load-gis-data.commands.ts'
import { loadRoadNetwork } from '../../../../api/roads/road.queries.ts'
import {
  geoJsonOf,
  osmXmlOf,
  packedRoads,
  shippedWays,
  type FileWay,
} from '../../../fixtures/roads/road-files.ts'
import { openTestApp, type TestApp } from '../../../harness/test-app.ts'

const at = new Date('2026-11-23T02:00:00Z')
const applied = { actor: commandLineActor, reason: '2026年实测线形', at }

let service: TestApp
let folder: string
beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
  folder = await mkdtemp(join(tmpdir(), 'import-roads-'))
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

const db = () => service.database.db

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

async function counts() {
  const tables = ['road_section', 'stake_anchor', 'calibrated_line', 'audit_entry'] as const
  const counted = tables.map((table) =>
    db()
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  )
  return (await Promise.all(counted)).map(({ n }) => n)
}

const statuses = async (file: string, roads?: readonly string[]) =>
  (await previewImport(db(), { file, ...(roads && { roads }) })).plans.map(
    ({ road, outcome }) => `${road.code} ${outcome.status}`,
  )

/** S313 a little north of where it is drawn. */
function movedNorth(metres: number): FileWay[] {
  return shippedWays(['S313'], 9).map((way) => ({
    ...way,
    coordinates: way.coordinates.map(([longitude, latitude]): LonLat => [
      longitude,
      Number((latitude + metres / 111_000).toFixed(7)),
    ]),
  }))
}

describe('a file of the shipped roads', () => {
  test('is read alike as GeoJSON, OpenStreetMap XML, packed or not, and .osm.pbf', async () => {
    const ways = shippedWays(packedRoads, 7)
    const packed = fileURLToPath(new URL('../../../fixtures/roads/banner-roads.osm.pbf', import.meta.url))
    const files = [
      await fileOf('roads.geojson', geoJsonOf(ways)),
      await fileOf('roads.osm', osmXmlOf(ways)),
      // The content says what it is, not the name.
      await fileOf('download', gzipSync(osmXmlOf(ways))),
      packed,
    ]
    for (const file of files) expect(await statuses(file)).toEqual(['G110 unchanged', 'S313 unchanged'])
  })

  test('that is no road file, cut off or in metres is refused with what to do', async () => {
    const words = async (name: string, content: string | Buffer) => {
      const file = await fileOf(name, content)
      return previewImport(db(), { file }).catch((error: { text: { zh: string } }) => error.text.zh)
    }
    const ways = shippedWays(['S313'], 7)
    expect(await words('a.zip', 'PK\u0003\u0004')).toContain('不是 GeoJSON、OSM XML 或 .osm.pbf')
    expect(await words('b.geojson', '{"type":"Topology"}')).toContain('FeatureCollection')
    expect(await words('c.geojson', geoJsonOf(ways).slice(0, 900))).toContain('读不完整')
    expect(await words('d.osm', osmXmlOf(ways).slice(0, 5000))).toContain('读不完整')
    const metres = ways.map((way) => ({
      ...way,
      coordinates: [[500_000, 4_300_000] as const, [500_100, 4_300_000] as const],
    }))
    expect(await words('e.geojson', geoJsonOf(metres))).toContain('EPSG:4326')
  })

  test('does not hold a road that is asked for: it says so, and knows which roads there are', async () => {
    const file = await fileOf('only-s313.geojson', geoJsonOf(shippedWays(['S313'], 7)))
    expect(await statuses(file, ['G109', 's313'])).toEqual(['G109 refused', 'S313 unchanged'])
    await expect(statuses(file, ['G999'])).rejects.toThrow(/G999/)
  })
})

describe('a better line of S313', () => {
  test('is shown first: a dry run writes nothing', async () => {
    const before = await counts()
    const file = await fileOf('better.osm', osmXmlOf(movedNorth(60)))
    const [planned] = (await previewImport(db(), { file })).plans
    expect(planned!.outcome).toMatchObject({ road: 'S313', status: 'ready', gaps: [], leftOut: [] })
    expect(planned!.staked.accidents).toBeGreaterThan(0)
    expect(await counts()).toEqual(before)
  })

  test('once applied keeps every stake, takes the records along and is in the history with its reason', async () => {
    const old = stakeToPoint(await loadRoadNetwork(db()), 'S313', 250_000)!.point
    const file = await fileOf('better.osm', osmXmlOf(movedNorth(60)))
    const [planned] = (await previewImport(db(), { file })).plans
    const moved = await applyImport(db(), planned!, applied)
    expect(moved!.accidents).toBe(planned!.staked.accidents)

    const road = (await (await service.as('accident')('/api/roads/S313')).json()) as Record<string, unknown>
    expect(road).toMatchObject({ fromStake: 210_000, toStake: 288_000 })
    const now = stakeToPoint(await loadRoadNetwork(db()), 'S313', 250_000)!.point
    expect(distanceBetween(old, now)).toBeGreaterThan(40)
    expect(distanceBetween(old, now)).toBeLessThan(70)
    const entry = await db()
      .selectFrom('audit_entry')
      .select(['object_id', 'actor_name', 'reason'])
      .where('action', '=', 'road.replaceGeometry')
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ object_id: 'S313', actor_name: '命令行', reason: '2026年实测线形' })
  })

  test('a second time is no change and writes nothing', async () => {
    const file = await fileOf('better.osm', osmXmlOf(movedNorth(60)))
    const before = await counts()
    const [planned] = (await previewImport(db(), { file })).plans
    expect(planned!.outcome.status).toBe('unchanged')
    expect(await applyImport(db(), planned!, applied)).toBeUndefined()
    expect(await counts()).toEqual(before)
  })

  test('is not overwritten by the shipped one when the service starts again', async () => {
    await db().deleteFrom('installation').where('key', '=', 'gisDataHash').execute()
    expect((await loadGisData(db(), { folder: 'gis-data', at })).drawn).toEqual([])
  })
})

test('a road that was only a name gets its first line, its stakes and its length', async () => {
  const line: LonLat[] = [
    [107.6, 39.1],
    [107.62, 39.11],
    [107.64, 39.1],
  ]
  const made = await service.as('accident')('/api/roads', {
    body: { code: 'X618', name: '乌查线', adminGrade: 'county', reason: '登记县道' },
  })
  expect(made.status).toBe(201)
  const file = await fileOf('x618.geojson', geoJsonOf([{ id: 1, ref: 'X618', coordinates: line }]))
  const preview = (options: object) => previewImport(db(), { file, roads: ['X618'], ...options })
  expect((await preview({})).plans[0]!.outcome).toMatchObject({ status: 'refused', refusal: 'noStart' })
  const [planned] = (await preview({ start: [107.64, 39.1], from: 5000 })).plans
  await applyImport(db(), planned!, applied)
  const point = stakeToPoint(await loadRoadNetwork(db()), 'X618', 5000)!.point
  expect(distanceBetween(point, line[2]!)).toBeLessThan(0.1)
})
