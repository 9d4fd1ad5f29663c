import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facility } from '../../api/facilities/facility.schema.ts'
import { signedIn } from '../harness/running-service.ts'
import { openPage, seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, phone, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let page: Page
const watched: WatchedPage[] = []

beforeAll(async () => {
  site = await openDemoSite({ viewport: { width: 1280, height: 800 } })
  page = site.page
  watched.push(site.watched)
  await page.goto(`${site.service.url}/?panel=layers`)
  await signIn(page, 'facility')
  await page.locator('[data-map-ready=true]').waitFor()
})
afterAll(() => site?.close())

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const marker = () => page.getByRole('button', { name: /^设施位置/ })
const markerTitle = async () => (await marker().getAttribute('aria-label'))!

/** Where a stake lies, from the service. */
async function pointOf(road: string, stake: string) {
  const request = await signedIn(site.service.url, 'leader')
  const answer = await request(`/api/roads/${road}/locate?stake=${encodeURIComponent(stake)}`, {})
  const { geometry } = (await answer.json()) as { geometry: { coordinates: [number, number] } }
  return geometry.coordinates
}
async function facility(id: string): Promise<Facility> {
  const request = await signedIn(site.service.url, 'leader')
  return (await (await request(`/api/facilities/${id}`, {})).json()) as Facility
}
/** The map with that stake under its middle, whatever lies over the map. */
async function openAt(query: string, road: string, stake: string) {
  const [lon, lat] = await pointOf(road, stake)
  await page.goto(`${site.service.url}/?map=16/${lat}/${lon}&${query}`)
  await page.locator('[data-map-ready=true]').waitFor()
}
/** The middle of what is seen of the map. */
async function middle() {
  const map = (await page.locator('.map-sheet').boundingBox())!
  const sheet = await page.locator('aside.end').boundingBox()
  const isUnder = sheet !== null && sheet.y > map.y
  const bottom = isUnder ? Math.min(map.y + map.height, sheet.y) : map.y + map.height
  return { x: map.x + map.width / 2, y: (map.y + bottom) / 2 }
}
const stakeNow = async () => /K\d+\+\d{3}/.exec(await markerTitle())![0]
const selectedId = () => /select=facility(?::|%3A)([\w-]+)/.exec(page.url())![1]!
const stakeBoxes = () => page.getByRole('group', { name: '桩号', exact: true }).locator('input')

/** From stake to stake in pixels of the map at zoom 16. */
async function stepBetween(road: string, from: string, to: string) {
  const [[lon, lat], [toLon, toLat]] = [await pointOf(road, from), await pointOf(road, to)]
  const pixels = (512 * 2 ** 16) / 360
  return { x: (toLon - lon) * pixels, y: (-(toLat - lat) * pixels) / Math.cos((lat * Math.PI) / 180) }
}
/** The form is open and the map lies still: a marker that flies is caught by nobody. */
async function openEdit() {
  await button('更正/移动').click()
  await marker().waitFor()
  const place = async () => JSON.stringify(await marker().boundingBox())
  let last = ''
  await expect
    .poll(
      async () => {
        const [before, now] = [last, await place()]
        last = now
        return before === now
      },
      { interval: 400 },
    )
    .toBe(true)
}

async function placedByTap(tap: Tap, road: string, stake: string) {
  await openAt('task=facility', road, stake)
  const { x, y } = await middle()
  await tap(x, y)
  await page.getByText(/，对吗？$/).waitFor()
  await button('提交登记').click()
  await page.getByText(/^已登记：SS-150624-\d+/).waitFor()
  return selectedId()
}

type Tap = (x: number, y: number) => Promise<void>

/** Four bumps on 60 m, by their start and their end. */
async function placeRow(tap: Tap, from: string, to: string) {
  await openAt('task=facility', 'S313', from)
  await page.getByRole('radio', { name: '一排' }).check()
  const { x, y } = await middle()
  await tap(x, y)
  await page.getByText(/^起点 K\d+\+\d{3}。请在地图上点终点。$/).waitFor()
  const end = await stepBetween('S313', from, to)
  await tap(x + end.x, y + end.y)
  await page.getByText(/图上已标出各处/).waitFor()
  await page.getByLabel('设施种类').selectOption('speed_bump')
  await page.getByLabel('长度（米）').fill('7')
  await page.getByText('共 4 处', { exact: true }).waitFor()
  await button('登记 4 处').click()
  await page.getByText(/^已登记：SS-150624-\d+—SS-150624-\d+/).waitFor()
}

async function bumpsBetween(from: number, to: number) {
  const request = await signedIn(site.service.url, 'leader')
  const answer = await request('/api/facilities?road=S313&kind=speed_bump', {})
  const { items } = (await answer.json()) as { items: Facility[] }
  return items.filter(({ stake }) => stake! > from && stake! < to).length
}

describe('with a mouse', () => {
  const click = (x: number, y: number) => page.mouse.click(x, y)
  let id = ''

  test('a lamp is placed by one tap on the road', async () => {
    id = await placedByTap(click, 'G109', 'K1060+000')
    expect(await facility(id)).toMatchObject({ kind: 'solar_strobe', road: 'G109' })
    expect(Math.abs((await facility(id)).stake! - 1_060_000)).toBeLessThan(15)
  })

  test('a row of bumps is placed by two taps, and its pieces are on the map before', async () => {
    await placeRow(click, 'K240+000', 'K240+060')
    expect(await bumpsBetween(239_980, 240_080)).toBe(4)
  })

  test('one of the bumps is drawn along its road: the stake goes with it, is saved and stays', async () => {
    id = selectedId()
    const before = (await facility(id)).stake!
    await openEdit()
    const grip = (await marker().boundingBox())!
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2]
    const begin = await stakeNow()
    await page.mouse.move(x, y)
    await page.mouse.down()
    const seen = new Set<string>()
    for (let step = 1; step <= 6; step++) {
      await page.mouse.move(x + step * 20, y)
      seen.add(await stakeNow())
    }
    expect(seen.size).toBeGreaterThan(3)
    await page.mouse.up()
    const drawn = await stakeNow()
    expect(drawn).not.toBe(begin)
    await page.getByText(`移到 S313 ${drawn}`).waitFor()
    const boxes = await stakeBoxes().evaluateAll((inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value),
    )
    expect(`K${boxes.join('+')}`).toBe(drawn)
    await page.locator('form summary', { hasText: '更多' }).click()
    await page.getByLabel('经费来源').fill('道路交通安全专项资金')
    expect(await seriousBarriers(page)).toEqual([])
    await button('保存').click()
    await page.getByText('已保存', { exact: true }).waitFor()
    await page.reload()
    await page
      .getByText(new RegExp(`${drawn.replace('+', '\\+')}$`))
      .first()
      .waitFor()
    const after = await facility(id)
    expect(after).toMatchObject({
      road: 'S313',
      stakeText: drawn,
      funding: '道路交通安全专项资金',
      version: 2,
    })
    expect(after.stake).not.toBe(before)
    const [lon, lat] = await pointOf('S313', drawn)
    expect(after.geometry!.coordinates[0]).toBeCloseTo(lon, 5)
    expect(after.geometry!.coordinates[1]).toBeCloseTo(lat, 5)
  })

  test('drawn away from its road it stays; keys move it by ten metres and say where it is', async () => {
    const [lon, lat] = await pointOf('S313', 'K240+000')
    await page.goto(`${site.service.url}/?map=15/${lat}/${lon}&select=facility:${id}`)
    await openEdit()
    const begin = await stakeNow()
    await marker().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    const moved = await stakeNow()
    const metres = (text: string) => Number(text.slice(1).replace('+', ''))
    expect(metres(moved) - metres(begin)).toBe(110)
    await expect.poll(() => page.locator('p.for-readers-only[role=status]').allInnerTexts()).toContain(moved)
    const grip = (await marker().boundingBox())!
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2]
    const along = await stepBetween('S313', 'K240+000', 'K240+060')
    const away = 200 / Math.hypot(along.x, along.y)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - along.y * away, y + along.x * away, { steps: 8 })
    await page.mouse.up()
    await page.getByText(/^离 S313 太远/).waitFor()
  })

  test('whoever comes second sees what the first one changed and keeps what was typed', async () => {
    const { version } = await facility(id)
    const request = await signedIn(site.service.url, 'leader')
    const changed = await request(`/api/facilities/${id}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${version}"`, 'content-type': 'application/json' },
      body: JSON.stringify({ quantity: 2 }),
    })
    expect(changed.status).toBe(200)
    await page.getByLabel('状态').selectOption('removed')
    await button('保存').click()
    await page.getByText('请写明拆除原因。').waitFor()
    await page.getByLabel('拆除原因').fill('改设振动标线')
    await button('保存').click()
    await page.getByText('您填写期间，这个设施有了变动：').waitFor()
    await page.getByText('数量现在是 2条').waitFor()
    expect(await page.getByLabel('拆除原因').inputValue()).toBe('改设振动标线')
    expect(await page.getByLabel('数量').inputValue()).toBe('2')
    await button('保存').click()
    await page.getByText('已保存', { exact: true }).waitFor()
    expect(await facility(id)).toMatchObject({ state: 'removed', removalReason: '改设振动标线', quantity: 2 })
  })
})

describe('with a finger, on 360 pixels', () => {
  test('a lamp is placed by a tap, drawn along the road and stays where it was left', async () => {
    const context = await site.browser.newContext({ locale: 'zh-CN', ...phone })
    context.setDefaultTimeout(30_000)
    watched.push(await openPage(context, site.service.url))
    page = watched[1]!.page
    await page.goto(site.service.url)
    await signIn(page, 'facility')
    await page.locator('[data-map-ready=true]').waitFor()
    const id = await placedByTap((x, y) => page.touchscreen.tap(x, y), 'G109', 'K1050+000')
    const before = (await facility(id)).stake!
    await openEdit()
    const grip = (await marker().boundingBox())!
    const devtools = await context.newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      })
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2]
    const seen = new Set([await stakeNow()])
    await touch('touchStart', x, y)
    for (let step = 1; step <= 6; step++) {
      await touch('touchMove', x + step * 10, y)
      seen.add(await stakeNow())
    }
    await touch('touchEnd', x + 60, y)
    expect(seen.size).toBeGreaterThan(3)
    const drawn = await stakeNow()
    await page.getByText(`移到 G109 ${drawn}`).waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await button('保存').click()
    await page.getByText('已保存', { exact: true }).waitFor()
    await page.reload()
    const after = await facility(id)
    expect(after).toMatchObject({ road: 'G109', stakeText: drawn })
    expect(after.stake).not.toBe(before)
  })

  test('a row of bumps is placed by two taps', async () => {
    await placeRow((x, y) => page.touchscreen.tap(x, y), 'K250+000', 'K250+060')
    expect(await bumpsBetween(249_980, 250_080)).toBe(4)
    for (const { complaints, foreignRequests } of watched) {
      expect(complaints).toEqual([])
      expect(foreignRequests).toEqual([])
    }
  })
})
