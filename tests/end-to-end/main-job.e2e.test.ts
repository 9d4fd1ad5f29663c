import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import { signedIn, startService, type RunningService } from '../harness/running-service.ts'
import { startTestCluster, type TestCluster } from '../harness/test-cluster.ts'
import { openBrowser, openPage, seriousBarriers, type WatchedPage } from './browser.ts'

const runFolder = newRunFolder()
let browser: Browser
let cluster: TestCluster

beforeAll(async () => {
  browser = await openBrowser()
  cluster = await startTestCluster(runFolder)
})
afterAll(async () => {
  await browser.close()
  await cluster.stop()
  removeRunFolder(runFolder)
})

async function emptyServerDatabase(): Promise<string> {
  const admin = postgres(cluster.url, { max: 1 })
  await admin`create database main_job`
  await admin.end()
  return cluster.url.replace(/postgres$/, 'main_job')
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill('otog-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** LibreOffice reads the file as a clerk's WPS would, and gives its cells as text. */
function cellsSeenByLibreOffice(xlsx: string): string {
  const profile = `-env:UserInstallation=file://${join(runFolder, 'office')}`
  const out = join(runFolder, 'converted')
  mkdirSync(out, { recursive: true })
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1'
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, xlsx], {
    stdio: 'ignore',
  })
  return readFileSync(
    join(
      out,
      `${xlsx
        .split('/')
        .at(-1)!
        .replace(/\.xlsx$/, '')}.csv`,
    ),
    'utf8',
  )
}

describe.each(['embedded', 'server'] as const)('the main job, on the %s database', (home) => {
  let service: RunningService
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    const environment: Record<string, string> =
      home === 'server' ? { DATABASE_URL: await emptyServerDatabase() } : { DATABASE_URL: '' }
    service = await startService({
      ...environment,
      DATA_FOLDER: join(runFolder, `data-${home}`),
      LOG_LEVEL: 'error',
    })
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
    })
    context.setDefaultTimeout(30_000)
    watched = await openPage(context, service.url)
    page = watched.page
  })
  afterAll(async () => {
    await page?.context().close()
    await service?.stop()
  })

  test('after signing in, the worst stretch is named first, with its figures, chance and calibre', async () => {
    await page.goto(service.url)
    await signIn(page, 'leader')
    const first = page.getByRole('listitem').filter({ hasText: 'K1046+230' }).first()
    await first.waitFor()
    expect(await first.textContent()).toMatch(/1.*G109.*K1046\+230—K1046\+560.*5起.*2死.*λ.*p/s)
    await page.getByText('演示数据').first().waitFor()
    await page.getByText('一般程序').first().waitFor()
    await expect
      .poll(() => page.locator('body').innerText())
      .toMatch(/194\s*起[\s\S]*40\s*死亡[\s\S]*159\.53/)
  })

  test('the filter changes the totals, and the address keeps it over a reload', async () => {
    await page.getByRole('button', { name: '筛选' }).first().click()
    await page.getByLabel('公路').selectOption('G109')
    await expect.poll(() => page.locator('.totals').innerText()).toMatch(/58\s*起[\s\S]*14\s*死亡/)
    await page.reload()
    await expect.poll(() => page.locator('.totals').innerText()).toMatch(/58\s*起/)
    await page.getByLabel('公路').selectOption('')
    await expect.poll(() => page.locator('.totals').innerText()).toMatch(/194\s*起/)
  })

  test('a hotspot opens from the list and the map goes there', async () => {
    await page.getByRole('button', { name: '热点' }).click()
    const before = page.url()
    await page.getByRole('button', { name: /K1046\+230/ }).click()
    await page.getByRole('button', { name: '转为隐患' }).waitFor()
    await page
      .locator('.map-popup')
      .getByText(/第1位 G109 K1046\+230/)
      .waitFor()
    await expect.poll(() => page.url()).not.toBe(before)
    expect(await seriousBarriers(page)).toEqual([])
  })

  let number = ''
  test('a squad officer marks a hazard by tapping the road; road and stake are proposed', async () => {
    await page.getByRole('button', { name: /设置/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await signIn(page, 'squad')
    await page.getByRole('button', { name: '登记隐患' }).first().click()
    const located = await (await signedIn(service.url, 'squad'))('/api/roads/G109/locate?stake=K1060+300')
    const [lon, lat] = ((await located.json()) as { geometry: { coordinates: [number, number] } }).geometry
      .coordinates
    const address = new URL(page.url())
    address.searchParams.set('map', `14/${lat.toFixed(5)}/${lon.toFixed(5)}`)
    await page.goto(address.href)
    const map = page.getByRole('main').locator('canvas').first()
    await map.waitFor()
    await page.waitForTimeout(2_000)
    const box = (await map.boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.getByText(/G109 K1060\+(2[5-9]|3[0-5])\d，对吗？/).waitFor()
    await page.getByRole('button', { name: /^设施/ }).last().click()
    await page.getByRole('checkbox', { name: /^D1/ }).check()
    await page.getByLabel(/一句话说明/).fill('限速标志倒伏，夜间看不见')
    await page.getByRole('button', { name: '提交登记' }).click()
    const notice = page.getByText(/已登记：鄂交隐〔\d{4}〕\d{4}/)
    await notice.waitFor()
    number = /鄂交隐〔\d{4}〕\d{4}/.exec((await notice.textContent()) ?? '')![0]
  })

  test('the new hazard is on the map and in the list', async () => {
    const answer = await (await signedIn(service.url, 'leader'))('/api/hazards?format=geojson&road=G109')
    const { features } = (await answer.json()) as { features: { properties: { displayNumber: string } }[] }
    expect(features.map(({ properties }) => properties.displayNumber)).toContain(number)
    await page.getByRole('button', { name: '隐患', exact: true }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: /K1060\+/ })
      .first()
      .waitFor()
  })

  test('what a colleague changed meanwhile is told in words, nothing typed is lost, and then it can be sent', async () => {
    const colleague = await signedIn(service.url, 'accident')
    const listed = await colleague('/api/hazards?road=G109&status=40')
    const { items } = (await listed.json()) as { items: { id: string; title: string }[] }
    const { id } = items.find(({ title }) => title.includes('K1046+200'))!
    await page.goto(`${service.url}/?select=hazard:${id}`)
    await page.getByRole('button', { name: '填报进展', exact: true }).click()
    await page.getByLabel(/进展情况/).fill('信号灯基础已浇筑')
    const body = JSON.stringify({ action: 'progress', progressText: '渠化图已批' })
    expect((await colleague(`/api/hazards/${id}/transitions`, { method: 'POST', body })).status).toBe(200)
    await page.getByRole('button', { name: '确认填报进展' }).click()
    await page.getByText(/赵某：填报进展（进展情况）/).waitFor()
    expect(await page.getByLabel(/进展情况/).inputValue()).toBe('信号灯基础已浇筑')
    await page.getByRole('button', { name: '确认填报进展' }).click()
    const history = async () => (await colleague(`/api/hazards/${id}/history`)).text()
    await expect.poll(history).toContain('信号灯基础已浇筑')
  })

  test('the clerk ticks it, makes the supervision list, and the xlsx opens in LibreOffice with it inside', async () => {
    await page.getByRole('button', { name: /设置/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await signIn(page, 'clerk')
    await page.getByRole('button', { name: '隐患', exact: true }).click()
    await page.getByRole('checkbox', { name: /K1060\+/ }).check()
    await page.getByRole('checkbox', { name: /K1046\+200/ }).check()
    await page.getByRole('button', { name: '生成挂牌督办清单' }).click()
    await page.getByRole('button', { name: '生成清单', exact: true }).click()
    await page.getByRole('radio', { name: /^检查/ }).check()
    await page.getByText('没有治理责任单位').first().waitFor()
    await page.getByRole('radio', { name: '下载' }).check()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: /下载 Excel/ }).click()
    const file = join(runFolder, `list-${home}.xlsx`)
    await (await downloading).saveAs(file)
    const text = cellsSeenByLibreOffice(file)
    expect(text).toContain(number)
    expect(text).toContain('限速标志倒伏，夜间看不见')
    expect(text).toContain('合计')
    expect(text).toContain('演示数据')
  })

  test.runIf(home === 'embedded')(
    'the clerk has the ledger made as PDF, reloads, and fetches it',
    async () => {
      await page.goto(`${service.url}/?panel=hazards`)
      await page.getByText('导出台账（Word、PDF）').click()
      await page.getByRole('radio', { name: 'PDF（.pdf）' }).check()
      await page.getByRole('button', { name: '开始导出' }).click()
      await page.getByRole('heading', { name: '导出任务' }).waitFor()
      await page.reload()
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: /下载：隐患治理台账/ }).click()
      const file = join(runFolder, `ledger-${home}.pdf`)
      await (await downloading).saveAs(file)
      expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/)
    },
  )

  test('GDAL reads what the service shows, with its places', async () => {
    const request = await signedIn(service.url, 'leader')
    const answer = await request(
      '/api/accidents?format=geojson&from=2025-01-01&to=2025-12-03&calibre=general',
    )
    const said = execFileSync('ogrinfo', ['-so', '-al', '/vsistdin/'], {
      input: Buffer.from(await answer.arrayBuffer()),
      encoding: 'utf8',
    })
    expect(said).toMatch(/Feature Count: 19[24]/)
    expect(said).toContain('WGS 84')
  })

  test('nothing was asked of another host, and the page never complained', () => {
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
