import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facility } from '../../api/facilities/facility.schema.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, phone, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page
let facility: string

beforeAll(async () => {
  site = await openDemoSite(phone, { drawsMap: false })
  ;({ service, watched, page } = site)
  const request = await signedIn(service.url, 'leader')
  const answer = await request('/api/facilities?road=G109&state=working')
  facility = ((await answer.json()) as { items: Facility[] }).items[0]!.id
})
afterAll(() => site?.close())

const shots = process.env['SHOTS']
async function look(name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png` })
}

describe('did it work?', () => {
  test('the demonstration is honest: its facilities stand too short a time', async () => {
    await page.goto(`${service.url}/?select=facility:${facility}`)
    await signIn(page, 'leader')
    await page.getByText('效果评价', { exact: true }).click()
    await page.getByText('为时尚早', { exact: true }).waitFor()
    await page.getByText(/措施以后只有 \d+ 个整月的事故记录.*起、此前的事故都录入后可以评价/).waitFor()
    await page.getByText('怎么算的', { exact: true }).click()
    await page.getByText('设施桩号前后各 250 米，双向').waitFor()
    await page.getByText('怎么算的', { exact: true }).scrollIntoViewIfNeeded()
    await look('too-early')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('at a quiet place there are too few accidents, with all numbers behind the verdict', async () => {
    const request = await signedIn(service.url, 'facility')
    const id = v7()
    const { demoYear } = (await (await request('/api/health')).json()) as { demoYear: number }
    const installedOn = `${demoYear - 2}-10-15`
    const body = { kind: 'solar_strobe', quantity: 2, road: 'G109', stake: 1_000_000, installedOn }
    const placed = await request(`/api/facilities/${id}`, { method: 'PUT', body: JSON.stringify(body) })
    expect(placed.status, await placed.text()).toBe(201)
    await page.goto(`${service.url}/?select=facility:${id}`)
    await page.getByText('效果评价', { exact: true }).click()
    await page.getByText('样本太少', { exact: true }).waitFor()
    await page.getByText('怎么算的', { exact: true }).click()
    await page.getByText(/30\.46103%/).waitFor()
    await page.getByText(/G109、G110 上 \d+ 段，以前共 \d+ 起/).waitFor()
    await look('too-few')
    expect(await seriousBarriers(page)).toEqual([])
    expect(watched.complaints).toEqual([])
  })

  test('a squad looks at the facility without a verdict', async () => {
    await site.context.clearCookies()
    await page.goto(`${service.url}/?select=facility:${facility}`)
    await signIn(page, 'squad')
    await page.getByText('数量', { exact: true }).waitFor()
    expect(await page.getByText('效果评价', { exact: true }).count()).toBe(0)
  })
})
