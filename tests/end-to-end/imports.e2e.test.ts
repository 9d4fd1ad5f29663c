import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convertCoordinates } from '../../api/roads/coordinates/coordinates.ts'
import { generalProcedureExport } from '../fixtures/imports/domain-samples.ts'
import { oneSheet, type ImportFile } from '../fixtures/imports/workbook.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { openBrowser, openPage, seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  site = await openDemoSite({ viewport: { width: 1440, height: 900 } }, { drawsMap: false })
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

const chip = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} \\d+$`) })
const countOn = async (name: string) => Number(/\d+$/.exec((await chip(name).textContent())!.trim())![0])
const rows = () => page.getByRole('grid').locator('[data-row]')

/** As a hand does it: the file is let go over the page. */
async function drop({ name, bytes }: ImportFile): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, base64]) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(base64!), (character) => character.charCodeAt(0))
      transfer.items.add(new File([content], fileName!))
      return transfer
    },
    [name, Buffer.from(bytes).toString('base64')],
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: data })
}

/** The only step that looks at the map, so the only one whose browser draws it. */
async function complaintsOfMapAt(address: string): Promise<string[]> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ storageState: await site.context.storageState() })
    const drawn = await openPage(context, service.url)
    await drawn.page.goto(address)
    await drawn.page.locator('[data-map-ready="true"]').waitFor()
    return drawn.complaints
  } finally {
    await browser.close()
  }
}

const titles = ['事故编号', '事故发生时间', '路号', '公里数', '米数', '事故地点', '适用程序']
const further = ['7日内死亡人数', '受伤人数', '直接财产损失', '事故形态', '车辆间事故', '认定原因', '天气']

function accidentRow(index: number, minute = index): (string | number)[] {
  const time = `2026-11-0${1 + (index % 9)} 08:${String(10 + minute)}`
  const place = [`15062420261100${100 + index}`, time, 'S216', 24 + index, 500, '216省道', '一般程序']
  return [...place, 0, 1, 3000, '碰撞运动车辆', '追尾', '超速行驶', '晴']
}

async function withAmapPoints(): Promise<ImportFile> {
  const request = await signedIn(service.url, 'accident')
  const points = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const answer = await request(`/api/roads/S216/locate?stake=K${24 + index}%2B500`)
      const { geometry } = (await answer.json()) as { geometry: { coordinates: [number, number] } }
      return convertCoordinates(geometry.coordinates, 'wgs84', 'gcj02')
    }),
  )
  const body = points.map(([lon, lat], index) => [...accidentRow(index), lon.toFixed(6), lat.toFixed(6)])
  return oneSheet('一般事故-高德坐标.xlsx', [[...titles, ...further, '经度', '纬度'], ...body])
}

describe('a spreadsheet on its way into the data', () => {
  test('a picture that calls itself a spreadsheet is refused in words', async () => {
    await page.goto(`${service.url}/?panel=imports`)
    await signIn(page, 'accident')
    await page.getByText('还没有导入过').waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
    await drop({ name: '现场照片.xlsx', bytes: png })
    await page.getByRole('heading', { name: '这个文件没有读成' }).waitFor()
    await page.getByText('没有写入任何数据').waitFor()
  })

  test('an export with damaged numbers is shown row by row with the reasons, in his row numbers', async () => {
    await drop(generalProcedureExport())
    await rows().first().waitFor()
    expect(await rows().first().getAttribute('data-row')).toBe('4')
    await rows().first().getByText('编号精度丢失').waitFor()
    expect(await countOn('待核')).toBe(3)
    await page.getByRole('button', { name: '没有要写入的行' }).waitFor()
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('one row is looked at and decided, and the decision survives a reload', async () => {
    await rows().first().click()
    await page.getByRole('heading', { name: /第 4 行/ }).waitFor()
    await page.getByRole('button', { name: '不写入', exact: true }).click()
    await rows().first().getByText('已定：不写入').waitFor()
    expect(page.url()).toMatch(/panel=imports&import=[\w-]{36}/)
    await page.reload()
    await rows().first().getByText('已定：不写入').waitFor()
  })

  test('the datum is proposed and asked for, and nothing is committed before the answer', async () => {
    await drop(await withAmapPoints())
    await page.getByRole('heading', { name: '文件里的坐标是哪种坐标系？' }).waitFor()
    await page.getByText(/看起来是 GCJ-02/).waitFor()
    await page.getByRole('img', { name: /同一批点/ }).waitFor()
    expect(await page.getByRole('button', { name: '提交', exact: true }).isDisabled()).toBe(true)
    expect(await seriousBarriers(page)).toEqual([])
    await page.getByRole('button', { name: /^GCJ-02/ }).click()
    await page.getByText(/坐标按 GCJ-02.*读取/).waitFor()
    await expect.poll(() => countOn('新增')).toBe(8)
  })

  test('his own file comes back with the reasons', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载带原因的原表' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  })

  test('the commit writes them, and the map shows them', async () => {
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText(/导入完成.*新增 8 条/s).waitFor()
    const request = await signedIn(service.url, 'accident')
    const found = await request('/api/search?q=15062420261100103')
    expect(await found.text()).toContain('15062420261100103')
    await page.getByRole('button', { name: '在地图上看' }).click()
    expect(page.url()).toContain('from=2026-11-01&to=2026-11-08')
    expect(await complaintsOfMapAt(page.url())).toEqual([])
  })

  test('the same file again changes nothing', async () => {
    await page.goto(`${service.url}/?panel=imports`)
    await page.getByText('以往的导入').waitFor()
    await drop(await withAmapPoints())
    await page.getByRole('button', { name: /^GCJ-02/ }).click()
    await expect.poll(() => countOn('重复')).toBe(8)
    await page.getByRole('button', { name: '没有要写入的行' }).waitFor()
  })

  test('the whole batch is undone from the history', async () => {
    await page.getByRole('button', { name: '导入另一个文件' }).click()
    await page
      .getByRole('button', { name: /高德坐标.*已导入/s })
      .first()
      .click()
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await page.getByRole('button', { name: '确认撤销' }).click()
    await page.getByText('这次导入已撤销').waitFor()
  })

  test('on a narrow phone in the largest type nothing is cut off at the side', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${page.url()}&text=1.5&theme=dark`)
    await rows().first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('nothing was asked of another host, and the page never complained', () => {
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
