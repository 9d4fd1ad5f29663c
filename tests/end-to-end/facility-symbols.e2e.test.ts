import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facility } from '../../api/facilities/facility.schema.ts'
import { facilityColours } from '../../web/src/map/facility-style.ts'
import { svgSource } from '../../web/src/map/symbols/drawing.ts'
import { drawSymbol } from '../../web/src/map/symbols/symbol-catalogue.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import type { WatchedPage } from './browser.ts'
import { openDemoSite, phone, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page
const placed = new Map<string, Facility>()

/** Far from every other facility of the demonstration. */
const rows = {
  right: { kind: 'solar_strobe', state: 'working', stake: 235_000, side: 'right', direction: 'increasing' },
  left: { kind: 'warning_sign', state: 'fault', stake: 235_000, side: 'left', direction: 'decreasing' },
  across: {
    kind: 'speed_bump',
    lengthMetres: 7,
    state: 'missing',
    stake: 235_300,
    side: 'across',
    direction: 'both',
  },
  removed: { kind: 'cone', state: 'removed', stake: 235_350, side: 'right', direction: 'both' },
} as const

beforeAll(async () => {
  site = await openDemoSite(phone)
  ;({ service, watched, page } = site)
  const request = await signedIn(service.url, 'facility')
  for (const [name, row] of Object.entries(rows)) {
    const body = JSON.stringify({ ...row, road: 'S313', quantity: 1 })
    const answer = await request(`/api/facilities/${randomUUID()}`, { method: 'PUT', body })
    expect(answer.status, name).toBe(201)
    placed.set(name, (await answer.json()) as Facility)
  }
  // Which drawings the map asks for, as the names of its images are told by nothing else.
  await page.addInitScript(`
    const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
    window.drawn = new Set()
    Object.defineProperty(HTMLImageElement.prototype, 'src', {
      ...source,
      set(value) { window.drawn.add(value); source.set.call(this, value) },
    })`)
  await page.goto(service.url)
  await signIn(page, 'facility')
  await page.locator('[data-map-ready="true"]').waitFor()
})
afterAll(() => site?.close())

const pointOf = (name: string) => placed.get(name)!.geometry!.coordinates as [number, number]
const sheet = () => page.getByRole('main').locator('canvas').first()

interface View {
  readonly zoom: number
  readonly at: readonly [lon: number, lat: number]
  readonly isHidden?: boolean
}

/** Facilities alone, so that no other symbol is taken for one. */
async function look({ zoom, at, isHidden = false }: View): Promise<{ x: number; y: number }> {
  const hidden = `hide=hazards,accidents,hotspots${isHidden ? ',facilities' : ''}`
  await page.goto(`${service.url}/?map=${zoom}/${at[1]}/${at[0]}&${hidden}`)
  await page.locator('[data-map-ready="true"]').waitFor()
  const box = (await sheet().boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const addressOf = (symbol: string) =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgSource(drawSymbol(symbol, 'light')!, 2))}`
const isDrawn = (symbol: string) =>
  page.evaluate(
    (address) => (window as unknown as { drawn: Set<string> }).drawn.has(address),
    addressOf(symbol),
  )

/** Pixels of the colour that asks for somebody to drive out, within a box of the page. */
async function alertPixels(x: number, y: number, reach: number): Promise<number> {
  const clip = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
  const raw = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer()
  const [red, green, blue] = [1, 3, 5].map((i) => parseInt(facilityColours.light.alert.slice(i, i + 2), 16))
  const isAlert = (at: number) =>
    Math.abs(raw[at]! - red!) + Math.abs(raw[at + 1]! - green!) + Math.abs(raw[at + 2]! - blue!) < 24
  return Array.from({ length: raw.length / 3 }, (_, i) => 3 * i).filter(isAlert).length
}

const zoomNow = () => Number(/map=([\d.]+)/.exec(page.url())?.[1])

describe('facilities on the map of a phone', () => {
  test.each([6.5, 9, 13])(
    'no fault is swallowed at zoom %s, nor drawn where its layer is off',
    async (zoom) => {
      const { x, y } = await look({ zoom, at: pointOf('left') })
      await expect.poll(() => alertPixels(x, y, 60)).toBeGreaterThan(40)
      await look({ zoom, at: pointOf('left'), isHidden: true })
      await page.waitForTimeout(500)
      expect(await alertPixels(x, y, 60)).toBeLessThan(10)
    },
  )

  test('a cluster tells the pieces that stand or are missed, and apart from them those that failed', async () => {
    await look({ zoom: 12, at: pointOf('left') })
    await expect.poll(() => isDrawn('cluster:3:2')).toBe(true)
    expect(await isDrawn('cluster:3:1')).toBe(false)
  })

  test('a tap on it brings its pieces into view, each for itself', async () => {
    const { x, y } = await look({ zoom: 11, at: pointOf('left') })
    await expect.poll(() => isDrawn('cluster:3:2')).toBe(true)
    await page.touchscreen.tap(x + 30, y - 20)
    await expect.poll(zoomNow).toBeGreaterThan(14.5)
    expect(page.url()).not.toContain('select=')
    for (const symbol of ['facility:solar_strobe:working', 'facility:warning_sign:fault'])
      await expect.poll(() => isDrawn(symbol), { message: symbol }).toBe(true)
  })

  test('near by, the right and the left one lie on their sides of the road and answer there', async () => {
    const [from, to] = [pointOf('right'), pointOf('across')]
    const east = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180)
    const north = to[1] - from[1]
    const length = Math.hypot(east, north)
    // To the right of who drives with the stakes growing; pixels count downwards.
    const right = { x: north / length, y: east / length }
    for (const [name, sign] of [
      ['right', 1],
      ['left', -1],
    ] as const) {
      const { x, y } = await look({ zoom: 16, at: from })
      await expect.poll(() => isDrawn('facility:warning_sign:fault')).toBe(true)
      await page.waitForTimeout(500)
      await page.touchscreen.tap(x + sign * 27 * right.x, y + sign * 27 * right.y)
      await expect
        .poll(() => page.url(), { message: name })
        .toContain(`select=facility:${placed.get(name)!.id}`)
    }
  })

  test('a bump lies across the road, turned as the road runs, and answers there', async () => {
    const { x, y } = await look({ zoom: 16, at: pointOf('across') })
    const isLying = () =>
      page.evaluate(() =>
        [...(window as unknown as { drawn: Set<string> }).drawn].some((each) => each.includes('rotate(')),
      )
    await expect.poll(isLying).toBe(true)
    await page.waitForTimeout(500)
    await page.touchscreen.tap(x, y)
    await expect.poll(() => page.url()).toContain(`select=facility:${placed.get('across')!.id}`)
    expect(watched.complaints).toEqual([])
    expect(watched.foreignRequests).toEqual([])
  })
})
