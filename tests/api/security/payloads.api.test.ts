import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { newId } from '../../../api/db/id.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newRunFolder, removeRunFolder } from '../../harness/run-folder.ts'
import { newHazard, registered } from '../hazards/new-hazard.ts'
import { listOperations, valueOf, type JsonSchema, type Operation } from './operations.ts'

let service: TestApp
let operations: Operation[]

beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
  operations = await listOperations(service)
})
afterAll(() => service.close())

const payloads = [
  `'; delete from user_account; --`,
  `" or "1"="1`,
  `\\'; drop table hazard cascade; select '`,
  `$$; update hazard set status = 70; $$`,
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `{{7*7}} \${7*7} %s %n \u202e\u0001`,
  `甲\r\nset-cookie: planted=1`,
]

const tables = ['user_account', 'hazard', 'facility', 'accident', 'road', 'session', 'api_token'] as const
async function rowCounts(): Promise<Record<string, number>> {
  const { db } = service.database
  const counted = await Promise.all(
    tables.map(async (table) => {
      const row = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<string>().as('rows'))
        .executeTakeFirstOrThrow()
      return [table, Number(row.rows)] as const
    }),
  )
  return Object.fromEntries(counted)
}

/** Whoever may write most of the business, one after another. */
const writers = ['leader', 'accident', 'facility', 'clerk', 'squad', 'admin']

describe('hostile text', () => {
  test.each(payloads)(
    'in every field of every write path (%j) breaks nothing and comes back as data',
    async (text) => {
      for (const writer of writers) await service.as(writer)('/api/session')
      const before = await rowCounts()
      const created: string[] = []
      const wrong: string[] = []
      for (const { method, path, template, schema } of operations) {
        if (!schema || template === '/api/session') continue
        const fieldwise = [
          valueOf(schema, text),
          ...Object.keys(schema.properties ?? {}).map((key) => ({ [key]: text })),
        ]
        for (const writer of template.startsWith('/api/users') ? ['admin'] : ['leader', 'accident'])
          for (const body of fieldwise) {
            const headers = { 'if-match': '"1"' }
            const answer = await service.as(writer)(path, { method: method.toUpperCase(), body, headers })
            const type = answer.headers.get('content-type') ?? ''
            if (answer.status >= 500 || !type.includes('json') || answer.headers.has('set-cookie'))
              wrong.push(
                `${answer.status} ${type} ${method} ${template} ${JSON.stringify(body).slice(0, 80)}`,
              )
            if (answer.status === 201) created.push(template)
          }
      }
      expect(wrong).toEqual([])
      const after = await rowCounts()
      for (const table of tables) expect(after[table], table).toBeGreaterThanOrEqual(before[table]!)
      expect(after.user_account! - before.user_account!).toBe(
        created.filter((one) => one === '/api/users').length,
      )
    },
    60_000,
  )

  test.each(payloads.filter((text) => !text.includes('\u0001')))(
    '%j in the address of a search or a filter is only sought',
    async (text) => {
      const before = await rowCounts()
      for (const path of [
        '/api/search?q=',
        '/api/hazards?road=',
        '/api/accidents?squad=',
        '/api/stakes/parse?text=',
        '/api/hazards?cursor=',
      ]) {
        const answer = await service.as('leader')(path + encodeURIComponent(text))
        expect(answer.status, path).toBeLessThan(500)
        expect(answer.headers.get('content-type'), path).toContain('json')
      }
      expect(await rowCounts()).toEqual(before)
    },
  )

  const kept = payloads.filter((text) => !text.includes('\u0001') && !text.includes('\r'))
  test.each(kept)('%j is stored as it was written, in hazards, facilities and accounts', async (text) => {
    const hazard = await registered(service, { description: text, title: text })
    expect(await (await service.as('leader')(`/api/hazards/${hazard}`)).json()).toMatchObject({
      description: text,
      title: text,
      status: 10,
    })
    const facility = `/api/facilities/${newId()}`
    const placed = {
      kind: 'warning_sign',
      quantity: 1,
      state: 'working',
      road: 'G109',
      stake: 1_050_000,
      remark: text,
    }
    expect((await service.as('facility')(facility, { method: 'PUT', body: placed })).status).toBe(201)
    expect(await (await service.as('leader')(facility)).json()).toMatchObject({ remark: text })
    const person = {
      username: `p${newId().slice(-12)}`,
      displayName: text.slice(0, 30).trim(),
      personKind: 'civilian',
      department: 'N01',
    }
    const made = await service.as('admin')('/api/users', { body: person })
    expect(await made.json()).toMatchObject({ displayName: person.displayName })
    for (const path of ['/api/hazards?format=geojson', '/api/hazards', '/api/audit'])
      expect((await service.as('leader')(path)).headers.get('content-type'), path).toMatch(/json/)
  })
})

describe('a body', () => {
  const planted = {
    id: newId(),
    status: 70,
    version: 99,
    number: 'YH-150624-2026-9999',
    createdBy: newId(),
    created_by: newId(),
    demo: true,
    is_demo: true,
    requestHash: 'x',
    passwordHash: 'x',
    password_hash: 'x',
    isAdmin: true,
    departmentName: 'x',
    withdrawnAt: '2020-01-01T00:00:00Z',
    mustChangePassword: false,
    lockedUntil: null,
    scopes: ['hazard:sign'],
  }

  test('sets nothing but what the path says: status, version, number and author are the service’s', async () => {
    const id = newId()
    const answer = await service.as('squad')(`/api/hazards/${id}`, {
      method: 'PUT',
      body: { ...newHazard(), ...planted },
    })
    expect([201, 422]).toContain(answer.status)
    if (answer.status === 201) {
      const { db } = service.database
      const row = await db.selectFrom('hazard').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      expect(row).toMatchObject({ status: 10, version: 1, is_demo: false })
      expect(row.number).not.toBe(planted.number)
      expect(row.created_by).not.toBe(planted.createdBy)
    }
    const version = { headers: { 'if-match': '"1"' } }
    const own = await registered(service)
    await service.as('squad')(`/api/hazards/${own}`, {
      method: 'PATCH',
      body: { ...planted, description: '更正' },
      ...version,
    })
    const changed = (await (await service.as('squad')(`/api/hazards/${own}`)).json()) as Record<
      string,
      unknown
    >
    expect(changed).toMatchObject({ id: own, status: 10 })
  })

  test('makes nobody an administrator and no password one’s own', async () => {
    const person = { username: 'zhou.xx', displayName: '周某', personKind: 'auxiliary', department: 'L03' }
    const made = await service.as('admin')('/api/users', {
      body: { ...person, ...planted, isActive: false, version: 9 },
    })
    const body = (await made.json()) as Record<string, unknown>
    if (made.status === 201)
      expect(body).toMatchObject({ ...person, mustChangePassword: true, version: 1, isActive: true })
    else expect(made.status).toBe(422)
    expect(JSON.stringify(body)).not.toContain('argon2')
  })

  test('pollutes no prototype and wins nothing by saying a key twice', async () => {
    const raw = (text: string) =>
      service.as('squad')(`/api/hazards/${newId()}`, { method: 'PUT', body: text })
    const base = JSON.stringify(newHazard()).slice(1)
    for (const text of [
      `{"__proto__":{"isAdmin":true},${base}`,
      `{"constructor":{"prototype":{"isAdmin":true}},${base}`,
      `{"description":"先","__proto__":null,${base}`,
    ])
      expect([201, 422]).toContain((await raw(text)).status)
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    const twice = `{"username":"leader","password":"otog-demo","username":"nobody"}`
    const answer = await service.app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: twice,
    })
    expect(answer.status).toBe(401)
  })

  test('that is too large, broken or of another kind is refused in words', async () => {
    const send = (body: string, type = 'application/json') =>
      service.as('squad')(`/api/hazards/${newId()}`, {
        method: 'PUT',
        body,
        headers: { 'content-type': type },
      })
    expect((await send(JSON.stringify({ description: '长'.repeat(1_000_000) }))).status).toBe(413)
    expect((await send('{"a":')).status).toBe(400)
    expect((await send('[]')).status).toBe(422)
    expect((await send('"text"')).status).toBe(422)
    expect((await send('null')).status).toBe(422)
    expect((await send('<a/>', 'application/xml')).status).toBe(400)
    expect((await send('['.repeat(100_000) + ']'.repeat(100_000))).status).toBeLessThan(500)
  })
})

describe('an id', () => {
  const ids = async () => {
    const hazard = await registered(service)
    const { items } = (await (await service.as('admin')('/api/users')).json()) as { items: { id: string }[] }
    return { hazard, account: items[0]!.id, unknown: newId() }
  }

  test('that names nothing, or a record of another kind, finds and changes nothing', async () => {
    const { hazard, account, unknown } = await ids()
    const get = async (who: string, path: string) => (await service.as(who)(path)).status
    for (const id of [account, unknown]) {
      for (const kind of ['hazards', 'facilities', 'accidents', 'screenings', 'supervision-lists'])
        expect(await get('leader', `/api/${kind}/${id}`), kind).toBe(404)
      const act = { action: 'progress', progressText: '甲' }
      expect((await service.as('squad')(`/api/hazards/${id}/transitions`, { body: act })).status).toBe(404)
    }
    for (const id of [hazard, unknown]) {
      expect(await get('admin', `/api/users/${id}`)).toBe(404)
      expect((await service.as('admin')(`/api/users/${id}/reset-password`, { method: 'POST' })).status).toBe(
        404,
      )
      expect((await service.as('admin')(`/api/users/${id}/unlock`, { method: 'POST' })).status).toBe(404)
    }
    for (const id of ["1' or '1'='1", '../../users', '%00', '1;drop table hazard', 'null'])
      expect([400, 404], id).toContain(await get('leader', `/api/hazards/${encodeURIComponent(id)}`))
  })
})

describe('another squad’s', () => {
  test('hazard is seen but not corrected, and the answer says whose it is', async () => {
    const id = await registered(service, { road: 'G109', fromStake: 950_000 }, 'leader')
    const { squad } = (await (await service.as('squad')(`/api/hazards/${id}`)).json()) as { squad: string }
    expect(squad).not.toBe('L03')
    const init = { method: 'PATCH', body: { description: '改写' }, headers: { 'if-match': '"1"' } }
    const refused = await service.as('squad')(`/api/hazards/${id}`, init)
    expect(refused.status).toBe(403)
    expect(((await refused.json()) as { detail: string }).detail).toMatch(/^这一条属\S+中队/)
    expect((await service.as('leader')(`/api/hazards/${id}`, init)).status).toBe(200)
  })

  test('hazard that one has reported oneself may be put right, but not given away or taken', async () => {
    const reported = await registered(service, { road: 'G109', fromStake: 950_000 })
    const init = { method: 'PATCH', headers: { 'if-match': '"1"' } }
    expect(
      (await service.as('squad')(`/api/hazards/${reported}`, { ...init, body: { description: '补充' } }))
        .status,
    ).toBe(200)
    const own = await registered(service, { road: 'G109', fromStake: 1_050_000 }, 'leader')
    expect(
      (await service.as('squad')(`/api/hazards/${own}`, { ...init, body: { squad: 'L05' } })).status,
    ).toBe(403)
  })

  test('facility is not changed either', async () => {
    const place = async (stake: number) => {
      const path = `/api/facilities/${newId()}`
      const body = { kind: 'warning_sign', quantity: 1, state: 'working', road: 'G109', stake }
      expect((await service.as('facility')(path, { method: 'PUT', body })).status).toBe(201)
      return path
    }
    const init = { method: 'PATCH', body: { remark: '改写' }, headers: { 'if-match': '"1"' } }
    expect((await service.as('squad')(await place(950_000), init)).status).toBe(403)
    expect((await service.as('squad')(await place(1_050_000), init)).status).toBe(200)
  })

  test('records are in no file that a squad takes out; a department takes what its post says', async () => {
    const foreign = { road: 'G109', fromStake: 950_000, description: '外队的隐患' }
    const hazard = await registered(service, foreign, 'leader')
    await registered(service, { road: 'G109', fromStake: 1_050_000, description: '本队的隐患' }, 'leader')
    const file = async (who: string, path: string) => {
      const answer = await service.as(who)(path)
      return {
        status: answer.status,
        text: await answer.text(),
        name: answer.headers.get('content-disposition'),
      }
    }
    for (const who of ['squad', 'auxiliary']) {
      const taken = await file(who, '/api/hazards?format=csv')
      expect(taken.text).toContain('本队的隐患')
      expect(taken.text).not.toContain('外队的隐患')
    }
    expect((await file('leader', '/api/hazards?format=csv')).text).toContain('外队的隐患')
    expect((await file('squad', '/api/hazards?format=csv&squad=L05')).status).toBe(403)
    for (const kind of ['hazards', 'accidents'])
      expect((await file('facility', `/api/${kind}?format=xlsx`)).status).toBe(403)
    expect((await file('facility', '/api/facilities?format=csv')).status).toBe(200)
    for (const query of ['', '&squad=L03'])
      expect((await file('squad', `/api/to-do?format=xlsx${query}`)).status).toBe(200)
    for (const query of ['&squad=all', '&squad=L05'])
      expect((await file('squad', `/api/to-do?format=xlsx${query}`)).status, query).toBe(403)
    expect((await file('facility', '/api/to-do?format=xlsx')).status).toBe(403)
    const body = { title: '清单', hazardIds: [hazard] }
    const { id } = (await (await service.as('leader')('/api/supervision-lists', { body })).json()) as {
      id: string
    }
    for (const format of ['xlsx', 'csv', 'geojson']) {
      const path = `/api/supervision-lists/${id}?format=${format}`
      for (const who of ['squad', 'auxiliary', 'facility'])
        expect((await file(who, path)).status, who).toBe(403)
      expect((await file('clerk', path)).status).toBe(200)
    }
    const taken = await service.database.db
      .selectFrom('audit_entry')
      .select(['actor_name', 'after'])
      .where('action', '=', 'toDo.export')
      .execute()
    expect(taken.map(({ actor_name }) => actor_name)).toEqual(['squad', 'squad'])
    const split = await file(
      'leader',
      `/api/hazards?format=csv&road=${encodeURIComponent('a"\r\nset-cookie: x=1')}`,
    )
    expect(split.name ?? '').not.toMatch(/[\r\n]|cookie/)
  })
})

test('the pages give out no file from beside their folder', async () => {
  const folder = newRunFolder()
  const web = join(folder, 'web')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<!doctype html>page')
  writeFileSync(join(folder, 'secret.txt'), 'the secret')
  const { database } = service
  const app = createApp({
    database,
    now: () => new Date(),
    logger: pino({ level: 'silent' }),
    webFolder: web,
  })
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//secret.txt',
    '/..%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/assets/%00',
    '/./../secret.txt',
  ]) {
    const answer = await app.request(path)
    expect(await answer.text(), path).not.toContain('the secret')
    expect(answer.status, path).toBeLessThan(500)
  }
  removeRunFolder(folder)
})

/** A description without free text would prove nothing above. */
test('the description names free text in many write paths', () => {
  const hasText = (schema: JsonSchema): boolean =>
    (schema.type === 'string' && !schema.enum && !schema.format) ||
    Object.values(schema.properties ?? {}).some(hasText) ||
    (schema.anyOf ?? []).some(hasText)
  expect(operations.filter(({ schema }) => schema && hasText(schema)).length).toBeGreaterThan(15)
})
