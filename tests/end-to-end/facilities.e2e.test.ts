import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facility } from '../../api/facilities/facility.schema.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, phone, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page
let id = ''

beforeAll(async () => {
  site = await openDemoSite(phone, { drawsMap: false })
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

async function become(username: string, path: string): Promise<void> {
  await site.context.clearCookies()
  await page.goto(service.url + path)
  await signIn(page, username)
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const onRoad = async (road: string, kind: string) => {
  const request = await signedIn(service.url, 'leader')
  const answer = await request(`/api/facilities?road=${road}&kind=${kind}`, {})
  return ((await answer.json()) as { items: Facility[] }).items
}

describe('what stands by the road, on a phone of 360 pixels', () => {
  test('a row of bumps is entered in one act, every 20 m along its stretch', async () => {
    await become('facility', '/?task=facility')
    await page.getByRole('radio', { name: '一排' }).check()
    await page.getByLabel('公路').selectOption('S313')
    const boxes = page.locator('form input[inputmode=numeric]')
    for (const [index, text] of ['240', '0', '240', '60'].entries()) await boxes.nth(index).fill(text)
    await page.getByLabel('设施种类').selectOption('speed_bump')
    await page.getByLabel('长度（米）').fill('7')
    await page.getByText('共 4 处', { exact: true }).waitFor()
    await button('登记 4 处').click()
    await page.getByText(/^已登记：SS-150624-\d+—SS-150624-\d+/).waitFor()
    const row = (await onRoad('S313', 'speed_bump')).map(({ stake }) => stake)
    expect(row.toSorted()).toEqual(expect.arrayContaining([240_000, 240_020, 240_040, 240_060]))
  })

  test('one tap says that all is in order; a fault wants its reason and is in repair from then on', async () => {
    const [lamp] = (await onRoad('G109', 'solar_strobe')).filter(
      ({ state, stake }) => state === 'working' && stake !== null && stake > 1_040_000,
    )
    id = lamp!.id
    await become('auxiliary', `/?select=facility:${id}`)
    await button('一切正常').click()
    await page.getByText('已记录：一切正常').waitFor()
    await button('有问题，逐项填写').click()
    await button('提交巡检').click()
    await page.getByText('请写明故障、缺失或者拆除的情况和原因。').first().waitFor()
    await page.getByLabel('情况和原因').fill('灯不亮，电池亏电')
    expect(await seriousBarriers(page)).toEqual([])
    await button('提交巡检').click()
    await page.getByText(/^在修，应于 .* 前办结$/).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  })

  test('the leader sees it faulty, first in the list; whoever keeps it finishes the repair', async () => {
    await become('leader', '/?panel=facilities')
    const chips = page.getByRole('list').getByText('故障', { exact: true })
    await chips.first().waitFor()
    await page.goto(`${service.url}/?select=facility:${id}`)
    await page.getByText('故障：灯不亮，电池亏电').waitFor()
    await become('facility', `/?select=facility:${id}`)
    await button('维修办结').click()
    await page.getByRole('radio', { name: '更换' }).check()
    await page.getByLabel('怎样办结的').fill('换新电池')
    await button('维修办结').last().click()
    await page.getByText('办结：更换').waitFor()
    expect(watched.complaints).toEqual([])
    expect(watched.foreignRequests).toEqual([])
  })

  test('the list adds up what stands, says what was placed, and is taken away as ledger and as layer', async () => {
    await become('leader', '/?panel=facilities')
    await page.getByText('合计与台账').click()
    const row = page.getByRole('row', { name: /减速带/ })
    await row
      .getByText(/^\d+条/)
      .first()
      .waitFor()
    await page.getByText(/^设置太阳能爆闪警示灯\d+盏、减速带\d+条（\d+米）、警示标牌\d+块$/).waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    for (const [name, ending] of [
      ['下载台账（Excel）', 'xlsx'],
      ['下载图层（GeoJSON）', 'geojson'],
    ] as const) {
      const [file] = await Promise.all([page.waitForEvent('download'), button(name).click()])
      expect(file.suggestedFilename()).toMatch(new RegExp(`^facilities(-[0-9a-f]{8})?\\.${ending}$`))
    }
    const request = await signedIn(service.url, 'audit')
    const trail = await (await request('/api/audit?action=facility.export', {})).json()
    expect((trail as { items: { after: { format: string } }[] }).items.slice(0, 2)).toMatchObject([
      { after: { format: 'geojson' } },
      { after: { format: 'xlsx' } },
    ])
  })
})
