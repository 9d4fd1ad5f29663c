import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import '../../../api/accidents/accident.table.ts'
import { hazardActionIds } from '../../../api/hazards/hazard-actions.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { bodies, extension, hazardIn, listing, readyFor } from './act-cases.ts'
import { hazardRequests, pathsOf } from './hazard-requests.ts'
import { photographed, registered, review } from './new-hazard.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
afterAll(() => app.close())

const { send, act, read, recordsOf } = hazardRequests(() => app)

const placeLamp = async (hazardId: string) => {
  const id = v7()
  const body = {
    kind: 'solar_strobe',
    quantity: 2,
    road: 'G109',
    stake: 'K1046+100',
    hazardId,
    state: 'working',
  }
  const answer = await app.as('facility')(`/api/facilities/${id}`, { method: 'PUT', body })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return id
}

describe('temporary control', () => {
  test('a lamp that is installed never changes the status, and stands in for the photo', async () => {
    const id = await hazardIn(app, 40)
    await placeLamp(id)
    expect(await read(id)).toMatchObject({ status: 40, temporaryControl: 'inPlace' })
    expect((await act('squad', id, 'controlTemporarily')).status).toBe(200)
    expect((await read(id)).status).toBe(40)
  })

  test('each facility is decided before its hazard is closed, and the decision is carried out', async () => {
    const id = await readyFor(app, 'close')
    const lamp = await placeLamp(id)
    expect(await pathsOf(await act('leader', id, 'close'))).toEqual([`facilities.${lamp}`])
    expect((await read(id)).status).toBe(60)
    const facilities = [{ id: lamp, decision: 'permanent' }]
    expect((await act('leader', id, 'close', { facilities })).status).toBe(200)
    const answer = await app.as('facility')(`/api/facilities/${lamp}`)
    expect(await answer.json()).toMatchObject({ state: 'permanent', version: 2 })
  })
})

describe('acceptance and closing', () => {
  test('no photo after the remedy, one unit alone, or an item not met: it does not pass', async () => {
    const bare = await hazardIn(app, 50)
    expect(await pathsOf(await act('accident', bare, 'accept'))).toEqual(['photos.acceptance'])
    await photographed(app, bare)
    const alone = bodies.accept.attendees!.map(({ name }) => ({ name, unit: '棋盘井中队' }))
    expect(await pathsOf(await act('accident', bare, 'accept', { attendees: alone }))).toEqual(['attendees'])
    const checks = bodies.accept.checks!.map((check, i) => ({ ...check, isMet: i > 0 }))
    expect(await pathsOf(await act('accident', bare, 'accept', { checks }))).toEqual(['checks'])
    const half = { checks: bodies.accept.checks!.slice(1) }
    expect(await pathsOf(await act('accident', bare, 'accept', half))).toEqual(['checks'])
    expect((await act('accident', bare, 'returnForRemedy', { outcome: 'partial', checks })).status).toBe(200)
    expect((await recordsOf(bare)).acceptances).toMatchObject([{ conclusion: 'partial' }])
  })

  test('a listing of the banner is taken down before the hazard is closed; one of the brigade need not be', async () => {
    const [banner, brigade] = [await readyFor(app, 'close'), await readyFor(app, 'close')]
    await listing(app, banner, 'listed', 2)
    await listing(app, brigade, 'listed', 1)
    expect((await read(banner)).allowedActions).not.toContain('close')
    expect((await act('leader', banner, 'close')).status).toBe(409)
    expect((await act('clerk', banner, 'delist')).status).toBe(200)
    expect((await act('leader', banner, 'close')).status).toBe(200)
    expect((await act('leader', brigade, 'close')).status).toBe(200)
  })

  test('a major hazard is not called done without the five assurances, each in words', async () => {
    const id = await hazardIn(app, 40, { level: 3 })
    await photographed(app, id)
    const assurances = { ...bodies.proposeListing.assurances, contingency: undefined }
    expect(await pathsOf(await act('clerk', id, 'requestAcceptance', { assurances }))).toEqual(['assurances'])
    expect((await act('clerk', id, 'requestAcceptance')).status).toBe(200)
  })
})

describe('listing and extension', () => {
  test('the earlier date of the supervising unit binds, and ours stays visible', async () => {
    const id = await hazardIn(app, 40)
    await act('leader', id, 'proposeListing')
    expect(await read(id)).toMatchObject({ flags: expect.arrayContaining(['listingRequested']) })
    expect((await act('clerk', id, 'recordListing')).status).toBe(200)
    const listed = await read(id)
    expect(listed).toMatchObject({
      dueDate: '2027-03-31',
      originalDueDate: '2027-06-30',
      supervisionLevel: 2,
    })
    expect(listed.flags).not.toContain('listingRequested')
    expect((await recordsOf(id)).listings).toMatchObject([{ state: 'listed', listingUnit: '旗安委会' }])
  })

  test('an overdue hazard keeps its first date after an extension; who asked does not grant', async () => {
    const id = await hazardIn(app, 40, { due_date: '2026-11-11', original_due_date: '2026-11-11' })
    expect(await read(id)).toMatchObject({ overdueDays: 12, urgingDue: 'letter' })
    expect((await act('clerk', id, 'requestExtension', { newDueDate: '2026-12-11' })).status).toBe(200)
    expect(await read(id)).toMatchObject({ isExtensionPending: true, dueDate: '2026-11-11', overdueDays: 12 })
    expect((await act('leader', id, 'grantExtension')).status).toBe(200)
    expect(await read(id)).toMatchObject({
      dueDate: '2026-12-11',
      originalDueDate: '2026-11-11',
      overdueDays: 0,
      extensions: 1,
      isExtensionPending: false,
    })
    const { items } = (await (await app.as('audit')(`/api/hazards/${id}/history`)).json()) as {
      items: { fields: object }[]
    }
    expect(items[0]!.fields).toMatchObject({ isLate: true })
  })

  test('the supervising unit is asked where the banner listed it, and a winter needs something that stands there', async () => {
    const id = await hazardIn(app, 40)
    await listing(app, id, 'listed', 2)
    await extension(app, id, { is_winter_pause: true })
    const noPaper = { documentNumber: undefined }
    expect(await pathsOf(await act('leader', id, 'grantExtension', noPaper))).toEqual(['documentNumber'])
    expect(await pathsOf(await act('leader', id, 'grantExtension'))).toEqual(['isWinterPause'])
  })
})

describe('papers', () => {
  test('the review keeps the accident figures of that day with their calibre and cut-off', async () => {
    const id = await registered(app)
    expect((await send('accident', `${id}/transitions`, review)).status).toBe(200)
    const { items } = (await (await app.as('audit')(`/api/hazards/${id}/history`)).json()) as {
      items: { fields: Record<string, unknown> }[]
    }
    expect(items[1]!.fields.accidentSnapshot).toMatchObject({
      calibre: 'general',
      cutoff: '2026-11-23',
      oneYear: { accidents: 0, killed: 0 },
    })
  })

  test('the notice is on file until its receipt comes, and what is missing is said', async () => {
    const id = await hazardIn(app, 20, { level: 3, responsible_unit_code: 'U01' })
    await act('leader', id, 'notify')
    expect((await act('clerk', id, 'sign', { receiptToFollow: true })).status).toBe(200)
    expect((await read(id)).flags).toEqual(
      expect.arrayContaining(['receiptMissing', 'planMissing', 'governmentReportMissing', 'photoMissing']),
    )
    expect((await recordsOf(id)).documents).toMatchObject([
      {
        kind: 'notice',
        number: '鄂公交隐函〔2026〕7号',
        addressee: expect.stringContaining('交通'),
        receiptOn: null,
      },
    ])
    expect(await pathsOf(await act('clerk', id, 'recordReceipt'))).toEqual(['photos.receipt'])
    await photographed(app, id, ['receipt'])
    expect((await read(id)).flags).not.toContain('receiptMissing')
    // Dated before the notice it answers, it is refused; recorded once, it is not missing any more.
    const early = await act('clerk', id, 'recordReceipt', { receiptOn: '2026-11-22' })
    expect(await pathsOf(early)).toEqual(['receiptOn'])
    expect((await act('clerk', id, 'recordReceipt')).status).toBe(200)
    expect((await recordsOf(id)).documents).toMatchObject([{ receiptOn: '2026-11-23', receiptBy: '王某' }])
    expect((await act('clerk', id, 'recordReceipt')).status).toBe(409)
  })
})

describe('reopening', () => {
  test('an injury near a closed place within a year proposes it, until somebody says why not', async () => {
    const id = await hazardIn(app, 60)
    await photographed(app, id)
    expect((await act('leader', id, 'close')).status).toBe(200)
    const accidentId = v7()
    const at = new Date('2026-11-25T02:00:00Z')
    const row = { accident_no: 'T-1', source: 'manual', procedure: 'general', occurred_at: at, injured: 1 }
    const where = {
      road_code: 'G109',
      road_name: '国道109线',
      stake: 1_046_390,
      place_text: '路口',
      form: '11',
      locating: 'unlocated',
    }
    const made = { created_at: at, created_by: v7(), updated_at: at, updated_by: v7() }
    await app.database.db
      .insertInto('accident')
      .values({ id: accidentId, ...row, ...where, ...made } as never)
      .execute()
    // The others of this file lie at the same place.
    const proposals = async () => {
      const answer = await app.as('leader')('/api/hazards/reopening-proposals')
      const { items } = (await answer.json()) as { items: { hazardId: string }[] }
      return items.filter(({ hazardId }) => hazardId === id)
    }
    expect(await proposals()).toMatchObject([
      { hazardId: id, cause: 'accident', accidentId, injured: 1, distance: 190 },
    ])
    expect((await read(id)).flags).toContain('reopeningProposed')
    const dismissal = { accidentId, reason: '疲劳驾驶，与路口无关' }
    expect((await send('leader', `${id}/reopening-dismissals`, dismissal, 2)).status).toBe(200)
    expect(await proposals()).toEqual([])
    expect((await read(id)).flags).not.toContain('reopeningProposed')
  })
})

describe('two people at once', () => {
  test('of six requests for one step exactly one wins, and each other is told what changed', async () => {
    const id = await hazardIn(app, 40)
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => {
        const body = { action: 'progress', progressText: `第${n}次` }
        return send(n % 2 ? 'squad' : 'auxiliary', `${id}/transitions`, body, 1)
      }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    const lost = await answers.find(({ status }) => status === 409)!.json()
    const changes = [{ action: 'hazard.progress', fields: ['progressText'] }]
    expect(lost).toMatchObject({ version: 2, changes })
    expect(await read(id)).toMatchObject({ version: 2 })
  })

  test('without a version none is lost: all are in the history, and one proposal stands', async () => {
    const id = await hazardIn(app, 40)
    const reports = await Promise.all([1, 2, 3].map(() => act('squad', id, 'progress')))
    expect(reports.map(({ status }) => status)).toEqual([200, 200, 200])
    const proposals = await Promise.all([1, 2, 3].map(() => act('leader', id, 'proposeListing')))
    expect(proposals.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await read(id)).toMatchObject({ version: 5 })
  })
})

describe('the calendar', () => {
  test('is kept by office and leader, and moves the clocks that count working days', async () => {
    const day = { kind: 'holiday', name: '那达慕' }
    const put = (who: string) => app.as(who)('/api/holidays/2026-11-24', { method: 'PUT', body: day })
    expect((await put('squad')).status).toBe(403)
    const other = await hazardIn(app, 10, { created_at: new Date('2026-11-23T02:00:00Z') })
    const due = async () => (await read(other)).clocks.find(({ code }) => code === 'review')?.dueOn
    expect(await due()).toBe('2026-11-26')
    expect((await put('clerk')).status).toBe(200)
    expect(await due()).toBe('2026-11-27')
    const remove = { method: 'DELETE' }
    expect((await app.as('leader')('/api/holidays/2026-11-24', remove)).status).toBe(204)
    expect((await app.as('leader')('/api/holidays/2026-11-24', remove)).status).toBe(404)
    expect(await due()).toBe('2026-11-26')
  })

  test('the table is there for programs and the page for people', async () => {
    const table = (await (await app.as('audit')('/api/hazards/life-cycle')).json()) as {
      acts: { id: string }[]
    }
    expect(table.acts.map(({ id }) => id).sort()).toEqual([...hazardActionIds].sort())
    const page = await app.as('audit')('/api/docs/life-cycle')
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const rules = await (await app.as('audit')('/api/docs/screening-rules')).text()
    expect(rules).toContain('500 米内一年发生 3 起以上重大事故')
    const rights = await (await app.as('admin')('/api/docs/rights')).text()
    expect(rights).toMatch(/签发挂牌督办清单[\s\S]*?(?:<td>–<\/td>){8}<td>✓<\/td><td>–<\/td>/)
  })
})
