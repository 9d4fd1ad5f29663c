import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facility } from '../../api/facilities/facility.schema.ts'
import type { FacilityRecord, Round } from '../../api/facilities/inspections/inspection.schema.ts'
import { newPhoto } from '../fixtures/photos/make-photo.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { openPage, seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, phone, signIn, type DemoSite } from './demo-site.ts'
import { firstWordsOfPages, pageCount, readCode } from './printed-pages.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page
let faulty: Round['items'][number]

const round = async () => {
  const request = await signedIn(service.url, 'squad')
  return (await (await request('/api/facilities/round?squad=L03', {})).json()) as Round
}
const recordOf = async (id: string) => {
  const request = await signedIn(service.url, 'leader')
  return (await (await request(`/api/facilities/${id}/record`, {})).json()) as FacilityRecord
}

beforeAll(async () => {
  site = await openDemoSite(phone, { drawsMap: false })
  ;({ service, watched, page } = site)
  // All of the squad's are due, as after a storm.
  const request = await signedIn(service.url, 'squad')
  await request('/api/facilities/storm-rounds', { method: 'POST', body: JSON.stringify({ cause: 'wind' }) })
})
afterAll(() => site?.close())

const shots = process.env.SCREENSHOTS
async function look(name: string, of: Page = page): Promise<void> {
  if (shots) await of.screenshot({ path: join(shots, `${name}.png`) })
}
const button = (name: string | RegExp, of: Page = page) => of.getByRole('button', { name, exact: true })
const row = (stop: Round['items'][number]) => page.locator('li', { hasText: stop.stakeText! }).first()
const topsOfRows =
  'Array.from(document.querySelectorAll("li.work-row"), (row) => Math.round(row.getBoundingClientRect().top))'
const tops = () => page.evaluate<number[]>(topsOfRows)
const sticksOut = 'document.documentElement.scrollWidth - innerWidth'

describe('the round of a squad, on a phone of 360 pixels', () => {
  test('shows what is due on the own stretch, and one tap says that all is in order', async () => {
    const { items, inspectedToday } = await round()
    const [first] = items.filter(({ repair, state }) => !repair && state === 'working')
    faulty = items.filter(({ repair, state }) => !repair && state === 'working').at(-1)!
    expect(faulty.facilityId).not.toBe(first!.facilityId)
    await page.goto(`${service.url}/?panel=rounds&text=1.5&theme=dark`)
    await signIn(page, 'squad')
    await page.getByRole('button', { name: /^打开/ }).first().waitFor()
    expect(await page.evaluate(sticksOut)).toBe(0)
    await look('rounds-360-large-dark')
    let lineIsUp!: () => void
    const late = new Promise<void>((done) => (lineIsUp = done))
    const figures = /\/api\/(statistics|accidents)/
    await page.route(figures, (route) => late.then(() => route.continue()))
    await page.goto(`${service.url}/?panel=rounds&text=1&theme=light`)
    await page.getByText(/^今天已巡检 \d+ 处 · 还有 \d+ 处$/).waitFor()
    await page.getByRole('radio', { name: /^全部 \d+$/ }).check()
    const untold = await tops()
    lineIsUp()
    await page.locator('.totals').getByText('定位 192/194').waitFor()
    await page.locator('.totals').getByText('194起').waitFor()
    expect(await tops()).toEqual(untold)
    await page.unroute(figures)
    await look('rounds-360')
    expect(await seriousBarriers(page)).toEqual([])
    expect(await page.evaluate(sticksOut)).toBe(0)
    const before = await tops()
    await row(first!).getByRole('button', { name: /^正常/ }).click()
    await row(first!).getByText('已巡检：正常').waitFor()
    expect(await tops()).toEqual(before)
    await page.getByText(`今天已巡检 ${inspectedToday + 1} 处`).waitFor()
    expect((await recordOf(first!.facilityId)).inspections[0]).toMatchObject({ state: 'working' })
  })

  test('a fault is reported with a photo, and the way leads back to the list', async () => {
    await row(faulty).getByRole('button', { name: /^打开/ }).click()
    await button('有问题，逐项填写').click()
    await page.getByLabel('情况和原因').fill('灯罩被砸碎')
    const picture = { width: 1600, height: 1200, colour: '#905030' }
    await page
      .locator('#inspection-photos-album')
      .setInputFiles([{ name: 'fault.jpg', mimeType: 'image/jpeg', buffer: await newPhoto(picture) }])
    await page.getByText('随巡检发送', { exact: true }).waitFor()
    await look('rounds-fault-360')
    await button('提交巡检').click()
    await page.getByRole('button', { name: '查看照片：巡检照片 1' }).waitFor()
    await page.getByText(/^在修，应于 .* 前办结$/).waitFor()
    await look('rounds-photo-360')
    await page.getByRole('button', { name: /关闭/ }).first().click()
    await row(faulty).getByText('灯罩被砸碎').waitFor()
  })

  test('whoever closes a record is again at its row of the list, with the keyboard too', async () => {
    const opener = row(faulty).getByRole('button', { name: /^打开/ })
    await opener.scrollIntoViewIfNeeded()
    const before = await tops()
    expect(before[0]).toBeLessThan(0)
    await opener.press('Enter')
    await opener.waitFor({ state: 'hidden' })
    await page.locator('#detail').getByRole('button', { name: '关闭' }).press('Enter')
    await opener.and(page.locator(':focus')).waitFor()
    expect(await tops()).toEqual(before)
  })

  test('without signal an inspection waits on the device and is sent when the signal is back', async () => {
    const { items } = await round()
    const next = items.find(({ repair, state }) => !repair && state === 'working')!
    await page.route('**/api/facilities/*/inspections/*', (route) => route.abort())
    await row(next).getByRole('button', { name: /^正常/ }).click()
    await row(next).getByText('已存本机，未发出').waitFor()
    await page.getByText('有 1 次巡检没有发出，已存在本机，有信号时自动发送。').waitFor()
    await look('rounds-no-signal-360')
    expect((await recordOf(next.facilityId)).inspections[0]?.by).not.toBe('squad')
    const before = (await recordOf(next.facilityId)).inspections.length
    // A phone with one bar never says that it was off line.
    await page.unroute('**/api/facilities/*/inspections/*')
    await page.getByText(/次巡检没有发出/).waitFor({ state: 'detached' })
    expect((await recordOf(next.facilityId)).inspections.length).toBe(before + 1)
  })
})

describe('the leader, at a desk', () => {
  let desk: Page

  test('sees the fault, its photo and its repair', async () => {
    const context = await site.browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1280, height: 800 },
    })
    context.setDefaultTimeout(30_000)
    desk = (await openPage(context, service.url)).page
    await desk.goto(`${service.url}/?select=facility:${faulty.facilityId}&panel=rounds`)
    await signIn(desk, 'leader')
    await desk.getByText('故障：灯罩被砸碎').waitFor()
    await desk.getByRole('button', { name: '查看照片：巡检照片 1' }).click()
    const viewer = desk.getByRole('dialog')
    await viewer.getByRole('heading', { name: /^巡检照片/ }).waitFor()
    const drawn = 'Array.from(document.querySelectorAll("dialog img"), (image) => image.naturalWidth)'
    await expect.poll(() => desk.evaluate(drawn)).toEqual([1600])
    expect(await seriousBarriers(desk)).toEqual([])
    await desk.keyboard.press('Escape')
    await desk.getByRole('radio', { name: /^在修 \d+$/ }).check()
    const repair = desk.locator('li', { hasText: '灯罩被砸碎' })
    await repair.getByText(/^在修，.* 前办结$/).waitFor()
    await look('rounds-leader-1280', desk)
    const request = await signedIn(service.url, 'leader')
    const answer = await request('/api/facilities?format=geojson&limit=1000', {})
    const map = (await answer.json()) as { features: { id: string; properties: Facility }[] }
    const marked = map.features.find(({ id }) => id === faulty.facilityId)
    expect(marked?.properties.state).toBe('fault')
    expect(await seriousBarriers(desk)).toEqual([])
  })

  test('orders a round after a storm, told beforehand how many it reaches', async () => {
    await button('布置普查', desk).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('radio', { name: '沙尘' }).check()
    await dialog.getByText(/^\d+ 处设施要在 .* 前看一遍/).waitFor()
    await look('rounds-storm-1280', desk)
    await dialog.getByRole('button', { name: /^布置 \d+ 处的普查$/ }).click()
    await desk.getByText(/^已布置：\d+ 处设施/).waitFor()
    const entry = desk.locator('li', { hasText: '沙尘后普查' })
    await entry.getByText(/^已看 0 \/ \d+$/).waitFor()
    await desk.getByText('大风后普查').waitFor()
  })

  test('prints the sheet: heading on each page, and a code that opens the record after signing in', async () => {
    await desk.getByRole('radio', { name: /^全部 \d+$/ }).check()
    await desk.emulateMedia({ media: 'print' })
    const code = desk.locator('.round-sheet svg').first()
    const address = await readCode(code)
    expect(address).toMatch(new RegExp(`^${service.url}/\\?select=facility:[0-9a-f-]{36}$`))
    const pdf = await desk.pdf({ preferCSSPageSize: true, printBackground: false })
    if (shots) writeFileSync(join(shots, 'rounds-sheet.pdf'), pdf)
    const pages = pageCount(pdf)
    expect(pages).toBeGreaterThan(1)
    const first = firstWordsOfPages(pdf)
    expect(first).toHaveLength(pages)
    expect(new Set(first).size).toBe(1)
    const scanned = await site.browser.newContext({ ...phone, locale: 'zh-CN' })
    const { page: other, complaints } = await openPage(scanned, service.url)
    await other.goto(address!)
    await signIn(other, 'squad')
    await button('一切正常', other).waitFor()
    const request = await signedIn(service.url, 'leader')
    const id = address!.split(':').at(-1)!
    const facility = (await (await request(`/api/facilities/${id}`, {})).json()) as Facility
    await other.getByText(facility.number).waitFor()
    expect(complaints).toEqual([])
    expect(watched.complaints).toEqual([])
    expect(watched.foreignRequests).toEqual([])
  })
})
