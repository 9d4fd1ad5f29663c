import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hazard } from '../../api/hazards/hazard.schema.ts'
import { newPhoto } from '../fixtures/photos/make-photo.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, phone, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page
let hazard: Hazard

beforeAll(async () => {
  site = await openDemoSite(phone, { drawsMap: false })
  ;({ service, watched, page } = site)
  const request = await signedIn(service.url, 'squad')
  // Those of the demonstration have their photos already.
  const registered = await request(`/api/hazards/${v7()}`, {
    method: 'PUT',
    body: JSON.stringify({
      road: 'G109',
      fromStake: 'K1061+300',
      types: ['F1'],
      description: '弯道护栏缺失',
    }),
  })
  hazard = (await registered.json()) as Hazard
})
afterAll(() => site?.close())

const shots = process.env.SCREENSHOTS
async function look(name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) })
}
const album = () => page.locator('#hazard-photos-album')
const photo = async (name: string, made: Parameters<typeof newPhoto>[0]) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await newPhoto({ width: 1600, height: 1200, ...made }),
})
const today = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 19)

describe('photos of a hazard, on a phone', () => {
  test('two at once arrive, and one from elsewhere says how far it is', async () => {
    await page.goto(`${service.url}/?select=hazard:${hazard.id}`)
    await signIn(page, 'accident')
    await page.getByText('照片待补').waitFor()
    await page.getByLabel('照片属于').selectOption('found')
    const [longitude, latitude] = hazard.geometry!.coordinates as [number, number]
    const takenAt = today()
    await album().setInputFiles([
      await photo('here.jpg', { takenAt, point: [longitude, latitude], colour: '#b08040' }),
      await photo('there.jpg', { takenAt, point: [longitude, latitude + 0.02], colour: '#804030' }),
      await photo('finger.jpg', { takenAt, colour: '#202020' }),
    ])
    await page.getByText('待上传', { exact: true }).nth(2).waitFor()
    expect(await page.getByRole('button', { name: /^查看照片/ }).count()).toBe(0)
    await page.getByRole('button', { name: '不发了' }).last().click()
    await page.getByRole('button', { name: '上传 2 张' }).click()
    await page.getByRole('button', { name: '查看照片：发现 2' }).waitFor()
    await page.getByText('时间、位置相符').waitFor()
    await page.getByText(/^离隐患 2\d{3} 米$/).waitFor()
    expect(await page.getByText('照片待补').count()).toBe(0)
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('what cannot be sent is still there when the page is opened again, and goes when asked', async () => {
    await page.getByLabel('照片属于').selectOption('remedied')
    await page.route('**/api/hazards/*/photos', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await album().setInputFiles([await photo('after.jpg', { colour: '#408040' })])
    await page.getByRole('button', { name: '上传 1 张' }).click()
    await page.getByText('未发送', { exact: true }).waitFor()
    await page.getByRole('button', { name: '重新发送' }).waitFor()
    await page.goto(service.url)
    await page.getByText('本机还有 1 张照片没有上传').waitFor()
    await look('photos-waiting')
    await page.unroute('**/api/hazards/*/photos')
    await page.getByRole('button', { name: '去上传' }).click()
    await page.getByText('待上传', { exact: true }).waitFor()
    await look('photos-kept')
    await page.goto(`${page.url()}&text=1.5`)
    const item = page.locator('li', { hasText: '待上传' })
    await item.waitFor()
    const sticksOut =
      'document.querySelector(".count + ul").scrollWidth > document.querySelector(".count + ul").clientWidth'
    expect(await page.evaluate(sticksOut)).toBe(false)
    await item.scrollIntoViewIfNeeded()
    await look('photos-kept-large')
    await page.goto(page.url().replace('text=1.5', 'text=1'))
    await page.getByRole('button', { name: '上传 1 张' }).click()
    await page.getByRole('button', { name: '查看照片：整改后 1' }).waitFor()
    expect(await page.getByText(/未发送/).count()).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: '查看照片：整改后 1' }).waitFor()
    expect(await page.getByText('待上传').count()).toBe(0)
  })

  test('what is no photo is refused in words', async () => {
    await album().setInputFiles([
      { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') },
    ])
    await page.getByRole('button', { name: '上传 1 张' }).click()
    await page.getByText('这个文件不是照片').waitFor()
    await page.getByRole('button', { name: '不发了' }).click()
  })

  test('on a phone a divider slides between before and after, by finger and by keys', async () => {
    await page.getByRole('button', { name: '查看照片：整改后 1' }).click()
    const divider = page.getByRole('slider', { name: /^分界/ })
    const box = (await divider.boundingBox())!
    expect(box.width).toBeGreaterThan(250)
    const shareShown = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.stack .before')!).clipPath)
    const before = await shareShown()
    await page.touchscreen.tap(box.x + box.width * 0.8, box.y + box.height / 2)
    expect(Number(await divider.inputValue())).toBeGreaterThan(70)
    await expect.poll(shareShown).not.toBe(before)
    await divider.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    expect(await divider.inputValue()).toBe('1')
    await divider.fill('45')
    await look('photos-slide-360')
    expect(await seriousBarriers(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  })

  test('before and after stand side by side; arrows lead on, masks and withdrawals are kept', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('button', { name: '查看照片：整改后 1' }).click()
    const viewer = page.getByRole('dialog')
    await viewer.getByText('前（发现）').waitFor()
    expect(await viewer.locator('img').count()).toBe(2)
    const drawn = 'Array.from(document.querySelectorAll("dialog img"), (image) => image.naturalWidth)'
    await expect.poll(() => page.evaluate(drawn)).toEqual([1600, 1600])
    expect(await seriousBarriers(page)).toEqual([])
    await page.keyboard.press('ArrowLeft')
    await viewer.getByRole('heading', { name: '发现 · 第 2 张，共 3 张' }).waitFor()
    await viewer.getByRole('checkbox', { name: /已遮挡/ }).check()
    await viewer.getByRole('button', { name: '对外水印副本' }).waitFor()
    await viewer.getByRole('button', { name: '撤回这张照片' }).click()
    await viewer.getByLabel('撤回原因').fill('拍错了地方')
    await viewer.getByRole('button', { name: '确认撤回' }).click()
    await viewer.getByText('已撤回：拍错了地方').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => viewer.count()).toBe(0)
  })

  test('chosen while registering, a photo follows its hazard', async () => {
    await page.goto(`${service.url}/?task=hazard`)
    const onForm = page.locator('#new-hazard-photos-album')
    await onForm.setInputFiles([await photo('new.jpg', { takenAt: today(), colour: '#304080' })])
    await page.getByText('登记后发送', { exact: true }).waitFor()
    await page.locator('#place-road').selectOption('G109')
    await page.locator('input.km').first().fill('1046')
    await page.locator('input.metres').first().fill('300')
    await page.getByRole('checkbox', { name: /^F1/ }).check()
    await page.getByLabel(/一句话说明/).fill('弯道看不见对向来车')
    await page.getByRole('button', { name: '提交登记' }).click()
    await page.getByRole('button', { name: '查看照片：发现 1' }).waitFor()
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
