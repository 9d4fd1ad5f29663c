import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { hazardColours } from '../../../web/src/map/hazard-style.ts'
import { button } from './ticket-page.ts'

/** The ticket of the day and the one it lies in, ticked in the list of hazards; gives the id of the draft. */
export async function makesList(page: Page): Promise<string> {
  const ticks = page.getByRole('checkbox', { name: /^选入清单：G109 K1046\+200/ })
  await expect.poll(() => ticks.count()).toBe(2)
  for (const tick of await ticks.all()) await tick.check()
  await button(page, '生成挂牌督办清单').click()
  await button(page, '生成清单').click()
  await button(page, '送领导审签').waitFor()
  return /list=([\w-]+)/.exec(page.url())![1]!
}

const half = 22
const overdue = hazardColours.light.overdue
const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(overdue.slice(at, at + 2), 16)) as [
  number,
  number,
  number,
]

/** How many pixels in the middle of the map, where the ticket's symbol stands, have the colour of what is overdue. */
export async function redPixels(page: Page): Promise<number> {
  const map = page.getByRole('main').locator('canvas').first()
  const { x, y, width, height } = (await map.boundingBox())!
  const clip = { x: x + width / 2 - half, y: y + height / 2 - half, width: 2 * half, height: 2 * half }
  const shot = sharp(await page.screenshot({ clip })).removeAlpha()
  const { data } = await shot.raw().toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = 0; at < data.length; at += 3) {
    const off = Math.abs(data[at]! - red) + Math.abs(data[at + 1]! - green) + Math.abs(data[at + 2]! - blue)
    if (off < 12) count++
  }
  return count
}
