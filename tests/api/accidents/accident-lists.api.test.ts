import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

interface Page {
  items: { id: string; occurredAt: string; road: string | null; stake: number | null; severity: string }[]
  nextCursor?: string
}

let service: TestApp
let get: (query: string) => Promise<Response>

beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
  get = (query) => service.as('leader')(`/api/accidents?from=2025-01-01&to=2025-12-03&${query}`)
})
afterAll(() => service.close())

const page = async (query: string) => (await (await get(query)).json()) as Page

describe('the list of accidents', () => {
  test.each([
    ['general', 194],
    ['reported', 18],
    ['simple', 600],
    ['all', 794],
  ])('calibre %s holds %i', async (calibre, count) => {
    const { items } = await page(`calibre=${calibre}&limit=1000`)
    expect(items).toHaveLength(count)
  })

  test.each([
    ['road=G109', 58],
    ['road=G109&road=G110', 80],
    ['road=other', 50],
    ['road=other&road=CAYJ', 68],
    ['severity=fatal', 36],
    ['road=G109&fromStake=1046200&toStake=1046600', 5],
    ['road=G109&fromStake=K1046+200&toStake=K1046+600', 5],
    ['locating=unlocated', 2],
    ['locating=stake', 12],
    ['squad=L05', 19],
    ['bbox=116,39,117,40', 0],
  ])('%s gives %i', async (query, count) => {
    const { items } = await page(`${query}&limit=1000`)
    expect(items).toHaveLength(count)
  })

  test('pages follow each other without a gap or a repetition', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await page(
        `limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      seen.push(...items.map(({ id }) => id))
      cursor = nextCursor
    } while (cursor)
    expect(new Set(seen).size).toBe(194)
    expect(seen).toHaveLength(194)
  })

  test('as GeoJSON it says its calibre and how many of all have a place', async () => {
    const answer = await get('format=geojson')
    expect(answer.headers.get('content-type')).toContain('application/geo+json')
    const collection = (await answer.json()) as { features: { geometry: unknown; properties: object }[] }
    expect(collection).toMatchObject({ calibre: 'general', total: 194, located: 192 })
    expect(collection.features).toHaveLength(194)
    expect(collection.features.filter(({ geometry }) => geometry === null)).toHaveLength(2)
    const names = [
      'accidentNo',
      'occurredAt',
      'severity',
      'killed',
      'injured',
      'roadCode',
      'stakeText',
      'light',
      'form',
    ]
    for (const name of names) expect(collection.features[0]!.properties).toHaveProperty(name)
  })

  test('as CSV each row says its calibre and that it is invented', async () => {
    const lines = (await (await get('format=csv&road=G109')).text()).trim().split('\r\n')
    expect(lines).toHaveLength(59)
    expect(lines[0]).toContain('死亡(7日内)')
    expect(lines[1]).toMatch(/演示数据,一般程序$/)
  })

  test('as a workbook it has one header row, text numbers and the sums of what it shows', async () => {
    const answer = await get('format=xlsx&road=S313')
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const rows = sheets[0]!.rows
    expect(String(rows[0]![0])).toBe('道路交通事故清单（演示数据）')
    expect(String(rows[1]![0])).toContain('统计口径：一般程序')
    expect(rows).toHaveLength(3 + 19 + 1)
    expect(rows[3]![0]).toMatch(/^1506241\d{9}$/)
    const column = (name: string) => rows[2]!.indexOf(name)
    const totals = rows[rows.length - 1]!
    expect(['死亡(7日内)', '受伤', '直接财产损失(元)'].map((name) => totals[column(name)])).toEqual([
      4, 25, 152_000,
    ])
  })

  test.each(['road=G109&fromStake=K1046%2B1500', 'bbox=1,2,3', 'calibre=mixed', 'from=yesterday', 'limit=0'])(
    '%s cannot be read',
    async (query) => {
      expect((await get(query)).status).toBe(400)
    },
  )

  test('an accident that does not exist is not found', async () => {
    const answer = await service.as('squad')('/api/accidents/0190f000-0000-7000-8000-00000000ffff')
    expect(answer.status).toBe(404)
  })

  test('the administrator sees no business data', async () => {
    expect((await service.as('admin')('/api/accidents')).status).toBe(403)
  })
})
