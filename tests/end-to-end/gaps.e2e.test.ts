import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GapList } from '../../api/gaps/gap.schema.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { faintTexts, smallTargets } from './readable.ts'
import { openDemoSite, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  site = await openDemoSite({ viewport: { width: 360, height: 740 }, hasTouch: true }, { drawsMap: false })
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

/** A title too faint and a button too low. */
const spoil = `
  Object.assign(document.querySelector('#lists h2').style, { color: '#7f7f7f', fontSize: '14px' })
  Object.assign(document.querySelector('#lists header button').style, { minHeight: 0, height: '40px' })`

const gaps = async () => {
  const request = await signedIn(service.url, 'leader')
  return (await (await request('/api/facility-gaps?answered=false')).json()) as GapList
}

describe('where facilities lack, on a phone of 360 pixels', () => {
  test('the list says how many, and each shows its evidence and a place', async () => {
    await page.goto(`${service.url}/?panel=gaps`)
    await signIn(page, 'leader')
    const { total } = await gaps()
    await page.getByText(new RegExp(`^${total} 处，其中 \\d+ 处在图上`)).waitFor()
    await page.getByLabel('缺口种类').selectOption('hazardUnwarned')
    await page
      .getByRole('button', { name: /G110 K1139\+400/ })
      .first()
      .click()
    await page.getByText(/来车方向 200 米内没有有效的警示设施/).waitFor()
    await page.getByText(/行车方向右侧，提前 \d+ 米设警示标牌1块/).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('one tap plans the facility; the gap is under way and the facility opens', async () => {
    const { total } = await gaps()
    await page.getByRole('button', { name: '转为计划设施' }).click()
    await page.getByText(/^已转为计划设施 SS-150624-\d+（.*K11\d\d\+\d{3}）。/).waitFor()
    expect((await gaps()).total).toBe(total - 1)
    await page.getByLabel('处理').selectOption('answered')
    await page.getByText('已有安排', { exact: true }).last().waitFor()
    await page.getByRole('button', { name: '打开' }).first().click()
    await page.getByText('规划', { exact: true }).waitFor()
    await page.goBack()
  })

  test('somebody who looked decides against it with a reason, and takes it back', async () => {
    await page.getByLabel('处理').selectOption('open')
    await page.getByLabel('缺口种类').selectOption('hazardUnwarned')
    await page.getByRole('button', { name: /S313/ }).first().click()
    await page.getByRole('button', { name: '核定不设' }).click()
    await page.getByRole('button', { name: '核定不设' }).click()
    await page.getByText('请写明理由').waitFor()
    await page.getByLabel('不设的理由').fill('现场已有路灯，视线良好')
    await page.getByRole('button', { name: '核定不设' }).click()
    await page.getByText('已记为核定不设').waitFor()
    await page.getByLabel('处理').selectOption('dismissed')
    await page.getByText(/核定不设，有效至 .*现场已有路灯，视线良好/).waitFor()
    await page.getByRole('button', { name: '重新列为缺口' }).click()
    await page.getByText('没有这样的缺口').waitFor()
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('a hotspot without a warning becomes a ticket', async () => {
    await page.getByLabel('处理').selectOption('open')
    await page.getByLabel('缺口种类').selectOption('hotspotUnwarned')
    await page
      .getByRole('button', { name: /S216 K38\+130/ })
      .first()
      .click()
    await page.getByRole('button', { name: '转为隐患', exact: true }).click()
    await page.getByText(/^已转为隐患 鄂交隐〔\d{4}〕\d{4}，待研判。/).waitFor()
  })

  test('a hotspot tells where what may stand, and why no bump', async () => {
    await page.goto(`${service.url}/?panel=hotspots`)
    await page
      .getByRole('button', { name: /G109.*K1046\+230/ })
      .first()
      .click()
    await page.getByRole('button', { name: '看布设建议' }).click()
    await page
      .getByText(/5 起事故中夜间 3 起/)
      .first()
      .waitFor()
    await page.getByText(/国省道主线.*不宜设减速带/).waitFor()
    expect(await seriousBarriers(page)).toEqual([])
  })

  test.each(['text=1.5&theme=dark', 'text=1&theme=light'])(
    'lists in %s keep 7:1 and room for a thumb',
    async (look) => {
      for (const panel of ['hazards', 'todo', 'lists', 'hotspots']) {
        await page.goto(`${service.url}/?panel=${panel}&${look}`)
        await page.waitForLoadState('networkidle')
        await page.locator('#lists .body').waitFor()
        expect(await faintTexts(page, '#lists'), panel).toEqual([])
        expect(await smallTargets(page, '#lists'), panel).toEqual([])
      }
      // The measures themselves: what is faint or small would be found.
      const faintOnceSpoiled = async () => {
        await page.evaluate(spoil)
        return faintTexts(page, '#lists')
      }
      await expect.poll(faintOnceSpoiled).toHaveLength(1)
      expect((await smallTargets(page, '#lists')).length).toBeGreaterThan(0)
    },
  )
})

/** In the period that is shown, on the road of the first place. */
async function registerAccident(): Promise<void> {
  const request = await signedIn(service.url, 'accident')
  const { demoYear } = (await (await request('/api/health')).json()) as { demoYear: number }
  const body = {
    ...{
      accidentNo: 'W15062420259901',
      procedure: 'general',
      occurredAt: `${demoYear}-06-01T10:00:00+08:00`,
    },
    ...{ road: 'G109', stake: 1_046_300, placeText: '国道109线1046公里300米', killed: 1, injured: 0 },
    ...{ lossYuan: 6000, form: '11', collision: '5', causeClass: '32', weather: '1', light: '5' },
  }
  const answer = await request('/api/accidents', { method: 'POST', body: JSON.stringify(body) })
  expect(answer.status, await answer.text()).toBe(201)
}

const inFocus = () =>
  page.evaluate<[string, string]>(
    '[document.activeElement.tagName, document.activeElement.textContent.trim()]',
  )

describe('hotspots at a desk', () => {
  test('the keyboard goes to the heading of what was opened, and back on closing', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${service.url}/?panel=hotspots`)
    const first = page.locator('#lists ol button').first()
    await first.waitFor()
    expect((await inFocus())[0]).toBe('BODY')
    await first.focus()
    await page.keyboard.press('Enter')
    await expect.poll(inFocus).toEqual(['H2', expect.stringMatching(/^第1位 /)])
    await page.keyboard.press('Tab')
    expect((await inFocus())[1]).toMatch(/关闭$/)
    await page.keyboard.press('Enter')
    await page.locator('#lists ol > li:first-child button:focus').waitFor()
  })

  test('another record in the same pane is heard by its own name', async () => {
    const [first, second] = [0, 1].map((nth) => page.locator('#lists ol button').nth(nth))
    await first!.press('Enter')
    await expect.poll(inFocus).toEqual(['H2', expect.stringMatching(/^第1位 /)])
    await second!.press('Enter')
    await expect.poll(inFocus).toEqual(['H2', expect.stringMatching(/^第2位 /)])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  })

  test('tabs keep the keyboard, and the settings give it back to their button', async () => {
    const hazards = page.locator('#lists nav').getByRole('button', { name: '隐患', exact: true })
    await hazards.press('Enter')
    await expect.poll(() => page.url()).toContain('panel=hazards')
    expect((await inFocus())[1]).toBe('隐患')
    const settings = page.getByRole('banner').getByRole('button', { name: /设置/ })
    await settings.press('Enter')
    await expect.poll(inFocus).toEqual(['H2', '设置'])
    await page.locator('#lists').getByRole('button', { name: '关闭' }).press('Enter')
    await expect.poll(inFocus).toEqual(['BUTTON', expect.stringMatching(/设置$/)])
  })

  test('the ranking is a workbook too', async () => {
    await page.goto(`${service.url}/?panel=hotspots`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载排名（Excel）' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^screening.*\.xlsx$/)
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(await file.path())))
    const rows = sheets.flatMap(({ rows }) => rows).map((row) => row.join())
    expect(rows.some((row) => /^1,G109 .*K1046\+230/.test(row))).toBe(true)
  })

  test('a ranking older than an accident says so, and one tap screens anew', async () => {
    await page.locator('#lists ol button').first().click()
    await expect.poll(() => page.url()).toContain('select=hotspot:')
    const address = page.url()
    await registerAccident()
    await page.goto(`${service.url}/?panel=hotspots`)
    const stale = page.getByText(/筛查以后登记、更正过事故：筛查时 \d+ 起，现在 \d+ 起/)
    const [then, now] = (await stale.innerText()).match(/\d+/g)!.map(Number)
    expect(now).toBe(then! + 1)
    await page.getByRole('button', { name: '重新筛查' }).click()
    await page.getByText(`参与筛查 ${now} 起`).waitFor()
    expect(await stale.count()).toBe(0)

    await page.goto(address)
    await page.getByText('这处热点出自另一次筛查，不在现在显示的排名里。').waitFor()
    await page.getByRole('button', { name: '看现在排名里的同一段（第1位）' }).click()
    await page.getByText('偶然概率 p').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '看那次筛查' }).click()
    await page.getByText('正在看指定的一次筛查。').waitFor()
    await page.getByText('偶然概率 p').waitFor()
    await page.getByText(`参与筛查 ${then} 起`).waitFor()
    expect(await seriousBarriers(page)).toEqual([])
  })

  test.each(['rounds', 'patrol', 'filters'])(
    'what is chosen from in %s speaks English too',
    async (panel) => {
      await page.goto(`${service.url}/?panel=${panel}&lang=en`)
      const offered = page.locator('#lists').locator('option, fieldset label')
      await expect.poll(() => offered.count()).toBeGreaterThan(5)
      const texts = await offered.allInnerTexts()
      expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
    },
  )

  test('the documentation is dark where the system is, and can be read', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const path of [
      '/api/docs',
      '/api/docs/life-cycle',
      '/api/docs/rights',
      '/api/docs/screening-rules',
    ]) {
      await page.goto(service.url + path)
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 23, 26)')
      expect(await seriousBarriers(page)).toEqual([])
    }
  })

  test('nothing was asked of another host, and the page never complained', () => {
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
