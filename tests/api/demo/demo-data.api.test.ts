import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ExifReader from 'exifreader'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemoData } from '../../../api/demo/load-demo.commands.ts'
import type { HazardPhoto } from '../../../api/hazards/photos/hazard-photo.schema.ts'
import type { Inspection } from '../../../api/inspection/inspection.schema.ts'
import { inspect } from '../../../api/inspection/inspect.commands.ts'
import { openPhotoStore } from '../../../api/photos/open-store.commands.ts'
import { newPhoto, photoForm } from '../../fixtures/photos/make-photo.ts'
import { removeDemoData } from '../../../api/demo/remove-demo.commands.ts'
import { findInstallationFact } from '../../../api/db/installation.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

interface Indices {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
}

let service: TestApp
let read: (path: string) => Promise<Record<string, unknown>>

beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
  const leader = service.as('leader')
  read = async (path) => (await (await leader(path)).json()) as Record<string, unknown>
})
afterAll(() => service.close())

const inspected = async () => {
  const answer = await service.as('audit')('/api/inspection')
  expect(answer.status).toBe(200)
  return (await answer.json()) as Inspection
}
const filesOfPhotos = () =>
  readdirSync(join(service.database.dataFolder, 'photos'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.slice(0, 64))

const figures = ({ accidents, killed, injured, lossYuan }: Indices) => [accidents, killed, injured, lossYuan]
const fourIndices = '/api/statistics/four-indices?from=2025-01-01&to=2025-12-03'

describe('the demonstration in the database', () => {
  test('SQL gives the four indices of the reporting year', async () => {
    const row = await service.database.db
      .selectFrom('accident')
      .select(({ fn }) => [fn.countAll<number>().as('accidents'), fn.sum<number>('killed').as('killed')])
      .select(({ fn }) => [
        fn.sum<number>('injured').as('injured'),
        fn.sum<number>('loss_yuan').as('lossYuan'),
      ])
      .where('procedure', '=', 'general')
      .where('occurred_on', '>=', '2025-01-01')
      .where('occurred_on', '<=', '2025-12-03')
      .executeTakeFirstOrThrow()
    expect(figures(row).map(Number)).toEqual([194, 40, 260, 1_595_300])
  })

  test.each([
    ['general', [194, 40, 260, 1_595_300], [207, 43, 271, 1_724_000]],
    ['reported', [18, 13, 14, 110_000], [20, 14, 17, 126_000]],
  ])(
    'calibre %s has its totals and those of the same days of the year before',
    async (calibre, now, before) => {
      const answer = await read(`${fourIndices}&calibre=${calibre}`)
      expect(figures(answer.current as Indices)).toEqual(now)
      expect(figures(answer.previous as Indices)).toEqual(before)
    },
  )

  test('by road the rows are those of the table, roads without a code together', async () => {
    const { rows } = (await read(`${fourIndices}&by=road`)) as { rows: { key: string; current: Indices }[] }
    expect(Object.fromEntries(rows.map(({ key, current }) => [key, figures(current)]))).toEqual({
      G109: [58, 14, 79, 486_000],
      G110: [22, 5, 30, 181_300],
      S313: [19, 4, 25, 152_000],
      S216: [27, 6, 38, 226_000],
      CAYJ: [18, 4, 24, 160_000],
      other: [50, 7, 64, 390_000],
    })
  })

  test('the annual sentence is the brigade’s own, to the digit', async () => {
    const { sentence } = await read('/api/statistics/summary?from=2025-01-01&to=2025-12-03')
    expect(sentence).toBe(
      '截至12月初,全旗发生道路交通事故一般程序共计194起,死亡40人,受伤260人,财损159.53万元' +
        '(其中一般程序统计事故18起,死亡13人,受伤14人,财损11万元)。',
    )
  })

  test('the screening that comes with it puts G109 K1046 first and leaves the noise out', async () => {
    const { items } = (await read('/api/screenings?preset=P1a')) as { items: { id: string; demo: boolean }[] }
    const { sites } = (await read(`/api/screenings/${items[0]!.id}`)) as {
      sites: { road: string; fromStake: number; toStake: number; accidents: number; killed: number }[]
    }
    expect(items[0]!.demo).toBe(true)
    expect(sites[0]).toMatchObject({
      road: 'G109',
      fromStake: 1_046_230,
      toStake: 1_046_560,
      accidents: 5,
      killed: 2,
    })
    expect(
      sites.filter(
        ({ road, fromStake }) => road === 'G109' && fromStake > 1_019_000 && fromStake < 1_024_000,
      ),
    ).toEqual([])
  })

  test('26 hazards and more than 60 facilities are there, all marked as invented', async () => {
    const { items: hazards } = (await read('/api/hazards?limit=200')) as { items: { demo: boolean }[] }
    const { items: facilities } = (await read('/api/facilities?limit=1000')) as { items: { demo: boolean }[] }
    expect(hazards).toHaveLength(26)
    expect(facilities.length).toBeGreaterThan(60)
    expect([...hazards, ...facilities].every(({ demo }) => demo)).toBe(true)
  })

  test('each ticket has drawn photos that agree with its history, with what the file itself says', async () => {
    const { items: hazards } = (await read('/api/hazards?limit=200')) as { items: { id: string }[] }
    let photos = 0
    for (const { id } of hazards) {
      const { items } = (await read(`/api/hazards/${id}/photos`)) as { items: HazardPhoto[] }
      expect(items.map(({ stage }) => stage)).toContain('found')
      photos += items.length
    }
    expect(photos).toBe(105)
    const { items } = (await read(`/api/hazards/${hazards[0]!.id}/photos`)) as { items: HazardPhoto[] }
    const { sha256, takenAt, takenPoint } = items[0]!
    const answer = await service.as('leader')(`/api/photos/${sha256}`)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    const bytes = await answer.arrayBuffer()
    expect(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')).toBe(sha256)
    const { exif, gps } = ExifReader.load(bytes, { expanded: true })
    const [written] = exif!.DateTimeOriginal!.value as string[]
    const local = new Date(Date.parse(takenAt!) + 8 * 3_600_000).toISOString().slice(0, 19)
    expect(written!.replace(':', '-').replace(':', '-').replace(' ', 'T')).toBe(local)
    expect([gps!.Longitude!, gps!.Latitude!]).toEqual(
      takenPoint!.coordinates.map((degrees) => expect.closeTo(degrees, 6)),
    )
    for (const size of ['thumbnail', 'preview'])
      expect((await service.as('leader')(`/api/photos/${sha256}?size=${size}`)).status).toBe(200)
  })

  test('the inspector-general finds the photos that are wrong on purpose, and no others', async () => {
    const { checks } = await inspected()
    const found = (key: string, ...codes: string[]) =>
      checks
        .find((check) => check.key === key)!
        .items.filter(({ code }) => codes.includes(code))
        .map(({ code, title }) => `${code} ${title}`)
    expect(found('place', 'photoFar', 'evidenceMissing', 'noPhotos')).toEqual([
      expect.stringMatching(/^evidenceMissing G109 K1071\+800/),
      expect.stringMatching(/^photoFar S313 K226\+100/),
    ])
    expect(found('order', 'photoBeforeFound', 'photoReused')).toEqual([
      expect.stringMatching(/^photoReused (G109 K1012\+650|G110 K1131\+200)/),
      expect.stringMatching(/^photoReused (G109 K1012\+650|G110 K1131\+200)/),
    ])
  })

  test('most roads are names: four invented ones say so, two with a point, one with a hazard', async () => {
    const { items } = await (await service.as('leader')('/api/roads?drawn=false')).json()
    expect(items).toHaveLength(4)
    for (const road of items) expect(road).toMatchObject({ confidence: 'demo', qualityNote: '演示数据' })
    expect(items.filter(({ point }: { point: unknown }) => point)).toHaveLength(2)
    const found = await (await service.as('leader')('/api/hazards?road=L0002')).json()
    expect(found.items).toMatchObject([{ title: '苏里格气田路十字路口', locating: 'unlocated' }])
  })

  test('the next hazard gets the next number of the year', async () => {
    const answer = await service.as('squad')('/api/hazards/0190f000-0000-7000-8000-000000000001', {
      method: 'PUT',
      body: { road: 'G109', fromStake: 1_050_000, types: ['D1'], description: '标志被遮挡' },
    })
    const { number } = (await answer.json()) as { number: string }
    expect(answer.status).toBe(201)
    expect(number).toMatch(/^YH-150624-2026-00\d\d$/)
  })

  test('loading again changes nothing', async () => {
    const count = async () => (await service.database.db.selectFrom('accident').select('id').execute()).length
    const before = await count()
    await loadDemoData(service.database.db, { now: new Date('2027-02-01T00:00:00Z') })
    expect(await count()).toBe(before)
  })
})

describe('before real use', () => {
  test('one act takes every invented row away, and it does not come back', async () => {
    const { db } = service.database
    const demo = await db
      .selectFrom('hazard')
      .select('id')
      .where('is_demo', '=', true)
      .executeTakeFirstOrThrow()
    const form = photoForm(await newPhoto())
    expect((await service.as('accident')(`/api/hazards/${demo.id}/photos`, { body: form })).status).toBe(201)
    // A real hazard that a colleague registered stays, with its photo.
    const real = '/api/hazards/0190f000-0000-7000-8000-000000000001/photos'
    const kept = await service.as('accident')(real, {
      body: photoForm(await newPhoto({ colour: '#556677' })),
    })
    expect(kept.status).toBe(201)
    expect(new Set(filesOfPhotos()).size).toBe(106)
    const photos = openPhotoStore(service.database.dataFolder)
    const removed = await removeDemoData(db, { now: new Date('2026-11-24T00:00:00Z'), photos })
    const { sha256 } = (await kept.json()) as HazardPhoto
    expect(filesOfPhotos()).toEqual([sha256, sha256, sha256])
    expect(removed!.rows).toBeGreaterThan(3000)
    expect(await db.selectFrom('road').select('code').where('confidence', '=', 'demo').execute()).toEqual([])
    expect(await db.selectFrom('hazard_photo').select('sha256').execute()).toEqual([{ sha256 }])
    expect(await db.selectFrom('photo_file').select('sha256').execute()).toEqual([{ sha256 }])
    for (const table of ['accident', 'facility', 'screening_run'] as const)
      expect(await db.selectFrom(table).select('id').execute(), table).toEqual([])
    expect(await db.selectFrom('hazard').select('is_demo').execute()).toEqual([{ is_demo: false }])
    expect(await db.selectFrom('user_account').select('id').where('is_demo', '=', true).execute()).toEqual([])
    await loadDemoData(db, { now: new Date('2026-11-24T00:00:00Z') })
    expect(await db.selectFrom('accident').select('id').execute()).toEqual([])
    expect(await findInstallationFact(db, 'demoYear')).toBeUndefined()
  })

  test('the removal is in the audit trail, which stays', async () => {
    const entries = await service.database.db
      .selectFrom('audit_entry')
      .select('action')
      .orderBy('sequence')
      .execute()
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['demo.load', 'demo.remove']))
  })

  test('the numbers that are vacant now are known as those of the demonstration', async () => {
    // Nobody is left to sign in.
    const { checks } = await inspect(service.database.db, {}, { at: new Date('2026-11-24T00:00:00Z') })
    const gaps = checks.find(({ key }) => key === 'numbers')!.items
    expect(gaps).toHaveLength(26)
    expect(new Set(gaps.map(({ code }) => code))).toEqual(new Set(['gapAfterUndo']))
  })

  test('there is nothing left to remove', async () => {
    expect(
      await removeDemoData(service.database.db, { now: new Date('2026-11-24T00:00:00Z') }),
    ).toBeUndefined()
  })
})
