import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page

interface Items {
  mine: { count: number; items: { act: string | null; verb: { zh: string }; recordId: string }[] }
}

beforeAll(async () => {
  site = await openDemoSite(
    async ({ url }) => {
      const answer = await (await signedIn(url, 'leader'))('/api/roads/G109/locate?stake=K1046%2B000')
      const place = (await answer.json()) as { geometry: { coordinates: [number, number] } }
      const [longitude, latitude] = place.geometry.coordinates
      return {
        ...{ viewport: { width: 360, height: 740 }, hasTouch: true },
        permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
        geolocation: { longitude, latitude },
      }
    },
    { drawsMap: false },
  )
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

/** Nothing sticks out of a narrow phone, and the page itself does not scroll. */
const overhang = () =>
  page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]',
  )

describe('the morning of a squad officer, on a phone of 360 pixels', () => {
  test('the tab says how much waits, and the list opens a ticket at its act', async () => {
    await page.goto(service.url)
    await signIn(page, 'squad')
    const request = await signedIn(service.url, 'squad')
    const { mine } = (await (await request('/api/to-do')).json()) as Items
    const { act, verb, recordId } = mine.items.find((item) => item.act !== null)!
    await page.getByRole('button', { name: `待办 ${mine.count}` }).click()
    await page.getByRole('radio', { name: `待我处理 ${mine.count}` }).waitFor()
    expect(await overhang()).toEqual([0, 0])
    expect(await seriousBarriers(page)).toEqual([])
    await page
      .getByRole('button', { name: new RegExp(`^${verb.zh} ?：`) })
      .first()
      .click()
    await expect.poll(() => page.url()).toContain(`select=hazard:${recordId}&act=${act}`)
    await page.getByLabel('进展情况').fill('渠化图已批，护栏到货')
    await page.getByRole('button', { name: `确认${verb.zh}` }).click()
    await expect
      .poll(async () => ((await (await request('/api/to-do')).json()) as Items).mine.count)
      .toBe(mine.count - 1)
    await page.getByRole('button', { name: new RegExp(`^待办( ${mine.count - 1})?$`) }).waitFor()
  })

  test('what is late is red and said in words, for all squads the own one first', async () => {
    await page.getByRole('button', { name: /^待办/ }).click()
    await page.getByLabel('中队').selectOption('all')
    await page.getByRole('radio', { name: /^已逾期 [1-9]/ }).check()
    await page.getByText('逾期 12 天').first().waitFor()
  })

  test('a patrol from where one stands: the next stop, ticked, stays ticked over a reload', async () => {
    await page.getByRole('radio', { name: '今日顺路巡查' }).check()
    await page.getByRole('button', { name: '从我的位置出发' }).click()
    await page.getByText(/^从 G109 K104[56]\+\d{3} 出发$/).waitFor()
    const next = page.getByRole('region', { name: '下一处' })
    await next.getByText(/再走 0\.[12]\d 公里/).waitFor()
    const first = (await next.getByRole('checkbox').getAttribute('aria-label')) ?? (await next.innerText())
    expect(first).toContain('K1046+200')
    await next.getByRole('checkbox').check()
    await next.getByText(/已看 1 \/ \d+/).waitFor()
    expect(await overhang()).toEqual([0, 0])
    expect(await seriousBarriers(page)).toEqual([])
    await page.reload()
    await page
      .getByRole('region', { name: '下一处' })
      .getByText(/已看 1 \/ \d+/)
      .waitFor()
  })

  test('the patrol goes to the chat as text, and a stop opens on the map', async () => {
    await page.getByRole('button', { name: '复制为微信文字' }).click()
    await page.getByText('已复制').waitFor()
    const text = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(text).toMatch(/【今日顺路巡查】\d{4}年\d+月\d+日 棋盘井中队\n.*公里/)
    await page
      .getByRole('button', { name: /^在地图上看 ?：/ })
      .first()
      .click()
    await expect.poll(() => page.url()).toMatch(/select=(hazard|facility|hotspot):/)
  })

  test('in the largest type nothing sticks out', async () => {
    await page.goto(`${service.url}/?panel=patrol&text=1.5`)
    await page.getByRole('heading', { name: '下一处' }).waitFor()
    expect(await overhang()).toEqual([0, 0])
    await page.goto(`${service.url}/?panel=todo&text=1.5`)
    await page.getByRole('radio', { name: /待我处理/ }).waitFor()
    expect(await overhang()).toEqual([0, 0])
  })

  test('nothing was asked of another host, and the page never complained', () => {
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
