import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../api/db/id.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newAccident } from '../accidents/new-accident.ts'
import { newHazard } from '../hazards/new-hazard.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
})
afterAll(() => service.close())

interface Refused {
  readonly what: string
  readonly as?: string
  readonly method?: string
  readonly path: () => string
  readonly body: unknown
  readonly status: number
  /** A word of the Chinese answer that says what to do or what is allowed. */
  readonly says: RegExp
}

const hazardPath = () => `/api/hazards/${newId()}`
const facility = {
  kind: 'warning_sign',
  quantity: 1,
  unit: '块',
  road: 'G109',
  stake: 1_050_000,
  direction: 'both',
  side: 'right',
}
const place = (given: object) => ({
  ...newHazard(),
  road: undefined,
  fromStake: undefined,
  toStake: undefined,
  ...given,
})

const refused: readonly Refused[] = [
  { what: 'an unknown road', path: hazardPath, body: newHazard({ road: 'G999' }), status: 422, says: /G999/ },
  {
    what: 'a stake beyond the end of the road',
    path: hazardPath,
    body: newHazard({ road: 'G109', fromStake: 'K2000+000' }),
    status: 422,
    says: /K930\+000.*K1105\+000/,
  },
  {
    what: 'metres of a thousand or more',
    path: hazardPath,
    body: newHazard({ road: 'G109', fromStake: 'K1046+1500' }),
    status: 422,
    says: /1500|999|1000/,
  },
  {
    what: 'a point outside the banner',
    path: hazardPath,
    body: place({ lon: 116.4, lat: 39.9, crs: 'wgs84', roadName: '别处' }),
    status: 422,
    says: /鄂托克旗|旗界|旗外|范围/,
  },
  {
    what: 'a hazard without a type',
    path: hazardPath,
    body: { ...newHazard(), types: [] },
    status: 422,
    says: /./,
  },
  {
    what: 'a hazard from the administrator',
    as: 'admin',
    path: hazardPath,
    body: newHazard(),
    status: 403,
    says: /权限/,
  },
  { what: 'broken JSON', path: hazardPath, body: '{"road": ', status: 400, says: /JSON/ },
  {
    what: 'a body of 10 MB',
    path: hazardPath,
    body: JSON.stringify({ x: 'x'.repeat(1e7) }),
    status: 413,
    says: /KB/,
  },
  {
    what: 'a control character in the text',
    path: hazardPath,
    body: newHazard({ description: 'a\u0000b' }),
    status: 422,
    says: /控制字符/,
  },
  {
    what: 'an accident entered by a squad',
    method: 'POST',
    path: () => '/api/accidents',
    body: newAccident(),
    status: 403,
    says: /权限/,
  },
  {
    what: 'an accident on an unknown road',
    as: 'accident',
    method: 'POST',
    path: () => '/api/accidents',
    body: newAccident({ road: 'X777' }),
    status: 422,
    says: /X777/,
  },
  {
    what: 'a facility of an unknown kind',
    path: () => `/api/facilities/${newId()}`,
    body: { ...facility, kind: 'rocket' },
    status: 422,
    says: /./,
  },
]

async function countRows(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from hazard) as hazards, (select count(*) from accident) as accidents,
      (select count(*) from facility) as facilities, (select coalesce(sum(last), 0) from hazard_number) as numbers,
      (select count(*) from audit_entry where action <> 'session.open') as changes`.execute(
    service.database.db,
  )
  return rows[0]
}

describe('input that is refused', () => {
  test.each(refused)('$what gets $status in both languages, and nothing is written', async (given) => {
    const before = await countRows()
    const ask = (language: string) =>
      service.as(given.as ?? 'squad')(given.path(), {
        method: given.method ?? 'PUT',
        body: given.body,
        headers: { 'accept-language': language },
      })
    const chinese = await ask('zh-CN')
    const text = await chinese.text()
    expect(chinese.status, text).toBe(given.status)
    expect(text).toMatch(given.says)
    expect(text).toMatch(/[\u4e00-\u9fff]/)
    const english = (await (await ask('en')).json()) as { title: string; detail: string }
    expect(`${english.title} ${english.detail}`).toMatch(/^[A-Z]/)
    expect(await countRows()).toEqual(before)
  })

  test('5,000 requests that fail in SQL leave the service answering', async () => {
    const ask = service.as('leader')
    // Signed in once: fifty sign-ins at the same instant would be refused as guessing.
    await ask('/api/health')
    const statuses = new Set<number>()
    for (let sent = 0; sent < 5_000; sent += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/api/accidents?township=%00')))
      answers.forEach(({ status }) => statuses.add(status))
    }
    expect([...statuses]).toEqual([422])
    expect((await ask('/api/health')).status).toBe(200)
    expect((await ask('/api/accidents?limit=1')).status).toBe(200)
  }, 240_000)
})
