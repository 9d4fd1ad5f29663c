import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  canConvert,
  canReadPages,
  convertToPdf,
  fontsOf,
  pageSizes,
  pageTexts,
  placedWords,
} from '../../harness/office-files.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

const year = 'from=2025-01-01&to=2025-12-03'
const long =
  '运煤专线与主线平面交叉，支线未设置减速让行标志标线，夜间无照明，重型货车左转切入频繁，雨雪天气路面湿滑，驾驶人视线受路侧堆料遮挡，近三年多起侧面碰撞。'.repeat(
    5,
  )
const plain = (text: string) => text.replace(/\s/g, '')

interface Expected {
  readonly address: string
  /** Stands somewhere in it. */
  readonly says: string
  readonly isLandscape: boolean
  /** Of the heading that every page of a long table repeats. */
  readonly repeats?: string
}

const ledgers: Readonly<Record<string, Expected>> = {
  'hazards.xlsx': { address: '/api/hazards?format=xlsx', says: '鄂交隐', isLandscape: true },
  'accidents.xlsx': {
    ...{ address: `/api/accidents?format=xlsx&${year}`, says: '事故编号', isLandscape: true },
    repeats: '事故编号',
  },
  'facilities.xlsx': { address: '/api/facilities?format=xlsx', says: '设施', isLandscape: true },
  'inspection.xlsx': { address: '/api/inspection?format=xlsx', says: '督察', isLandscape: true },
}
const reports = Object.fromEntries(
  Object.entries({
    'monthly-hazards': '挂牌督办',
    'four-indices': '四项指数',
    'annual-summary': '道路交通事故',
    'facility-totals': '爆闪',
  }).flatMap(([kind, says]) =>
    ['docx', 'xlsx'].map((format): [string, Omit<Expected, 'isLandscape'>] => [
      `${kind}.${format}`,
      { address: `/api/reports/${kind}?${year}&format=${format}`, says },
    ]),
  ),
)

describe.skipIf(!canConvert || !canReadPages)('an office program opens what leaves the service', () => {
  let app: TestApp
  let files: Record<string, Omit<Expected, 'isLandscape'> & { isLandscape?: boolean }>
  let pdfs: Record<string, Buffer>
  beforeAll(async () => {
    app = await openTestApp({ template: 'demo' })
    await app.database.db.updateTable('hazard').set({ description: long }).where('level', '=', 3).execute()
    const found = await app.as('leader')('/api/hazards?limit=100')
    const { items } = (await found.json()) as { items: { id: string; status: number }[] }
    const hazardIds = items.filter(({ status }) => status >= 20 && status < 70).map(({ id }) => id)
    const drafted = await app.as('clerk')('/api/supervision-lists', { body: { hazardIds } })
    const { id } = (await drafted.json()) as { id: string }
    const list = `/api/supervision-lists/${id}?appendix=diff&format=`
    const shown = { says: '挂牌督办道路交通安全隐患清单', isLandscape: true, repeats: '应急管理建' }
    files = {
      ...{ ...ledgers, ...reports },
      'list.docx': { address: `${list}docx`, ...shown },
      'list.xlsx': { address: `${list}xlsx`, ...shown },
      'sheet.docx': {
        ...{ address: `/api/hazards/${hazardIds[0]}/documents/sheet?format=docx`, says: '一患一档' },
        isLandscape: false,
      },
    }
    const made = Object.entries(files).map(async ([name, { address }]) => {
      const answer = await app.as('leader')(address)
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
      return { name, bytes: new Uint8Array(await answer.arrayBuffer()) }
    })
    // The program leaves the ending out: a workbook and a letter of one name would meet.
    const unlike = (name: string) => name.replace('.', '-') + name.slice(-5)
    const opened = (await Promise.all(made)).map(({ name, bytes }) => ({ name: unlike(name), bytes }))
    const converted = await convertToPdf(opened)
    pdfs = Object.fromEntries(Object.keys(files).map((name) => [name, converted[unlike(name)]!]))
  }, 120_000)
  afterAll(() => app.close())

  test('with its Chinese in fonts that have it, and every word on the paper', async () => {
    for (const [name, { says, isLandscape }] of Object.entries(files)) {
      const pdf = pdfs[name]!
      const [texts, sizes, words] = await Promise.all([pageTexts(pdf), pageSizes(pdf), placedWords(pdf)])
      expect(plain(texts.join('')), name).toContain(says)
      // What does not fit a number's cell is printed as these.
      expect(texts.join(''), name).not.toContain('###')
      expect(
        (await fontsOf(pdf)).every(({ isEmbedded }) => isEmbedded),
        name,
      ).toBe(true)
      if (isLandscape !== undefined)
        expect(
          sizes.every(({ width, height }) => width > height === isLandscape),
          name,
        ).toBe(true)
      const outside = words.filter(({ page, left, right, top, bottom }) => {
        const { width, height } = sizes[page - 1]!
        return left < 10 || top < 10 || right > width - 10 || bottom > height - 10
      })
      expect(outside, name).toEqual([])
      // Nothing but a page number, or a line to sign on, is no page.
      expect(
        texts.map((text) => plain(text).length).filter((length) => length < 40),
        name,
      ).toEqual([])
    }
  })

  test('with its heading on each page of a long table, and the long texts whole', async () => {
    for (const [name, { repeats }] of Object.entries(files)) {
      if (!repeats) continue
      const texts = (await pageTexts(pdfs[name]!)).map(plain)
      const appendix = texts.findIndex((text) => text.includes('与上次清单比较'))
      const pages = appendix < 0 ? texts : texts.slice(0, appendix)
      expect(pages.length, name).toBeGreaterThan(2)
      // The last one may hold nothing but who signs and where the list came from.
      for (const page of pages.slice(0, -1)) expect(page, name).toContain(repeats)
    }
    for (const name of ['list.docx', 'list.xlsx']) {
      const text = plain((await pageTexts(pdfs[name]!)).join(''))
      expect(text.split('多起侧').length - 1, name).toBeGreaterThan(5)
      expect(text, name).not.toContain('……')
    }
  })
})
