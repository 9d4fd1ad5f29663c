import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, phone, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  site = await openDemoSite(
    { viewport: { width: 1280, height: 900 }, acceptDownloads: true },
    { drawsMap: false },
  )
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

const chart = () => page.getByRole('group', { name: /带状图：/ })
const strokes = () => chart().locator('.stroke').count()
const drawn = () => page.getByText(/^全线：事故 \d+ 起/)
const accidentsOf = async (road: string, from: string, to: string) => {
  const request = await signedIn(service.url, 'leader')
  const path = `/api/accidents?road=${road}&from=${from}&to=${to}&format=geojson`
  const { features } = (await (await request(path)).json()) as {
    features: { properties: { stake: number | null } }[]
  }
  return features.filter(({ properties }) => properties.stake !== null).length
}

/** The panel has the rule's folds above its list. */
const fold = (name: string) => page.getByText(name, { exact: true })

describe('a leader tries a rule with other numbers', () => {
  test('a trial of P1a over a kilometre says where it differs, and is compared with the rule itself', async () => {
    await page.goto(`${service.url}/?panel=hotspots`)
    await signIn(page, 'leader')
    await page.getByRole('button', { name: /第1位.*G109.*K1046/ }).waitFor()
    await fold('改参数试算').click()
    const form = page.getByRole('form', { name: '改参数试算' })
    const length = form.getByLabel('窗长（米）')
    await length.fill('20')
    await form.getByRole('button', { name: '试算', exact: true }).click()
    await form.getByText(/50.*50,?000/).waitFor()
    await length.fill('1000')
    await form.getByText('原值 500').waitFor()
    await form.getByRole('button', { name: '试算', exact: true }).click()
    await page.getByText(/^试算：与 P1a 原规则不同.*500→1000/).waitFor()
    await fold('与以往比较').click()
    const earlier = page.getByLabel('较早的一次')
    await earlier.selectOption({ index: 1 })
    await page.getByText('两次的参数不同，比较时请注意。').waitFor()
    await page.getByRole('heading', { name: /^仍在 [1-9]\d* 处$/ }).waitFor()
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('P0 is empty until the brigade enters its own, and is then screened like any other', async () => {
    await page.goto(`${service.url}/?panel=hotspots&preset=P0`)
    await page.getByText('P0 尚未录入').waitFor()
    await fold('录入本大队依据的规范（P0）').click()
    const form = page.getByRole('form', { name: '录入本大队依据的规范（P0）' })
    await form.getByLabel('规则名称').fill('演示用规则')
    await form.getByLabel('文号、名称').fill('演示〔2026〕1号')
    await form.getByLabel('窗长（米）').fill('500')
    await form.getByLabel('统计期（天）').fill('366')
    await form.getByLabel('起数下限').fill('3')
    await form.getByRole('button', { name: '保存为 P0' }).click()
    await page.getByText('现行第 1 版').waitFor()
    await page.getByRole('button', { name: /第1位.*G109.*K1046/ }).waitFor()
  })
})

describe('a leader looks at a road drawn straight', () => {
  test('from the first accident-prone place, whose five accidents stand in its band', async () => {
    await page.goto(`${service.url}/?panel=hotspots`)
    await page.getByRole('button', { name: /第1位.*G109.*K1046/ }).click()
    await page.getByRole('button', { name: '带状图', exact: true }).last().click()
    await chart().waitFor()
    await expect.poll(() => page.url()).toMatch(/panel=strip.*strip=G109:1041\d{3}-1051\d{3}/)
    await expect.poll(strokes).toBe(5)
    const [band] = await chart()
      .getByRole('button', { name: /^多发点段第1位/ })
      .all()
    const room = (await band!.boundingBox())!
    for (const stroke of await chart().locator('.stroke').all()) {
      const { x, width } = (await stroke.boundingBox())!
      expect(x + width / 2).toBeGreaterThan(room.x - 3)
      expect(x + width / 2).toBeLessThan(room.x + room.width + 3)
    }
  })

  test('every accident with a stake has its stroke, in this year and in the one before', async () => {
    await page.getByRole('button', { name: '全线', exact: true }).click()
    await expect.poll(() => page.url()).toMatch(/strip=G109(&|$)/)
    await expect.poll(strokes).toBe(await countSaid())
    const year = Number(await page.getByLabel('年份').inputValue())
    await page.getByLabel('年份').press('ArrowLeft')
    await page.getByText(`${year - 1}年`, { exact: true }).waitFor()
    const before = await accidentsOf('G109', `${year - 1}-01-01`, `${year - 1}-12-31`)
    await expect.poll(strokes).toBe(before)
    expect(page.url()).toContain(`from=${year - 1}-01-01`)
    await page.getByLabel('年份').press('ArrowRight')
    await expect.poll(strokes).not.toBe(before)
  })

  test('moves along it by the keyboard, and the address can be given to somebody else', async () => {
    await chart().focus()
    for (const key of ['+', '+', '+', 'ArrowRight']) await page.keyboard.press(key)
    await expect.poll(() => page.url()).toMatch(/strip=G109:\d+-\d+/)
    const shown = await page.getByText(/^K\d+\+\d{3}—K\d+\+\d{3}（[\d.]+公里）$/).textContent()
    await page.goto(page.url())
    await page.getByText(shown!, { exact: true }).waitFor()
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('a tap on a hazard opens its record on the map, and back is the diagram again', async () => {
    await page.goto(`${service.url}/?panel=strip&strip=G109:1040000-1052000`)
    await chart()
      .getByRole('button', { name: /运煤专线平交口/ })
      .click()
    await page.getByRole('heading', { name: /运煤专线平交口/ }).waitFor()
    expect(page.url()).toContain('select=hazard:')
    await page.goBack()
    await chart().waitFor()
    expect(page.url()).toContain('strip=G109:1040000-1052000')
  })

  test('the drawing is a file of its own, well formed, with title, calibre and every accident', async () => {
    await page.getByRole('button', { name: '下载 SVG' }).waitFor()
    await expect.poll(strokes).toBe(5)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 SVG' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('国道109线（京拉线）交通安全带状图（演示数据）.svg')
    const source = await readFile(await download.path(), 'utf8')
    const told = await page.evaluate((text: string) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml')
      const words = [...file.querySelectorAll('text')].map((each) => each.textContent ?? '')
      return {
        root: file.documentElement.nodeName,
        errors: file.querySelectorAll('parsererror').length,
        strokes: file.querySelectorAll('[data-severity]').length,
        links: file.querySelectorAll('image, style, foreignObject').length,
        words: words.join('\n'),
      }
    }, source)
    expect(told).toMatchObject({ root: 'svg', errors: 0, links: 0 })
    expect(told.strokes).toBe(await countSaid())
    // Another program draws it too: dark ink and coloured ink on white paper.
    const drawing = await sharp(Buffer.from(source))
      .flatten({ background: '#fff' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { channels } = await sharp(drawing.data, { raw: drawing.info }).stats()
    expect(Math.max(...channels.map(({ min }) => min))).toBeLessThan(60)
    const means = channels.map(({ mean }) => mean)
    expect(Math.max(...means) - Math.min(...means)).toBeGreaterThan(0.2)
    for (const word of [
      '国道109线（京拉线）交通安全带状图（演示数据）',
      '口径：一般程序',
      '数据截止',
      '棋盘井中队',
    ])
      expect(told.words).toContain(word)
  })

  test('on paper it lies on A4 landscape, also from the dark screen', async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf.toString('latin1'))!
    expect(Math.round(Number(box[1]))).toBe(842)
    expect(Math.round(Number(box[2]))).toBe(595)
    expect(await page.locator('.print-page svg').count()).toBeGreaterThan(2)
    await page.evaluate("document.documentElement.dataset.theme = 'dark'")
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light')
    await page.emulateMedia({ media: null })
  })
})

/** What the page says it has drawn of the whole road. */
async function countSaid(): Promise<number> {
  await page.locator('[aria-busy="false"]').first().waitFor()
  return Number(/事故 (\d+) 起/.exec((await drawn().textContent())!)![1])
}

describe('on a phone of 360 pixels', () => {
  test('a divided road shows both directions, and the page does not run off to the side', async () => {
    await page.setViewportSize(phone.viewport!)
    await page.goto(`${service.url}/?panel=strip&strip=CAYJ&text=1.5&theme=dark`)
    await chart().waitFor()
    await chart().getByText('事故 →敖勒召其').waitFor()
    await chart().getByText('事故 ←察汗淖尔').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    expect(await seriousBarriers(page)).toEqual([])
    expect(watched.complaints).toEqual([])
    expect(watched.foreignRequests).toEqual([])
  })
})
