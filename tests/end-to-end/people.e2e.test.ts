import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { panels } from '../../web/src/state/url-state.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, signIn, type DemoSite } from './demo-site.ts'

const shots = process.env.SCREENSHOTS
let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  site = await openDemoSite({ viewport: { width: 1280, height: 800 } }, { drawsMap: false })
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

async function signOut(): Promise<void> {
  await page.goto(`${service.url}/?panel=settings`)
  await page.getByRole('button', { name: '退出登录' }).click()
  // The next page would take the request with it.
  await page.getByLabel('用户名').waitFor()
}
async function look(name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) })
}
/** Ends every session of the account, as expiry does, without a word to the page. */
async function endSessions(username: string): Promise<void> {
  const answer = await (await signedIn(service.url, username))('/api/session/sessions', { method: 'DELETE' })
  expect(answer.status).toBe(204)
}
const isNarrow = () =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

describe('people and who gets in', () => {
  let oneTime = ''

  test('the administrator makes an account; its password is shown once', async () => {
    await page.goto(service.url)
    await signIn(page, 'admin')
    await page.getByRole('button', { name: '管理账号' }).click()
    await page.getByRole('button', { name: '新建账号' }).click()
    await page.getByRole('textbox', { name: '用户名' }).fill('qian.mx')
    await page.getByLabel('姓名', { exact: true }).fill('钱某')
    await page.getByLabel('部门', { exact: true }).selectOption('L02')
    await look('people-form')
    await page.getByRole('button', { name: '保存' }).click()
    oneTime = (await page
      .locator('code')
      .filter({ hasText: /^\w{4}(-\w{4}){3}$/ })
      .textContent())!
    await look('people-once')
    expect(await seriousBarriers(page)).toEqual([])
    await page.getByRole('button', { name: '已记下，关闭' }).click()
    expect(await page.locator('body').innerText()).not.toContain(oneTime)
    await page.getByLabel(/按姓名/).fill('qian')
    await page.getByText('待改密码').waitFor()
  })

  test('the list holds on a narrow phone in the largest type', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${service.url}/?panel=people&text=1.5`)
    await page.getByRole('button', { name: '新建账号' }).waitFor()
    await page.getByRole('button', { name: '展开' }).click()
    await look('people-360')
    expect(await isNarrow()).toBe(true)
    await page.getByRole('button', { name: '重置密码' }).first().click()
    await page.getByText(/重置后/).waitFor()
    await look('people-360-ask')
    expect(await seriousBarriers(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${service.url}/?text=1`)
    await signOut()
  })

  test('who has a one-time password changes it first, and works on without signing in again', async () => {
    await signIn(page, 'qian.mx', oneTime)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('当前密码').fill(oneTime)
    await dialog.getByLabel('新密码', { exact: true }).fill('123456789012')
    await dialog.getByLabel('再输一遍新密码').fill('123456789012')
    await dialog.getByRole('button', { name: '修改密码' }).click()
    await dialog.getByRole('alert').filter({ hasText: '太常见' }).waitFor()
    await look('password-dialog')
    await dialog.getByLabel('新密码', { exact: true }).fill('沙窝路口那块蓝牌子有点歪了')
    await dialog.getByLabel('再输一遍新密码').fill('沙窝路口那块蓝牌子有点歪了')
    await dialog.getByRole('button', { name: '修改密码' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.totals').innerText()).toMatch(/194\s*起/)
  })

  test('one’s own account shows sessions and makes a token that works', async () => {
    await page.goto(`${service.url}/?panel=account`)
    await page.getByText('本机', { exact: true }).waitFor()
    await page.getByRole('button', { name: '新建令牌' }).click()
    await page.getByLabel('用途').fill('月报程序')
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('有效期至').fill(day)
    await page.getByText('查阅业务数据').click()
    await page.getByRole('button', { name: '新建令牌' }).click()
    const token = (await page
      .locator('code')
      .filter({ hasText: /^otog_/ })
      .textContent())!
    await look('account-token')
    expect(await seriousBarriers(page)).toEqual([])
    const answer = await fetch(`${service.url}/api/hazards?limit=1`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(200)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${service.url}/?panel=account&text=1.5`)
    await page.getByText('月报程序').waitFor()
    await page.getByRole('button', { name: '展开' }).click()
    await page.getByText(/同时撤销我的 1 个接口令牌/).waitFor()
    await look('account-360')
    expect(await isNarrow()).toBe(true)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${service.url}/?text=1`)
    await signOut()
  })
})

describe('when the session ends in the middle of work', () => {
  test('a half-filled hazard keeps every word, and is sent once its writer has signed in again', async () => {
    await page.goto(service.url)
    await signIn(page, 'squad')
    await page.getByRole('button', { name: '登记隐患' }).first().click()
    await page.getByRole('button', { name: /^设施/ }).last().click()
    await page.getByRole('checkbox', { name: /^D1/ }).check()
    await page.getByLabel(/一句话说明/).fill('牌面被沙埋了一半，夜里看不见')
    await page.locator('form').getByLabel('公路').selectOption('G109')
    await page.locator('form').getByLabel('公里').first().fill('1060')
    await page.locator('form').getByLabel('米', { exact: true }).first().fill('300')
    await endSessions('squad')
    await page.getByRole('button', { name: '提交登记' }).click()
    await page.getByText('登录已过期，请重新登录').waitFor()
    await look('session-ended')
    await page.getByRole('dialog').getByLabel('密码', { exact: true }).fill('otog-demo')
    await page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText(/已登记：鄂交隐/).waitFor()
    const listed = await (await signedIn(service.url, 'squad'))('/api/hazards?road=G109&status=10')
    expect(await listed.text()).toContain('牌面被沙埋了一半，夜里看不见')
    await signOut()
  })

  test('a half-filled progress report keeps every word and is sent too', async () => {
    await signIn(page, 'accident')
    await expect.poll(() => page.locator('.totals').innerText()).toMatch(/194\s*起/)
    const ask = await signedIn(service.url, 'accident')
    const { items } = (await (await ask('/api/hazards?road=G109&status=40')).json()) as {
      items: { id: string; title: string }[]
    }
    const { id } = items.find(({ title }) => title.includes('K1046+200'))!
    await page.goto(`${service.url}/?select=hazard:${id}`)
    await page.getByRole('button', { name: '填报进展', exact: true }).click()
    await page.getByLabel(/进展情况/).fill('信号灯杆件已到货')
    await page.reload()
    await page.getByRole('button', { name: '填报进展', exact: true }).click()
    expect(await page.getByLabel(/进展情况/).inputValue()).toBe('信号灯杆件已到货')
    await endSessions('accident')
    // The map may have noticed first and asked for the password already: the form under the question is sent all the same.
    await page.getByRole('button', { name: '确认填报进展' }).dispatchEvent('click')
    await page.getByRole('dialog').getByLabel('密码', { exact: true }).fill('otog-demo')
    await page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click()
    const history = async () =>
      (await (await signedIn(service.url, 'accident'))(`/api/hazards/${id}/history`)).text()
    await expect.poll(history).toContain('信号灯杆件已到货')
  })

  test('nothing was asked of another host, and the page never complained', () => {
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})

describe('every screen', () => {
  /** As the back button does it, without a new page each time. */
  const visit = async (address: string) => {
    await page.evaluate((next) => {
      history.pushState(null, '', next)
      dispatchEvent(new PopStateEvent('popstate'))
    }, address)
    await page.locator('h2:visible').first().waitFor()
  }
  /** Once what it shows has come; what is folded away is asked for when it is opened. */
  const barriersOf = async (panel: string) => {
    await page.locator('#lists :text("正在读取"):visible').first().waitFor({ state: 'detached' })
    return (await seriousBarriers(page, '#lists')).map((barrier) => `${panel}: ${barrier}`)
  }
  const begin = async (username: string) => {
    await signOut()
    await signIn(page, username)
    await page.locator('.totals').waitFor()
  }

  test('breaks no policy of the page and keeps nobody out', async () => {
    await begin('accident')
    const ask = await signedIn(service.url, 'accident')
    const { items } = (await (await ask('/api/hazards?status=40&limit=1')).json()) as {
      items: { id: string }[]
    }
    const barriers: string[] = []
    for (const panel of panels) {
      await visit(`?panel=${panel}`)
      barriers.push(...(await barriersOf(panel)))
    }
    for (const view of [`?select=hazard:${items[0]!.id}`, '?task=hazard', '?task=facility']) await visit(view)
    await begin('leader')
    for (const panel of ['audit', 'inspection', 'hazards', 'statistics'] as const) {
      await visit(`?panel=${panel}&theme=dark&text=1.5`)
      barriers.push(...(await barriersOf(panel)))
    }
    expect(barriers).toEqual([])
    await page.waitForLoadState('networkidle')
    for (const path of ['', '/life-cycle', '/rights', '/screening-rules'].map((end) => `api/docs${end}`)) {
      await page.goto(`${service.url}/${path}`)
      const padding = await page
        .locator('td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).padding)
      expect(padding).toBe('8px')
    }
    expect(watched.complaints).toEqual([])
  })

  test('by its policy keeps out a style and a script that somebody wrote into the page', async () => {
    await page.goto(service.url)
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p style="position:fixed" id="planted"></p><style>#planted { color: red }</style>' +
          '<img src="x" onerror="document.title = \'planted\'">',
      )
    })
    await expect.poll(() => watched.complaints.length).toBeGreaterThanOrEqual(3)
    expect(watched.complaints.every((line) => /Content Security Policy/.test(line))).toBe(true)
    const { position, color } = await page
      .locator('#planted')
      .evaluate((planted) => ({ ...getComputedStyle(planted) }) as unknown as Record<string, string>)
    expect([position, color]).not.toContain('fixed')
    expect(color).not.toBe('rgb(255, 0, 0)')
    expect(await page.title()).not.toBe('planted')
  })
})
