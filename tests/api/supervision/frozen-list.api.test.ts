import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ListChecks } from '../../../api/supervision/checks/list-checks.schema.ts'
import type { ListComparison } from '../../../api/supervision/comparison/list-comparison.schema.ts'
import type { ListLife } from '../../../api/supervision/life/list-life.schema.ts'
import type { SupervisionList } from '../../../api/supervision/supervision-list.schema.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'
import { newAccident } from '../accidents/new-accident.ts'
import { photographed, registered, review, walk } from '../hazards/new-hazard.ts'
import { changeByHand, overwriteEverything } from './change-everything.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ template: 'gis' })
})
beforeEach(() => at('2026-11-23'))
afterAll(() => app.close())

const path = '/api/supervision-lists'
async function answered<Answer>(who: string, address: string, body?: object, status = 200, version?: number) {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
  const method = address.endsWith('#patch') ? 'PATCH' : body ? 'POST' : 'GET'
  const answer = await app.as(who)(address.replace('#patch', ''), { body, method, headers })
  if (answer.status !== status) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}
const drafted = (body: object) => answered<SupervisionList>('clerk', path, body, 201)
const issued = (id: string, body: object = {}) =>
  answered<SupervisionList>('leader', `${path}/${id}/issue`, { reason: '先报旗政府', ...body })
const file = async (id: string, query: string) => {
  const answer = await app.as('audit')(`${path}/${id}?${query}`)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
const at = (day: string) => app.setNow(new Date(`${day}T02:00:00Z`))

const assurances = {
  responsibility: '旗交通运输局',
  measures: '渠化',
  funds: '86万元',
  deadline: '2027年5月',
  contingency: '值守',
}

/** A hazard that has been taken on, notified and listed, with everything that a list asks for. */
async function listed(fromStake: string, changes: object = {}): Promise<string> {
  const id = await registered(app, { fromStake })
  await walk(app, id, [
    ['accident', { ...review, regulatorUnit: 'U01', fundsWan: '86.00', ...changes }],
    [
      'leader',
      { action: 'notify', documentNumber: `鄂公交隐函〔2026〕${fromStake}号`, deliveryMethod: '公文交换' },
    ],
    [
      'clerk',
      { action: 'sign', responsiblePerson: '王某', completeBy: '2027-05-01', remedyPlan: '渠化路口' },
    ],
    ['leader', { action: 'proposeListing', listingLevel: 2, proposal: '建议旗级挂牌', assurances }],
    [
      'clerk',
      {
        action: 'recordListing',
        documentNumber: '鄂安委发〔2026〕3号',
        listedOn: '2026-11-23',
        listingUnit: '旗安委会',
        requiredBy: '2027-05-01',
      },
    ],
  ])
  return id
}

const delisting = { action: 'delist', documentNumber: '鄂安委发〔2026〕9号' }

describe('a draft', () => {
  test('is what the screen of hazards shows under its filter, and says which filter that was', async () => {
    const [one, two] = [
      await registered(app, { road: 'S216', fromStake: 'K38+000' }),
      await registered(app, { road: 'S216', fromStake: 'K40+000' }),
    ]
    const filter = { road: 'S216', open: true }
    const list = await drafted({ filter })
    const shown = await answered<{ items: { id: string }[] }>('clerk', '/api/hazards?road=S216&open=true')
    expect(list.rows.map(({ hazardId }) => hazardId).sort()).toEqual(shown.items.map(({ id }) => id).sort())
    expect(list.filter?.words).toBe('道路：S216；办理：未办结')
    const three = await registered(app, { road: 'S216', fromStake: 'K42+000' })
    const fresh = await answered<SupervisionList>(
      'clerk',
      `${path}/${list.id}/refresh`,
      {},
      200,
      list.version,
    )
    expect(fresh.rows.map(({ hazardId }) => hazardId)).toEqual([one, two, three])
    const chosen = await answered<SupervisionList>(
      'clerk',
      `${path}/${list.id}#patch`,
      { hazardIds: [three, one], title: '察靖线清单' },
      200,
      fresh.version,
    )
    expect(chosen).toMatchObject({ title: '察靖线清单', totals: { hazards: 2 }, version: 3 })
    expect(chosen.filter).toEqual({ words: '道路：S216；办理：未办结（经人工增减、排序）', query: null })
    expect(
      (await app.as('clerk')(`${path}/${list.id}`, { method: 'PATCH', body: { title: '甲' } })).status,
    ).toBe(428)
    await answered('clerk', `${path}/${list.id}#patch`, { title: '甲' }, 409, 1)
    await answered('clerk', path, { filter: { road: 'S216', colour: 'red' } }, 422)
    await answered('clerk', path, { filter: { road: 'S216' }, hazardIds: [one] }, 422)
  })

  test('is handed in, handed back with a reason, and keeps its number when it is withdrawn', async () => {
    const list = await drafted({ hazardIds: [await registered(app)] })
    expect(list.number).toMatch(/^QD-150624-2026-\d{4}$/)
    await answered('clerk', `${path}/${list.id}/submit`, {})
    await answered('clerk', `${path}/${list.id}#patch`, { title: '改' }, 409, 2)
    await answered('clerk', `${path}/${list.id}/return`, { reason: '补资金' }, 403)
    const back = await answered<SupervisionList>('leader', `${path}/${list.id}/return`, { reason: '补资金' })
    expect(back).toMatchObject({ status: 'draft', returnedReason: '补资金', submittedByName: 'clerk' })
    const gone = await answered<SupervisionList>('clerk', `${path}/${list.id}/withdraw`, { reason: '重复' })
    expect(gone).toMatchObject({ status: 'withdrawn', withdrawnReason: '重复', number: list.number })
    await answered('leader', `${path}/${list.id}/issue`, {}, 409)
    const next = await drafted({ hazardIds: [await registered(app)] })
    expect(Number(next.number.slice(-4))).toBe(Number(list.number.slice(-4)) + 1)
  })

  test('names what is missing row by row, and is issued incomplete only with a reason that is kept', async () => {
    const [bare, whole] = [await registered(app), await listed('K1051+000')]
    const list = await drafted({ hazardIds: [bare, whole] })
    const checks = await answered<ListChecks>('clerk', `${path}/${list.id}/checks`)
    const codesOf = (id: string) =>
      checks.items.filter(({ hazardId }) => hazardId === id).map(({ code }) => code)
    expect(codesOf(whole)).toEqual([])
    expect(codesOf(bare)).toEqual(
      expect.arrayContaining(['responsibleUnit', 'dueDate', 'assurances', 'photoBefore']),
    )
    await walk(app, bare, [['accident', review]])
    const stale = await answered<ListChecks>('clerk', `${path}/${list.id}/checks`)
    expect(stale.items.find(({ code }) => code === 'stale')?.message.zh).toContain('治理责任单位')
    const refused = await answered<{ errors: { path: string }[] }>(
      'leader',
      `${path}/${list.id}/issue`,
      {},
      422,
    )
    expect(refused.errors[0]).toMatchObject({ path: 'reason' })
    const done = await issued(list.id, { reason: '责任单位另行明确', documentNumber: checks.proposedNumber })
    expect(done.issueReason).toBe('责任单位另行明确')
    const other = await drafted({ hazardIds: [whole] })
    await answered('leader', `${path}/${other.id}/issue`, { documentNumber: checks.proposedNumber }, 409)
    const unsaid = await answered<SupervisionList>('leader', `${path}/${other.id}/issue`, {})
    expect(unsaid.documentNumber).not.toBe(checks.proposedNumber)
    const trail = await app.database.db
      .selectFrom('audit_entry')
      .select('reason')
      .where('object_id', '=', list.id)
      .where('action', '=', 'supervision.issue')
      .execute()
    expect(trail).toEqual([{ reason: '责任单位另行明确' }])
  })
})

const partOf = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name])
const editions = ['internal', 'external']
const queries = [
  ...['json', 'csv', 'xlsx', 'geojson', 'docx', 'pdf'].map((format) => `format=${format}`),
  ...['xlsx', 'docx', 'pdf'].map((format) => `format=${format}&appendix=diff`),
  ...['docx', 'pdf'].map((format) => `format=${format}&annex=photos`),
]
/** Byte for byte, every way in which the list leaves. */
async function filesOf(id: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const edition of editions)
    for (const query of queries) {
      const bytes = await file(id, `${query}&edition=${edition}`)
      files[`${query} ${edition}`] = createHash('sha256').update(bytes).digest('hex')
    }
  return files
}

async function accidentAt(stake: string): Promise<string> {
  const answer = await app.as('accident')('/api/accidents', { body: newAccident({ stake, killed: 1 }) })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

describe('an issued list', () => {
  test('is byte for byte the same after everything else has changed, by hand and in every table', async () => {
    const [one, two] = [await listed('K1061+000'), await listed('K1062+000')]
    const accidents = [await accidentAt('K1061+010'), await accidentAt('K1061+020')]
    const before = await issued((await drafted({ hazardIds: [two] })).id)
    const list = await drafted({ hazardIds: [one] })
    expect(list.rows[0]!.photos!.map(({ moment }) => moment)).toContain('before')
    expect(list.rows[0]!.accidents).toEqual({ accidents: 2, killed: 2, injured: 2 })
    await issued(list.id)
    const files = await filesOf(list.id)
    const letter = partOf(await file(list.id, 'format=docx&appendix=diff'), 'word/document.xml')
    expect(letter).toContain('本次未列入')
    const table = await answered<ListComparison>('clerk', `${path}/${list.id}/diff`)
    expect(table.against?.id).toBe(before.id)

    // Entered later, though it happened on the day of the list: the appendix does not learn of it.
    await walk(app, two, [['clerk', { ...delisting, delistedOn: '2026-11-23' }]])
    await changeByHand(app, one, accidents)
    expect(await filesOf(list.id)).toEqual(files)
    const fresh = await drafted({ hazardIds: [one] })
    expect(fresh.rows[0]!.accidents).toEqual({ accidents: 2, killed: 6, injured: 2 })
    expect(fresh.fillingUnit).toBe('另一单位')

    const overwritten = await overwriteEverything(app)
    for (const column of [
      'hazard.description',
      'hazard.funds_wan',
      'hazard_photo.caption',
      'hazard_transition.at',
      'listing.document_number',
      'accident.killed',
      'facility.quantity',
      'unit.name',
      'squad.name',
      'area.name',
      'road.name',
      'holiday.name',
      'user_account.display_name',
    ])
      expect(overwritten).toContain(column)
    at('2027-11-24')
    expect(await filesOf(list.id)).toEqual(files)
  })

  test('refuses to leave out in silence what a format has no room for', async () => {
    const list = await drafted({ hazardIds: [await listed('K1065+000')] })
    for (const [query, where] of [
      ['format=csv&appendix=diff', 'appendix'],
      ['format=geojson&appendix=diff', 'appendix'],
      ['format=xlsx&annex=photos', 'annex'],
    ]) {
      const address = `${path}/${list.id}?${query}`
      const refused = await answered<{ errors: { path: string }[] }>('clerk', address, undefined, 422)
      expect(refused.errors[0]!.path).toBe(where)
    }
  })

  test('is changed by nobody, not by hand in the database either, and its photos are kept', async () => {
    const { db } = app.database
    const id = await listed('K1063+000')
    const list = await issued((await drafted({ hazardIds: [id] })).id)
    const update = db.updateTable('supervision_list').set({ title: '改' }).where('id', '=', list.id).execute()
    await expect(update).rejects.toThrow(/never changed/)
    await expect(db.deleteFrom('supervision_list').where('id', '=', list.id).execute()).rejects.toThrow()
    const { sha256 } = list.rows[0]!.photos![0]!
    await db.deleteFrom('hazard_photo').where('sha256', '=', sha256).execute()
    await expect(db.deleteFrom('photo_file').where('sha256', '=', sha256).execute()).rejects.toThrow(
      /supervision_photo/,
    )
    await photographed(app, id)
  })

  test('is compared with the one before: new, gone with why, changed column by column, overdue', async () => {
    const [kept, closed, left] = [
      await listed('K1071+000'),
      await listed('K1072+000'),
      await listed('K1073+000'),
    ]
    const first = await issued((await drafted({ hazardIds: [kept, closed, left] })).id)
    await walk(app, closed, [['clerk', { ...delisting, delistedOn: '2026-11-23' }]])
    await walk(app, kept, [['squad', { action: 'progress', progressText: '信号灯已装' }]])
    at('2027-05-11')
    const added = await registered(app, { fromStake: 'K1074+000' })
    const second = await drafted({ hazardIds: [added, kept] })
    const diff = await answered<ListComparison>('clerk', `${path}/${second.id}/diff`)
    expect(diff.against?.id).toBe(first.id)
    expect(diff.added.map(({ hazardId }) => hazardId)).toEqual([added])
    expect(diff.gone).toMatchObject([
      { hazardId: closed, fate: 'delisted', fateText: '已摘牌（2026-11-23，鄂安委发〔2026〕9号）' },
      { hazardId: left, fate: 'leftOut' },
    ])
    expect(diff.changed).toMatchObject([
      { hazardId: kept, changes: [{ column: '治理进展', after: '整改中（信号灯已装）' }] },
    ])
    expect(diff.overdue).toMatchObject([{ hazardId: kept, days: 10 }])
    const workbook = await readXlsx(await file(second.id, 'format=xlsx&appendix=diff'))
    expect(workbook.sheets[1]!.rows.flat().join()).toContain('逾期 10 天')
  })

  test('has a life beside it: receipts entered, delistings and extensions from the tickets, nothing twice', async () => {
    const id = await listed('K1081+000')
    const list = await issued((await drafted({ hazardIds: [id] })).id)
    const events = `${path}/${list.id}/events`
    const receipt = { kind: 'receipt', happenedOn: '2026-11-23', unit: '旗人民政府', office: '办公室' }
    await answered('squad', events, receipt, 403)
    await answered('clerk', events, { ...receipt, happenedOn: '2026-11-24' }, 422)
    await answered('clerk', events, receipt, 201)
    await walk(app, id, [['clerk', { ...delisting, delistedOn: '2026-11-23' }]])
    await answered(
      'clerk',
      events,
      { kind: 'delisting', happenedOn: '2026-11-23', hazardId: id, documentNumber: '另一号' },
      409,
    )
    const life = await answered<ListLife>('leader', events)
    expect(life.items.map(({ kind, source }) => `${kind} ${source}`).sort()).toEqual([
      'delisting ticket',
      'receipt entered',
      'receipt ticket',
    ])
    const entered = life.items.find(({ source }) => source === 'entered')!
    const after = await answered<ListLife>('clerk', `${events}/${entered.id}/withdraw`, { reason: '登错' })
    expect(after.items.find(({ id: one }) => one === entered.id)?.withdrawnReason).toBe('登错')
  })
})

test('files for outside leave out persons, numbers and exact points, and every file says where it comes from', async () => {
  const id = await listed('K1091+000')
  const ledger = await app.as('leader')('/api/hazards?format=xlsx&road=G109&edition=external')
  const { sheets } = await readXlsx(new Uint8Array(await ledger.arrayBuffer()))
  expect(sheets[0]!.rows[2]).not.toContain('责任人')
  expect(sheets[0]!.rows[1]![0]).toMatch(/筛选条件：道路：G109.*版本：对外版.*校验码：[0-9a-f]{64}/s)
  expect(Object.fromEntries(sheets[1]!.rows as [string, string][])).toMatchObject({
    版本: '对外版',
    校验码: ledger.headers.get('x-content-hash'),
  })
  const csv = await app.as('leader')('/api/hazards?format=csv&road=G109')
  expect(csv.headers.get('content-disposition')).toContain(csv.headers.get('x-content-hash')!.slice(0, 8))
  const places = await answered<{ metadata: Record<string, string>; features: { properties: object }[] }>(
    'leader',
    '/api/accidents?format=geojson&edition=external',
  )
  expect(places.metadata).toMatchObject({ 统计口径: '一般程序', 筛选条件: '口径：一般程序' })
  const list = await drafted({ hazardIds: [id] })
  const asJson = await app.as('leader')(`/api/supervision-lists/${list.id}?edition=external`)
  const { rows } = (await asJson.json()) as { rows: { responsiblePerson: string }[] }
  expect(rows.map(({ responsiblePerson }) => responsiblePerson)).toEqual([''])
  const outside = partOf(await file(list.id, 'format=docx&edition=external'), 'word/document.xml')
  expect([outside.includes('王某'), outside.includes('对外版')]).toEqual([false, true])
})
