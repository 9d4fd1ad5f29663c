import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import { letterKindIds } from '../../../api/letters/letter-kinds.ts'
import type { LetterPreview } from '../../../api/letters/letter.schema.ts'
import { canConvert, canReadPages, convertToPdf, pageTexts } from '../../harness/office-files.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

let opened: TestApp
let hazards: readonly Hazard[]
const office = '/api/office'

beforeAll(async () => {
  opened = await openTestApp({ template: 'demo' })
  hazards = ((await (await opened.as('leader')('/api/hazards?limit=100')).json()) as { items: Hazard[] })
    .items
})
afterAll(() => opened.close())

const as = (who: string) => opened.as(who)
const named = (part: string) => hazards.find(({ title }) => title.includes(part))!
const path = (id: string, kind: string, query = '') => `/api/hazards/${id}/documents/${kind}${query}`
const preview = async (answer: Promise<Response>) => (await (await answer).json()) as LetterPreview
const textOf = ({ lines }: LetterPreview) => lines.map(({ text }) => text).join('\n')
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
const plain = (text: string) => text.replace(/\s/g, '')

interface Entry {
  readonly action: string
  readonly objectId: string
  readonly after: {
    readonly format: string
    readonly rows: number
    readonly document: Record<string, string>
  }
}
const lastEntry = async (action: string) => {
  const answer = await as('audit')(`/api/audit?action=${action}&limit=1`)
  return ((await answer.json()) as { items: Entry[] }).items[0]
}

describe('documents of a ticket', () => {
  test('every demo ticket has every document, or a reason why not, and no word is left unfilled', async () => {
    expect(hazards.length).toBe(26)
    const told = { made: 0, refused: 0 }
    for (const { id, status } of hazards)
      for (const kind of letterKindIds) {
        const answer = await as('leader')(path(id, kind, '?format=json'))
        const body = (await answer.json()) as LetterPreview & { detail: string }
        told[answer.status === 200 ? 'made' : 'refused'] += 1
        expect([200, 409], `${kind} in ${status}`).toContain(answer.status)
        const text = answer.status === 200 ? textOf(body) : body.detail
        expect(text).not.toMatch(/undefined|null|NaN|\[object|。。|；。|，。|：。/)
        expect(text.length).toBeGreaterThan(10)
      }
    // Two wait for their review; of those that are late there is one, and two wait for the receipt.
    expect(told.made).toBeGreaterThan(70)
    expect(told.refused).toBeGreaterThan(26)
  }, 120_000)

  test('the notice of the coal road names letter, day and what stands there', async () => {
    const { id } = named('运煤专线')
    const letter = await preview(as('clerk')(path(id, 'notice', '?format=json')))
    expect(letter.number).toMatch(/^鄂公交隐函〔\d{4}〕\d+号$/)
    expect(letter.proposedNumber).toMatch(/^鄂公交隐函〔\d{4}〕\d+号$/)
    expect(letter.proposedNumber).not.toBe(letter.number)
    const text = textOf(letter)
    expect(text).toContain('关于抄告国道109线1046公里+200米至1047公里+900米路段道路交通安全隐患的函')
    expect(text).toMatch(/近三年该路段发生一般程序交通事故\d+起，造成\d+人死亡、\d+人受伤。/)
    expect(text).toContain('已设置太阳能爆闪警示灯4盏、警示标牌4块、减速振动标线2组等临时性管控措施')
    expect(text).toContain('旗交通运输局：')
  })

  test('urging is made of what is overdue and refused for what is not', async () => {
    const late = await preview(as('clerk')(path(named('K967+400').id, 'urging', '?format=json')))
    expect(textOf(late)).toContain('已逾期12日')
    const early = await as('clerk')(path(named('运煤专线').id, 'urging', '?format=json'))
    expect(early.status).toBe(409)
    expect(((await early.json()) as { detail: string }).detail).toContain('还没有逾期')
  })

  test('what a notice names as attached is bound in, photos only once they are masked', async () => {
    const { id } = named('运煤专线')
    const open = async () => {
      const letter = await preview(as('clerk')(path(id, 'notice', '?format=json')))
      const files = unzipSync(await bytesOf(await as('clerk')(path(id, 'notice'))))
      const pictures = Object.keys(files).filter((name) => name.startsWith('word/media/'))
      return { letter, text: plain(strFromU8(files['word/document.xml']!).replace(/<[^>]+>/g, '')), pictures }
    }
    const before = await open()
    expect(before.letter.lacksMaskedPhotos).toBe(true)
    expect(textOf(before.letter)).not.toContain('现场照片')
    expect(before.text).toContain('附件位置示意图')
    expect(before.pictures).toHaveLength(1)
    const photos = (await (await as('leader')(`/api/hazards/${id}/photos`)).json()) as {
      items: { id: string; stage: string }[]
    }
    for (const photo of photos.items.filter(({ stage }) => stage === 'found')) {
      const masking = { method: 'POST', body: { isMasked: true } }
      expect((await as('leader')(`/api/hazards/${id}/photos/${photo.id}/mask`, masking)).status).toBe(200)
    }
    const after = await open()
    expect(after.letter.lacksMaskedPhotos).toBe(false)
    expect(textOf(after.letter)).toContain('1.现场照片')
    expect(after.text).toContain('附件1现场照片')
    expect(after.text).toContain('附件2位置示意图')
    expect(after.pictures).toHaveLength(2)
  })

  test('a file that leaves is written down with its number, its hash and its edition', async () => {
    const { id } = named('运煤专线')
    const letter = await preview(as('clerk')(path(id, 'notice', '?format=json')))
    const file = await as('clerk')(path(id, 'notice'))
    expect(file.headers.get('content-type')).toContain('wordprocessingml')
    expect(decodeURIComponent(file.headers.get('content-disposition')!)).toContain('抄告函-鄂交隐')
    const text = strFromU8(unzipSync(await bytesOf(file))['word/document.xml']!)
    expect(text).toContain('运煤专线')
    const entry = await lastEntry('hazardDocument.export')
    expect(entry).toMatchObject({
      objectId: id,
      after: {
        format: 'docx',
        document: { kind: 'notice', number: letter.number, hash: letter.hash, edition: 'internal' },
      },
    })
    const pdf = await as('clerk')(path(id, 'receipt', '?format=pdf'))
    expect(strFromU8((await bytesOf(pdf)).slice(0, 5))).toBe('%PDF-')
  })

  test('looking is open to all who read; taking away follows the rights of exports', async () => {
    const [own, foreign] = [named('运煤专线').id, named('K38+000').id]
    expect((await as('auxiliary')(path(foreign, 'notice', '?format=json'))).status).toBe(200)
    expect((await as('auxiliary')(path(own, 'notice'))).status).toBe(200)
    expect((await as('auxiliary')(path(foreign, 'notice'))).status).toBe(403)
    expect((await as('facility')(path(own, 'notice'))).status).toBe(403)
    expect((await as('admin')(path(own, 'notice', '?format=json'))).status).toBe(403)
  })

  test('an unknown ticket and an unreadable wish are told apart', async () => {
    const unknown = '019a0000-0000-7000-8000-00000000dead'
    expect((await as('clerk')(path(unknown, 'notice'))).status).toBe(404)
    expect((await as('clerk')(path(hazards[0]!.id, 'notice', '?datedOn=soon'))).status).toBe(400)
  })

  test.skipIf(!canConvert || !canReadPages)(
    'LibreOffice opens each Word file and says what it says',
    async () => {
      const { id } = named('K967+400')
      const chosen = hazards.filter(({ status }) => status === 40).map((hazard) => `hazardIds=${hazard.id}`)
      const addresses = [
        ...letterKindIds.map((kind) => [kind, path(id, kind)] as const),
        ['report', `/api/letters/report?${chosen.join('&')}`] as const,
        ['round', '/api/facilities/round/form'] as const,
      ]
      const files = []
      for (const [kind, address] of addresses) {
        const answer = await as('leader')(address)
        expect(answer.status, kind).toBe(200)
        files.push({ name: `${kind}.docx`, bytes: await bytesOf(answer) })
      }
      const pdfs = await convertToPdf(files)
      for (const [kind, address] of addresses) {
        const asked = await preview(as('leader')(`${address}${address.includes('?') ? '&' : '?'}format=json`))
        const seen = plain((await pageTexts(pdfs[`${kind}.docx`]!)).join(''))
        const own = await bytesOf(
          await as('leader')(`${address}${address.includes('?') ? '&' : '?'}format=pdf`),
        )
        const printed = plain((await pageTexts(own)).join(''))
        const begun = asked.lines
          .filter(({ as: role }) => role === 'title' || role === 'text')
          .map(({ text }) => plain(text).slice(0, 12))
          .filter((start) => !start.startsWith('附件'))
        expect(
          begun.filter((start) => !seen.includes(start) || !printed.includes(start)),
          kind,
        ).toEqual([])
      }
    },
    120_000,
  )
})

describe('the report upwards', () => {
  test('proposes the chosen tickets, by GET or by POST, and says so in the trail', async () => {
    const hazardIds = [named('运煤专线').id, named('K38+000').id]
    const query = hazardIds.map((id) => `hazardIds=${id}`).join('&')
    const report = await preview(as('leader')(`/api/letters/report?format=json&${query}`))
    expect(report.proposedNumber).toMatch(/^鄂公交发〔\d{4}〕\d+号$/)
    expect(textOf(report)).toContain('共2处')
    const file = await as('clerk')('/api/letters/report', { body: { format: 'pdf', hazardIds } })
    expect(file.status).toBe(200)
    expect(await lastEntry('listingReport.export')).toMatchObject({
      after: { rows: 2, document: { hash: report.hash } },
    })
    expect((await as('squad')('/api/letters/report', { body: { hazardIds } })).status).toBe(403)
  })

  test('refuses what does not exist and what is closed, by name', async () => {
    const closed = hazards.find(({ status }) => status === 70)!
    const refused = await as('leader')('/api/letters/report', { body: { hazardIds: [closed.id] } })
    expect(refused.status).toBe(422)
    expect(((await refused.json()) as { detail: string }).detail).toContain(closed.displayNumber)
    const unknown = ['019a0000-0000-7000-8000-00000000dead']
    expect((await as('leader')('/api/letters/report', { body: { hazardIds: unknown } })).status).toBe(422)
  })
})

test('the form of a round lists what is due, narrowed to the own squad', async () => {
  const all = await preview(as('facility')('/api/facilities/round/form?format=json'))
  expect(textOf(all)).toContain('临时管控设施巡检表')
  const own = await preview(as('squad')('/api/facilities/round/form?format=json'))
  expect(own.lines.length).toBeLessThan(all.lines.length)
  expect(textOf(own)).toContain('棋盘井中队')
  const none = await as('facility')('/api/facilities/round/form?until=2001-01-01')
  expect([200, 422]).toContain(none.status)
})

describe('what documents bear', () => {
  test('the office changes it, the next letter bears it, and the trail keeps what it was', async () => {
    const before = await as('clerk')(office)
    const {
      version,
      updatedAt: _at,
      updatedByName: _by,
      proposedNumbers: _next,
      ...content
    } = (await before.json()) as Record<string, unknown>
    expect(before.headers.get('etag')).toBe(`"${String(version)}"`)
    const body = {
      ...content,
      organ: '鄂托克旗交管大队',
      replyDays: 5,
      contact: '李某',
      phone: '0477-XXXXXXX',
    }
    const put = (who: string, seen: string | undefined, sent: unknown = body) =>
      as(who)(office, { method: 'PUT', body: sent, headers: seen === undefined ? {} : { 'if-match': seen } })
    expect((await put('accident', '"0"')).status).toBe(403)
    expect((await put('admin', '"0"')).status).toBe(403)
    expect((await put('clerk', undefined)).status).toBe(428)
    expect((await put('clerk', '"0"', { ...body, replyDays: 0 })).status).toBe(422)
    const twice = [(content['legalBases'] as unknown[])[0], (content['legalBases'] as unknown[])[0]]
    expect((await put('clerk', '"0"', { ...body, legalBases: twice })).status).toBe(422)
    const changed = await put('clerk', '"0"')
    expect(changed.status).toBe(200)
    expect(await changed.json()).toMatchObject({
      version: 1,
      organ: '鄂托克旗交管大队',
      updatedByName: expect.any(String) as string,
    })
    const stale = await put('leader', '"0"')
    expect(stale.status).toBe(409)
    expect((await put('leader', '"1"', { ...body, campaign: '百日整治' })).status).toBe(200)

    const text = textOf(await preview(as('leader')(path(named('运煤专线').id, 'notice', '?format=json'))))
    expect(text).toContain('鄂托克旗交管大队（印章）')
    expect(text).toContain('5个工作日内反馈回执')
    expect(text).toContain('（联系人：李某，电话：0477-XXXXXXX）')
    const answer = await as('audit')('/api/audit?action=office.change&limit=2')
    const { items } = (await answer.json()) as {
      items: { before: Record<string, unknown>; after: Record<string, unknown> }[]
    }
    expect(
      items.map(({ before: was, after }) => [was['campaign'], after['campaign'], after['version']]),
    ).toEqual([
      ['', '百日整治', 2],
      ['', '', 1],
    ])
  })
})
