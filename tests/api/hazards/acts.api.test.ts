import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPermitted } from '../../../api/auth/permissions.ts'
import { hazardStatusCodes } from '../../../api/hazards/hazard-status.ts'
import { conditions } from '../../../api/hazards/life/conditions.ts'
import { lifeCycle, statusAfter, transitionEntries } from '../../../api/hazards/life-cycle.ts'
import type { HazardActionId } from '../../../api/hazards/hazard-actions.ts'
import { openTestApp, people, type TestApp } from '../../harness/test-app.ts'
import { bodies, hazardIn, readyFor, spoil } from './act-cases.ts'
import { photographed } from './new-hazard.ts'

let app: TestApp
let target: string
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
  target = await hazardIn(app, 40)
})
afterAll(() => app.close())

const posts = Object.entries(people).map(([name, { kind, department }]) => ({
  name,
  post: { personKind: kind, department },
}))
const mayDo = (action: HazardActionId) =>
  posts.filter(({ post }) => isPermitted(post, lifeCycle[action].permission)).map(({ name }) => name)
const bodyOf = (action: HazardActionId) => ({
  ...bodies[action],
  ...(action === 'merge' ? { mergedInto: target } : {}),
})
const act = (who: string, id: string, body: object) => app.as(who)(`/api/hazards/${id}/transitions`, { body })
const pathsOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { path: string }[] }).errors.map(({ path }) => path)
const rowOf = (id: string) =>
  app.database.db
    .selectFrom('hazard')
    .select(['status', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

describe.each(transitionEntries)('%s', (action, table) => {
  test('is done by every post that may, and leaves its line in the history and in the audit trail', async () => {
    expect(mayDo(action).length).toBeGreaterThan(0)
    for (const who of mayDo(action)) {
      const id = await readyFor(app, action)
      const answer = await act(who, id, { action, ...bodyOf(action) })
      expect(answer.status, `${who}: ${answer.status === 200 ? '' : await answer.text()}`).toBe(200)
      const to = statusAfter(action, table.from[0]!)
      expect(await rowOf(id)).toEqual({ status: to, version: 2 })
      const { items } = (await (await app.as('leader')(`/api/hazards/${id}/history`)).json()) as {
        items: { action: string; actorName: string; toStatus: number }[]
      }
      expect(items).toMatchObject([{ action, actorName: who, toStatus: to }])
      const entries = await app.database.db
        .selectFrom('audit_entry')
        .select(['action', 'actor_name'])
        .where('object_id', '=', id)
        .execute()
      expect(entries).toEqual([{ action: `hazard.${action}`, actor_name: who }])
    }
  })

  test('is refused to every other post, and nothing changes', async () => {
    const id = await readyFor(app, action)
    const others = posts.map(({ name }) => name).filter((name) => !mayDo(action).includes(name))
    for (const who of others)
      expect((await act(who, id, { action, ...bodyOf(action) })).status, who).toBe(403)
    expect(await rowOf(id)).toEqual({ status: table.from[0], version: 1 })
  })

  test('names each field that is missing', async () => {
    const [who] = mayDo(action)
    const id = await readyFor(app, action)
    // The types are known since the registration.
    const asked = [...table.required, ...(action === 'approve' ? (table.requiredWhenMajor ?? []) : [])]
    for (const field of asked.filter((name) => name !== 'types')) {
      const { [field]: _left, ...rest } = bodyOf(action)
      const answer = await act(who!, id, { action, ...rest })
      expect(answer.status, field).toBe(422)
      expect(await pathsOf(answer)).toContain(field)
    }
    expect((await rowOf(id)).version).toBe(1)
  })

  test('names each photo that is missing', async () => {
    const [who] = mayDo(action)
    for (const stage of table.evidence ?? []) {
      const id = await readyFor(app, action, [stage])
      const answer = await act(who!, id, { action, ...bodyOf(action) })
      expect(answer.status, stage).toBe(422)
      expect(await pathsOf(answer)).toEqual([`photos.${stage}`])
      expect((await rowOf(id)).version).toBe(1)
    }
  })

  test('does not fit any other status', async () => {
    const [who] = mayDo(action)
    const wrong = hazardStatusCodes.find((status) => !table.from.includes(status))!
    const id = await hazardIn(app, wrong)
    await photographed(app, id)
    const answer = await act(who!, id, { action, ...bodyOf(action) })
    expect(answer.status).toBe(409)
    expect(await rowOf(id)).toEqual({ status: wrong, version: 1 })
  })

  test('waits for its conditions', async () => {
    const [who] = mayDo(action)
    for (const condition of table.conditions ?? []) {
      // Where nothing is there to hold it, the bare hazard is the counter-example.
      const isBare = spoil[condition] === undefined
      const id = await (isBare ? hazardIn(app, table.from[0]!, { due_date: null }) : readyFor(app, action))
      await spoil[condition]?.(app, id)
      const answer = await act(who!, id, { action, ...bodyOf(action) })
      expect(answer.status, condition).toBe(409)
      expect(await answer.text()).toContain(conditions[condition].text.zh)
    }
  })
})
