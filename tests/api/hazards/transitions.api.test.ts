import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import type { HazardRecords } from '../../../api/hazards/records/record.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { acceptance, newHazardId, registered, review, toAcceptance, walk } from './new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const act = (who: string, id: string, body: unknown, headers: Record<string, string> = {}) =>
  app.as(who)(`/api/hazards/${id}/transitions`, { body, headers })
const read = async (id: string, who = 'leader') =>
  (await (await app.as(who)(`/api/hazards/${id}`)).json()) as Hazard

describe('the life of a hazard', () => {
  test('goes from registration to closing, each step by somebody who may, and all of it is told', async () => {
    const id = await registered(app)
    await walk(app, id, [
      ...toAcceptance,
      ['accident', acceptance],
      ['leader', { action: 'close', note: '设施转永久' }],
    ])
    expect(await read(id)).toMatchObject({ status: 70, level: 2, dueDate: '2027-06-30', version: 8 })
    const history = (await (await app.as('audit')(`/api/hazards/${id}/history`)).json()) as {
      items: { action: string; toStatus: number }[]
    }
    expect(history.items.map(({ toStatus }) => toStatus)).toEqual([10, 20, 30, 40, 40, 50, 60, 70])
    const audit = await app.database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('object_id', '=', id)
      .execute()
    expect(audit).toHaveLength(8)
  })

  test('cannot be taken on without cause, unit and date, and each missing field is named', async () => {
    const id = await registered(app)
    const answer = await act('accident', id, { action: 'approve', level: 1 })
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toEqual(['analysis', 'responsibleUnit', 'advice', 'dueDate'])
    expect((await read(id)).status).toBe(10)
  })

  test('asks for more when the hazard is major', async () => {
    const id = await registered(app)
    const answer = await act('accident', id, { ...review, level: 3 })
    const { errors } = (await answer.json()) as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toEqual(['emergencyAdvice', 'temporaryControlPlan'])
  })

  test('is put before the officer by a civilian: nothing of it changes until the officer decides', async () => {
    const id = await registered(app)
    const before = await read(id)
    const { action: _approve, ...drafted } = review
    const draft = { action: 'draftReview', ...drafted, note: '现场已核' }
    expect((await act('accident', id, draft)).status).toBe(403)
    expect((await act('auxiliary', id, draft)).status).toBe(403)
    expect((await act('accident2', id, { ...draft, responsibleUnit: 'U99' })).status).toBe(422)
    expect((await act('accident2', id, draft)).status).toBe(200)
    const { level, analysis, advice, dueDate, responsibleUnit, status } = before
    expect(await read(id)).toMatchObject({ level, analysis, advice, dueDate, responsibleUnit, status })
    expect((await read(id)).flags).toContain('reviewDrafted')
    const records = (await (await app.as('accident')(`/api/hazards/${id}/records`)).json()) as HazardRecords
    const made = { actorName: 'accident2', note: '现场已核', responsibleUnitName: '鄂托克旗交通运输局' }
    expect(records.reviewDrafts).toMatchObject([{ fields: drafted, ...made }])
    // The officer may see it otherwise.
    expect((await act('accident', id, { ...review, level: 1 })).status).toBe(200)
    const decided = await read(id)
    expect(decided).toMatchObject({ status: 20, level: 1, analysis: review.analysis })
    expect(decided.flags).not.toContain('reviewDrafted')
  })

  test('is a black spot once the review finds it accident-prone, and none when that was a mistake', async () => {
    const id = await registered(app)
    expect((await read(id)).isBlackSpot).toBe(false)
    expect((await act('accident', id, { ...review, types: ['C1', 'G1'] })).status).toBe(200)
    const found = await read(id, 'leader')
    expect([found.isBlackSpot, found.types]).toEqual([true, ['C1', 'G1']])
    const body = { types: ['C1'] }
    const headers = { 'if-match': `"${found.version}"` }
    const answer = await app.as('accident')(`/api/hazards/${id}`, { method: 'PATCH', body, headers })
    expect(answer.status, await answer.clone().text()).toBe(200)
    expect((await read(id)).isBlackSpot).toBe(false)
  })

  test('is not reviewed by who registered it', async () => {
    const id = await registered(app, {}, 'accident')
    expect((await read(id, 'accident')).allowedActions).not.toContain('approve')
    expect((await act('accident', id, review)).status).toBe(403)
    expect((await read(id, 'leader')).allowedActions).toContain('approve')
    expect((await act('leader', id, review)).status).toBe(200)
  })

  test('is refused to the wrong post, and in the wrong state', async () => {
    const id = await registered(app)
    expect((await act('squad', id, review)).status).toBe(403)
    expect((await act('auxiliary', id, review)).status).toBe(403)
    const early = await act('leader', id, { action: 'close', note: '早' })
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('待销号')
    expect((await act('leader', newHazardId(), review)).status).toBe(404)
  })

  test('is not accepted by one unit alone', async () => {
    const id = await registered(app)
    await walk(app, id, toAcceptance)
    const alone = {
      ...acceptance,
      attendees: acceptance.attendees.map(({ name }) => ({ name, unit: '事故中队' })),
    }
    expect((await act('accident', id, alone)).status).toBe(422)
    expect((await read(id)).status).toBe(50)
  })

  test('goes back to the remedy when acceptance fails, and says so beside its status', async () => {
    const id = await registered(app)
    await walk(app, id, [...toAcceptance, ['accident', { action: 'returnForRemedy', reason: '标线未补' }]])
    expect(await read(id)).toMatchObject({
      status: 40,
      flags: expect.arrayContaining(['acceptanceReturned']),
    })
  })

  test('keeps its first due date visible when it is reopened', async () => {
    const id = await registered(app)
    await walk(app, id, [
      ...toAcceptance,
      ['accident', acceptance],
      ['leader', { action: 'close', note: '合格' }],
      ['leader', { action: 'reopen', reason: '又发生事故' }],
    ])
    expect(await read(id)).toMatchObject({ status: 75, dueDate: null, originalDueDate: '2027-06-30' })
    expect((await act('leader', id, { action: 'resumeRemedy' })).status).toBe(422)
    expect((await act('leader', id, { action: 'resumeRemedy', dueDate: '2027-09-30' })).status).toBe(200)
  })

  test('merges only into another hazard that is open', async () => {
    const [id, other] = [await registered(app), await registered(app)]
    expect((await act('accident', id, { action: 'merge', mergedInto: id })).status).toBe(422)
    expect((await act('accident', id, { action: 'merge', mergedInto: other })).status).toBe(200)
    expect(await read(id)).toMatchObject({ status: 16, mergedInto: other, allowedActions: [] })
  })

  test('is taken one step by one of two people who press at once', async () => {
    const id = await registered(app)
    const answers = await Promise.all([
      act('accident', id, review, { 'if-match': '"1"' }),
      act('leader', id, { action: 'refuse', reason: '重复' }, { 'if-match': '"1"' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)!
    expect(await refused.json()).toMatchObject({ version: 2, changes: [{ version: 2 }] })
  })

  test('counts the days past its due date', async () => {
    const id = await registered(app)
    await walk(app, id, [['accident', { ...review, dueDate: '2026-11-25' }]])
    expect(await read(id)).toMatchObject({ overdueDays: 0, warning: 'orange' })
    app.setNow(new Date('2026-12-07T02:00:00Z'))
    expect(await read(id)).toMatchObject({ overdueDays: 12, warning: 'red' })
    const overdue = (await (await app.as('leader')('/api/hazards?overdue=true')).json()) as {
      items: Hazard[]
    }
    expect(overdue.items.map((hazard) => hazard.id)).toEqual([id])
    app.setNow(new Date('2026-11-23T02:00:00Z'))
  })
})
