import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let context: BrowserContext
let service: RunningService
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  site = await openDemoSite({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  ;({ service, context, watched, page } = site)
})
afterAll(() => site?.close())

const mapIsReady = () => page.locator('[data-map-ready="true"]').waitFor()
const clipboard = () => page.evaluate('navigator.clipboard.readText()')
const sheet = () => page.getByLabel('详情')

async function lonLatOf(place: string): Promise<[lon: number, lat: number]> {
  const [road, stake] = place.split(' ')
  const request = await signedIn(service.url, 'accident')
  const answer = await request(`/api/roads/${road}/locate?stake=${encodeURIComponent(stake!)}`)
  return ((await answer.json()) as { geometry: { coordinates: [number, number] } }).geometry.coordinates
}

/** An accident whose coordinates lie more than a kilometre from its road; farther off it would be refused. */
async function registerStray(accidentNo: string): Promise<void> {
  const [lon, lat] = await lonLatOf('G109 K1044+000')
  const body = {
    ...{
      accidentNo,
      procedure: 'general',
      occurredAt: '2026-11-21T10:00:00+08:00',
      road: 'G109',
    },
    ...{ placeText: '国道109线1044公里处', lon, lat: lat + 0.013, crs: 'wgs84', killed: 1, injured: 0 },
    ...{ lossYuan: 6000, form: '11', collision: '5', causeClass: '32', weather: '1', light: '5' },
  }
  const request = await signedIn(service.url, 'accident')
  const answer = await request('/api/accidents', { method: 'POST', body: JSON.stringify(body) })
  expect(answer.status).toBe(201)
}

describe('locating anything, both ways', () => {
  test('a stake typed as officers say it leads to its card, and its words can be copied', async () => {
    await page.goto(service.url)
    await signIn(page, 'accident')
    await mapIsReady()
    await page.keyboard.press('/')
    await page.keyboard.type('109 1046.2')
    await page.getByRole('option', { name: /G109 K1046\+200/ }).waitFor()
    await page.keyboard.press('Enter')
    await sheet().getByText('棋盘井中队').waitFor()
    await expect.poll(() => page.url()).toContain('select=stake:G109:1046200')
    await sheet().getByRole('button', { name: '复制桩号' }).click()
    await sheet().getByText('已复制').first().waitFor()
    expect(await clipboard()).toBe('G109 K1046+200')
    await sheet().getByRole('button', { name: '复制微信文字' }).click()
    await expect.poll(clipboard).toMatch(/^【国道109线】1046公里\+200米\(K1046\+200\).*棋盘井镇/)
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('without a signal a stake is still found', async () => {
    const box = page.getByRole('combobox', { name: '查找' })
    await context.setOffline(true)
    await box.fill('察敖一级 12.3')
    await page.getByText('只查了本机的公路和桩号').waitFor()
    await box.press('Enter')
    await expect.poll(() => page.url()).toContain('select=stake:CAYJ:12300')
    await context.setOffline(false)
  })

  test('a click on the road says its stake, its side and how far from the centre line', async () => {
    const [lon, lat] = await lonLatOf('G109 K1060+300')
    await page.goto(
      `${service.url}/?map=16/${lat.toFixed(5)}/${lon.toFixed(5)}&hide=hazards,facilities,accidents,hotspots`,
    )
    await mapIsReady()
    const map = (await page.getByRole('main').locator('canvas').first().boundingBox())!
    await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2 - 3)
    await sheet()
      .getByRole('heading', { name: /G109 K1060\+(29|30)\d/ })
      .first()
      .waitFor()
    await sheet()
      .getByText(/距路中线 \d+ 米|在路中线上/)
      .waitFor()
    await sheet().getByRole('button', { name: '在此登记隐患' }).click()
    await page.getByText(/G109 K1060\+(29|30)\d，对吗？/).waitFor()
  })

  test('a pasted coordinate of Amap is offered with the road it lies on, and taken only by a tap', async () => {
    await page.getByLabel('桩号、坐标或微信文字').fill('高德 107.976,39.0904')
    const offer = page.getByRole('button', { name: /GCJ-02/ })
    await offer.waitFor()
    await page.getByText(/G109 K1060\+(29|30)\d，对吗？/).waitFor()
    await page.getByLabel('桩号、坐标或微信文字').fill('109国道1046公里加200米')
    await page.getByRole('button', { name: /G109 K1046\+200.*按桩号/s }).click()
    expect(await page.getByRole('textbox', { name: '公里', exact: true }).inputValue()).toBe('1046')
    expect(await page.getByRole('textbox', { name: '米', exact: true }).inputValue()).toBe('200')
  })

  test('the work list says why a place is unclear, and one key puts the accident on its road', async () => {
    await registerStray('W15062420260001')
    await page.goto(`${service.url}/?panel=locating`)
    await mapIsReady()
    const stray = page.getByRole('listitem').filter({ hasText: 'W15062420260001' })
    await stray.getByText('离登记的公路太远').waitFor()
    await stray.getByText(/原坐标/).waitFor()
    const byWords = stray.getByRole('button', { name: /读作 G109 K1044\+000/ })
    await byWords.waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    await page.keyboard.press((await byWords.getAttribute('aria-keyshortcuts'))!)
    await page.getByText(/W15062420260001 已定位，还有 \d+ 条/).waitFor()
    await expect.poll(() => stray.count()).toBe(0)
    const request = await signedIn(service.url, 'accident')
    const { items } = (await (await request('/api/search?q=W15062420260001')).json()) as {
      items: { kind: string; id: string }[]
    }
    const { id } = items.find(({ kind }) => kind === 'accident')!
    const placed = (await (await request(`/api/accidents/${id}`)).json()) as {
      road: string
      stake: number
      geometry: { coordinates: [number, number] }
    }
    expect(placed).toMatchObject({ road: 'G109', stake: 1_044_000 })
    const [, lat] = await lonLatOf('G109 K1044+000')
    expect(placed.geometry.coordinates[1]).toBeCloseTo(lat, 4)
  })

  test('what cannot be located any better is kept with a reason and leaves the list', async () => {
    const waiting = page
      .getByRole('tab')
      .or(page.getByRole('button', { name: /^待定位 \d+$/ }))
      .first()
    const before = Number(/\d+/.exec((await waiting.textContent()) ?? '')![0])
    await page.keyboard.press('j')
    await page.keyboard.press('c')
    await page.getByRole('button', { name: '资料不全，无法再定位' }).click()
    await page.getByText(/维持现状，还有 \d+ 条/).waitFor()
    await expect
      .poll(async () => Number(/\d+/.exec((await waiting.textContent()) ?? '')![0]))
      .toBe(before - 1)
  })

  test('nothing was asked of another host, and the page never complained', () => {
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
