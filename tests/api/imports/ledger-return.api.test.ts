import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { facilityStates } from '../../../api/facilities/facility-states.ts'
import type { ImportBatch, ImportRow } from '../../../api/imports/import.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { commit, preview, type Who } from './import-helpers.ts'

let demo: TestApp
let empty: TestApp
beforeAll(async () => {
  demo = await openTestApp({ template: 'demo' })
  empty = await openTestApp({ template: 'gis' })
})
afterAll(() => Promise.all([demo.close(), empty.close()]))

/** Roads that only the demonstration has arrive by their name: another installation gives them no code. */
const knownRoad = sql`case when road_code not like 'L%' then road_code end`

type Kind = 'hazards' | 'facilities'
const clerkOf = (app: TestApp, kind: Kind) => app.as(kind === 'hazards' ? 'clerk' : 'facility')
const exported = async (who: Who, kind: Kind, format: string) =>
  new Uint8Array(await (await who(`/api/${kind}?format=${format}`)).arrayBuffer())

async function changedText(who: Who, kind: Kind, from: string, to: string) {
  const text = new TextDecoder().decode(await exported(who, kind, 'csv'))
  expect(text).toContain(from)
  return preview(who, { name: '台账.csv', bytes: text.replace(from, to) }, { kind })
}

async function rowsOf(who: Who, { id }: ImportBatch) {
  const answer = await who(`/api/imports/${id}/rows?limit=200`)
  return ((await answer.json()) as { items: ImportRow[] }).items
}

async function takeAll(who: Who, { id }: ImportBatch, conflicts: 'keep' | 'overrule') {
  const answer = await who(`/api/imports/${id}`, {
    method: 'PATCH',
    body: { rule: { check: 'take', conflicts } },
  })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await (await who(`/api/imports/${id}`)).json()) as ImportBatch
}

interface Ticket {
  id: string
  number: string
  status: number
  description: string
  version: number
}

async function ticketOf(status: number) {
  const { rows } = await sql<Ticket>`
    select id, number, status, description, version from hazard where status = ${status}::int
      and not exists (select from listing where hazard_id = hazard.id) order by number limit 1`.execute(
    demo.database.db,
  )
  return rows[0]!
}

test.each([
  ['hazards', 26],
  ['facilities', 105],
] as const)('the ledger of %s changes nothing where nobody changed it', async (kind, count) => {
  const who = clerkOf(demo, kind)
  const bytes = await exported(who, kind, 'xlsx')
  const batch = await preview(who, { name: '台账.xlsx', bytes }, { kind })
  expect(batch.counts).toEqual({ new: 0, changed: 0, duplicate: count, check: 0, refused: 0 })
})

describe('a ledger of hazards that comes back', () => {
  test('brings the one cell that was changed, with its entry in the trail, and undo puts it back', async () => {
    const who = clerkOf(demo, 'hazards')
    const ticket = await ticketOf(40)
    const batch = await changedText(who, 'hazards', ticket.description, `${ticket.description}，已复核`)
    expect(batch.counts).toMatchObject({ new: 0, changed: 0, duplicate: 25, check: 1 })
    const row = (await rowsOf(who, batch)).find(({ outcome }) => outcome === 'check')!
    expect(row.match!.differences.map(({ column }) => column)).toEqual(['description'])
    expect((await commit(who, await takeAll(who, batch, 'overrule'))).status).toBe('committed')
    const after = (await (await who(`/api/hazards/${ticket.id}`)).json()) as Ticket
    expect(after).toMatchObject({
      status: 40,
      description: `${ticket.description}，已复核`,
      version: ticket.version + 1,
    })
    const { rows } = await sql<{ action: string }>`
      select action from audit_entry where object_id = ${ticket.id} order by sequence desc limit 1`.execute(
      demo.database.db,
    )
    expect(rows[0]!.action).toBe('hazard.change')
    expect((await who(`/api/imports/${batch.id}/undo`, { method: 'POST' })).status).toBe(200)
    const undone = (await (await who(`/api/hazards/${ticket.id}`)).json()) as Ticket
    expect(undone.description).toBe(ticket.description)
  })

  test('leaves what the review decided to the reviewers', async () => {
    const who = clerkOf(demo, 'hazards')
    const { rows } = await sql<{ advice: string }>`
      select advice from hazard where status = 40 and advice is not null
        and not exists (select from listing where hazard_id = hazard.id) order by number limit 1`.execute(
      demo.database.db,
    )
    const { advice } = rows[0]!
    const batch = await changedText(who, 'hazards', advice, `${advice}，另加`)
    expect(batch.counts).toMatchObject({ new: 0, changed: 0, check: 0 })
    const said = (await rowsOf(who, batch)).flatMap(({ findings }) => findings)
    expect(said.map(({ code }) => code)).toContain('owned_by_life_cycle')
  })

  test('leaves a closed ticket as it is, and says which act it needs', async () => {
    const who = clerkOf(demo, 'hazards')
    const ticket = await ticketOf(70)
    const batch = await changedText(who, 'hazards', ticket.description, `${ticket.description}，又改`)
    expect(batch.counts).toMatchObject({ duplicate: 26, check: 0, changed: 0 })
    const said = (await rowsOf(who, batch)).flatMap(({ findings }) => findings)
    expect(said.filter(({ code }) => code === 'owned_by_life_cycle').map(({ message }) => message)).toEqual([
      expect.stringContaining('反弹重开'),
    ])
  })
})

test('a facility whose state was changed in the ledger changes its state and its next round', async () => {
  const who = clerkOf(demo, 'facilities')
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from facility where state = 'working' order by number limit 1`.execute(demo.database.db)
  const { id, number } = rows[0]!
  const text = new TextDecoder().decode(await exported(who, 'facilities', 'csv'))
  const line = text.split('\r\n').find((each) => each.includes(number))!
  const batch = await changedText(
    who,
    'facilities',
    line,
    line.replace(facilityStates.working.zh, facilityStates.removed.zh),
  )
  const row = (await rowsOf(who, batch)).find(({ outcome }) => outcome !== 'duplicate')!
  expect(row.match!.differences.map(({ column }) => column)).toEqual(['state'])
  await commit(who, await takeAll(who, batch, 'overrule'))
  const after = await (await who(`/api/facilities/${id}`)).json()
  expect(after).toMatchObject({ state: 'removed', inspectionDueOn: null })
  expect((await who(`/api/imports/${batch.id}/undo`, { method: 'POST' })).status).toBe(200)
})

test.each(['hazards', 'facilities'] as const)(
  '%s of one installation are new in an empty one',
  async (kind) => {
    const bytes = await exported(clerkOf(demo, kind), kind, 'xlsx')
    const who = clerkOf(empty, kind)
    const batch = await preview(who, { name: '台账.xlsx', bytes }, { kind })
    expect(batch.counts).toMatchObject({ changed: 0, duplicate: 0, refused: 0 })
    const done = await commit(who, await takeAll(who, batch, 'keep'))
    expect(done.status, done.notes.join()).toBe('committed')
    // The next round follows from the last one and the season; what the ledger prints of it is not read.
    const facts = async (app: TestApp) => {
      const { rows } = await sql<{ facts: unknown }>`${
        kind === 'hazards'
          ? sql`select jsonb_build_array(title, types, level, description, ${knownRoad}, from_stake, to_stake, place_text,
          side, direction, responsible_unit_code, due_date, analysis, advice, temporary_control_text, remark) as facts
          from hazard order by 1`
          : sql`select jsonb_build_array(kind, quantity, unit, ${knownRoad}, stake, place_text, side, direction, state,
          installed_on, last_inspected_on, remark) as facts
          from facility order by 1`
      }`.execute(app.database.db)
      return rows.map((row) => row.facts)
    }
    expect(await facts(empty)).toEqual(await facts(demo))
    expect((await preview(who, { name: '台账.xlsx', bytes }, { kind })).counts).toMatchObject({
      new: 0,
      check: 0,
    })
  },
)
