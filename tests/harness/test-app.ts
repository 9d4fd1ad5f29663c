import { pino } from 'pino'
import { createApp } from '../../api/app.ts'
import { hashPassword } from '../../api/auth/password.commands.ts'
import type { OpenedDatabase } from '../../api/db/open-database.ts'
import { newId } from '../../api/db/id.ts'
import type { PersonKind } from '../../api/http/actor.ts'
import { openTestDatabase } from './open-test-database.ts'
import type { TestDatabase } from './test-home.ts'

export const people: Readonly<Record<string, { kind: PersonKind; department: string }>> = {
  leader: { kind: 'sworn', department: 'D00' },
  accident: { kind: 'sworn', department: 'N04' },
  accident2: { kind: 'civilian', department: 'N04' },
  clerk: { kind: 'civilian', department: 'N01' },
  facility: { kind: 'civilian', department: 'N05' },
  squad: { kind: 'sworn', department: 'L03' },
  auxiliary: { kind: 'auxiliary', department: 'L03' },
  audit: { kind: 'sworn', department: 'N03' },
  admin: { kind: 'civilian', department: 'ADMIN' },
}

export const testPassword = 'otog-demo'

export interface TestApp {
  readonly app: ReturnType<typeof createApp>
  readonly database: TestDatabase
  /** A request as this person; JSON bodies are written for you. */
  as(username: string): (path: string, init?: TestRequest) => Promise<Response>
  setNow(now: Date): void
  close(): Promise<void>
}

export interface TestRequest {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

async function insertPeople(database: OpenedDatabase, at: Date): Promise<void> {
  const existing = await database.db.selectFrom('user_account').select('username').execute()
  const missing = Object.entries(people).filter(
    ([username]) => !existing.some((row) => row.username === username),
  )
  if (missing.length === 0) return
  const password_hash = await hashPassword(testPassword)
  const rows = missing.map(([username, { kind, department }]) => ({
    id: newId(),
    username,
    display_name: username,
    person_kind: kind,
    department,
    password_hash,
    created_at: at,
    updated_at: at,
  }))
  await database.db.insertInto('user_account').values(rows).execute()
}

/** The service over a fresh database of the home under test, with one person of each post and a clock that stands still. */
export async function openTestApp(options: { template?: 'demo' | 'gis'; now?: Date } = {}): Promise<TestApp> {
  let now = options.now ?? new Date('2026-11-23T02:00:00Z')
  const database = await openTestDatabase(options.template ? { template: options.template } : {})
  await insertPeople(database, now)
  const app = createApp({
    database,
    dataFolder: database.dataFolder,
    now: () => now,
    logger: pino({ level: 'silent' }),
  })
  const cookies = new Map<string, string>()

  async function cookieOf(username: string): Promise<string> {
    const known = cookies.get(username)
    if (known) return known
    const body = JSON.stringify({ username, password: testPassword })
    const answer = await app.request('/api/session', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0]
    if (!cookie) throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`)
    cookies.set(username, cookie)
    return cookie
  }

  return {
    app,
    database,
    setNow: (date) => {
      now = date
      cookies.clear()
    },
    as:
      (username) =>
      async (path, init = {}) => {
        const headers: Record<string, string> = { cookie: await cookieOf(username), ...init.headers }
        const isWhole =
          typeof init.body === 'string' || init.body instanceof FormData || init.body === undefined
        // A form says its own type, with the boundary between its parts.
        if (init.body !== undefined && !(init.body instanceof FormData))
          headers['content-type'] ??= 'application/json'
        const body = isWhole ? init.body : JSON.stringify(init.body)
        return app.request(path, {
          method: init.method ?? (body ? 'POST' : 'GET'),
          headers,
          body: body as string | undefined,
        })
      },
    close: () => database.close(),
  }
}
