import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { SearchHit } from '../../../api/search/search.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newAccident } from '../accidents/new-accident.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp({ template: 'demo' })
})
afterAll(() => service.close())

const ask = (q: string, more = '', who = 'auxiliary') =>
  service.as(who)(`/api/search?q=${encodeURIComponent(q)}${more}`)

async function search(q: string, more = ''): Promise<SearchHit[]> {
  const answer = await ask(q, more)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { items: SearchHit[] }).items
}

describe('the search finds first', () => {
  test.each<[string, Partial<SearchHit>]>([
    ['109 1046.2', { kind: 'stake', label: 'G109 K1046+200', road: 'G109', stake: 1_046_200 }],
    ['G109 K1046+200', { kind: 'stake', label: 'G109 K1046+200' }],
    ['1046公里', { kind: 'stake', label: 'G109 K1046+000' }],
    ['109国道', { kind: 'road', road: 'G109' }],
    ['109', { kind: 'road', road: 'G109' }],
    ['g109', { kind: 'road', road: 'G109' }],
    ['察敖', { kind: 'road', road: 'CAYJ' }],
    ['棋盘井', { kind: 'place', label: '棋盘井镇' }],
    ['棋盘井镇', { kind: 'place', label: '棋盘井镇' }],
    ['苏米图苏木', { kind: 'place', label: '苏米图苏木' }],
    ['Qipanjing Town', { kind: 'place', label: '棋盘井镇' }],
    ['鄂交隐〔2026〕0012', { kind: 'hazard' }],
    ['鄂交隐[2026]0012', { kind: 'hazard' }],
    ['YH-150624-2026-0012', { kind: 'hazard' }],
    ['yh-150624-2026-0012', { kind: 'hazard' }],
    ['0012', { kind: 'hazard' }],
    ['急弯', { kind: 'hazard' }],
    ['1506241202500073', { kind: 'accident', label: '1506241202500073' }],
    ['SS-150624-00012', { kind: 'facility', label: 'SS-150624-00012' }],
    ['107.97121,39.09242', { kind: 'coordinate', point: [107.97121, 39.09242], road: 'S216' }],
    ['39.09242,107.97121', { kind: 'coordinate', point: [107.97121, 39.09242] }],
  ])('%s', async (q, wanted) => {
    expect((await search(q))[0]).toMatchObject(wanted)
  })
})

describe('the search', () => {
  test('shows a hazard with its number and status, and where it is', async () => {
    const [hazard] = await search('鄂交隐〔2026〕0012')
    expect(hazard).toMatchObject({
      detail: expect.stringContaining('鄂交隐〔2026〕0012') as string,
      road: 'S313',
      sign: ['40', '2'],
    })
    expect(hazard!.point).toHaveLength(2)
    expect(hazard!.id).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('finds the hazards at a place beside the place', async () => {
    const kinds = (await search('棋盘井')).map(({ kind }) => kind)
    expect(kinds).toContain('hazard')
    expect(kinds.indexOf('place')).toBeLessThan(kinds.indexOf('hazard'))
  })

  test('finds an accident by either end of its number, the newest first', async () => {
    const byEnd = await search('00073', '&limit=50')
    expect(byEnd.map(({ label }) => label)).toContain('1506241202500073')
    const byBeginning = (await search('15062412025')).filter(({ kind }) => kind === 'accident')
    const days = byBeginning.map(({ detail }) => detail.slice(0, 10))
    expect(days).toEqual([...days].sort().reverse())
  })

  test('gives a township without an outline the bounds of its stretches', async () => {
    const [township] = await search('苏米图苏木')
    expect(township!.bounds).toHaveLength(4)
  })

  test('says what it assumed of a pair of numbers, and offers each system', async () => {
    const found = (await search('39.09242,107.97121')).filter(({ kind }) => kind === 'coordinate')
    expect(found).toHaveLength(3)
    expect(found[0]!.warnings).toEqual(expect.arrayContaining(['swapped', 'datum_unknown']))
  })

  test('names the road when it has no such stake', async () => {
    expect(await search('G109 K1200')).toMatchObject([
      { kind: 'road', road: 'G109', warnings: ['stake_not_on_road'] },
    ])
  })

  test('takes the signs of a pattern as they are', async () => {
    for (const q of ['%%', '__', '100%', "';--", '\\\\', '(', '[2026']) {
      const found = await search(q)
      expect(
        found.filter(({ kind }) => kind === 'accident' || kind === 'facility'),
        q,
      ).toEqual([])
    }
    expect(await search('%%')).toEqual([])
  })

  test('answers nothing to an empty text or one letter, and keeps to its limit', async () => {
    expect(await search('')).toEqual([])
    expect(await search('棋')).toEqual([])
    expect(await search('   ')).toEqual([])
    expect(await search('G109', '&limit=2')).toHaveLength(2)
  })

  test('finds a road that is only a name, with where it runs', async () => {
    const { db } = service.database
    await sql`insert into road (id, code, name, name_en, admin_grade, confidence, quality_note, divided, township, course, geom, sort,
        aliases, created_at, created_by, updated_at, updated_by)
      select '0190f000-0000-7000-8000-0000000000aa', 'X901', '阿苏测试线', 'Asu test line', 'county', confidence, '', false,
        '阿尔巴斯苏木', '乌兰镇—阿尔巴斯', st_setsrid(st_makepoint(107.5, 39.1), 4326), 900, '[]', created_at, created_by, updated_at, updated_by
      from road where code = 'G109'`.execute(db)
    const [road] = await search('阿苏测试')
    expect(road).toMatchObject({ kind: 'road', road: 'X901', point: [107.5, 39.1] })
    expect(road!.detail).toContain('阿尔巴斯苏木')
    expect(road).not.toHaveProperty('bounds')
  })

  test('shows neither the brief of an accident nor one that was withdrawn', async () => {
    const body = newAccident({ accidentNo: '150624999900001', brief: '张某驾驶货车' })
    const answer = await service.as('accident')('/api/accidents', { method: 'POST', body })
    const { id } = (await answer.json()) as { id: string }
    const found = await search('150624999900001')
    expect(found).toMatchObject([{ kind: 'accident', id }])
    expect(JSON.stringify(found)).not.toContain('张某')
    expect(await search('张某')).toEqual([])
    await service.as('accident')(`/api/accidents/${id}/withdraw`, {
      method: 'POST',
      body: { reason: '重复登记' },
      headers: { 'if-match': '"1"' },
    })
    expect(await search('150624999900001')).toEqual([])
  })

  test('speaks the language that is asked for', async () => {
    const answer = await service.as('squad')(`/api/search?q=${encodeURIComponent('107.97121,39.09242')}`, {
      headers: { 'accept-language': 'en' },
    })
    const { items } = (await answer.json()) as { items: SearchHit[] }
    expect(items[0]!.detail).toMatch(/ m from S216 /)
  })

  test('is refused to whoever reads no business data', async () => {
    expect((await ask('G109', '', 'admin')).status).toBe(403)
    expect((await service.app.request('/api/search?q=G109')).status).toBe(401)
  })

  test('cannot read a text without end, a control character or no text at all', async () => {
    for (const query of [
      `q=${'1'.repeat(201)}`,
      'q=G%00109',
      'q=a%0Ab',
      '',
      'q=G109&limit=0',
      'q=G109&limit=x',
    ])
      expect((await service.as('squad')(`/api/search?${query}`)).status, query).toBe(400)
  })
})
