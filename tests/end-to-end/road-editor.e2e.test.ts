import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { distanceBetween, type LonLat } from '../../api/roads/network/geodesy.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, signIn, type DemoSite } from './demo-site.ts'

let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  site = await openDemoSite({ viewport: { width: 1440, height: 900 } })
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

async function openMapAs(username: string): Promise<void> {
  await signIn(page, username)
  await page.locator('[data-map-ready="true"]').waitFor()
}

async function json<Answer>(path: string): Promise<Answer> {
  const answer = await (await signedIn(service.url, 'leader'))(path)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Answer
}

async function pointOf(stake: string): Promise<LonLat> {
  const { geometry } = await json<{ geometry: { coordinates: LonLat } }>(
    `/api/roads/G109/locate?stake=${encodeURIComponent(stake)}`,
  )
  return geometry.coordinates
}

/** As the back button would: the page reads its address again and the map goes there. */
async function lookAt([lon, lat]: LonLat): Promise<void> {
  await page.evaluate(
    `{ const url = new URL(location.href)
       url.searchParams.set('map', '14/${lat.toFixed(5)}/${lon.toFixed(5)}')
       history.pushState(null, '', url)
       dispatchEvent(new PopStateEvent('popstate')) }`,
  )
  await expect.poll(() => page.locator('.maplibregl-ctrl-scale').innerText()).toMatch(/\d00\s米/)
  await page.waitForTimeout(1_000)
}

interface Placed {
  readonly id: string
  readonly stake: number
  readonly geometry: { readonly coordinates: LonLat } | null
}

async function facilitiesNear(stake: number): Promise<Placed[]> {
  const { items } = await json<{ items: Placed[] }>('/api/facilities?road=G109&limit=200')
  return items.filter((each) => each.geometry && Math.abs(each.stake - stake) < 1000)
}

async function save(reason: string): Promise<string> {
  await page.getByRole('button', { name: '去保存' }).click()
  await page.getByLabel(/^理由/).fill(reason)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const notice = page.getByText(/已保存/)
  await notice.waitFor()
  return (await notice.textContent()) ?? ''
}

describe('keeping the road network', () => {
  test('a county road that is only a name is entered and stands in the register', async () => {
    await page.goto(`${service.url}/?panel=roads`)
    await openMapAs('accident')
    await page.getByRole('button', { name: '新增道路' }).click()
    await page.getByLabel(/^路名/).fill('查布—公其日嘎公路')
    await page.getByLabel('行政等级').selectOption('county')
    await page.getByLabel('苏木镇').selectOption({ label: '阿尔巴斯苏木' })
    await page.getByLabel('走向').fill('查布至公其日嘎')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('这条路只有名称').waitFor()
    const row = page.getByRole('listitem').filter({ hasText: '查布—公其日嘎公路' })
    await expect.poll(() => row.innerText()).toMatch(/L0\d+[\s\S]*县道[\s\S]*阿尔巴斯苏木[\s\S]*只有名称/)
  })

  let post: LonLat
  let before: Placed[]
  test('a tap on the road proposes a post with the stake there', async () => {
    post = await pointOf('K1046+200')
    before = await facilitiesNear(1_046_200)
    await page.getByRole('button', { name: /^G109/ }).click()
    await page.getByLabel('线位与桩号').check()
    await page.getByRole('button', { name: '新增桩号点' }).click()
    await lookAt(post)
    const box = (await page.getByRole('main').locator('canvas').first().boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    const stake = page.getByLabel('碑上的桩号')
    await stake.waitFor()
    expect(await stake.inputValue()).toMatch(/^K1046\+(1[89]|2[01])\d$/)
    await page.getByText('1 处改动未保存').waitFor()
  })

  test('dragging the post changes its figures at once, and undoing puts it back', async () => {
    const marker = page.getByRole('button', { name: /^桩号点 K1046/ })
    const said = () => marker.getAttribute('title')
    expect(await said()).toContain('合，与相邻桩内插相差 0 米')
    const box = (await marker.boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (const step of [5, 10, 20, 30]) await page.mouse.move(x + step, y)
    await page.mouse.up()
    await expect.poll(said).toMatch(/请核对，与相邻桩内插相差 −[1-9]\d\d? 米/)
    await page.getByText('同一地点的桩号').waitFor()
    await page.getByRole('button', { name: '撤销一步' }).click()
    await expect.poll(said).toContain('相差 0 米')
  })

  test('saved with what the post really says, the stake is where the post stands, and what was placed by stake follows', async () => {
    await page.getByLabel('碑上的桩号').fill('K1046+260')
    await page.getByLabel('经度').fill(post[0].toFixed(7))
    await page.getByLabel('纬度').fill(post[1].toFixed(7))
    await page.getByLabel('备注').click()
    expect(await save('现场核对里程碑')).toMatch(/随之移动 \d+ 起事故、\d+ 处隐患、[1-9]\d* 处设施/)
    expect(distanceBetween(await pointOf('K1046+260'), post)).toBeLessThan(0.5)
    const after = new Map((await facilitiesNear(1_046_200)).map((each) => [each.id, each]))
    const shifts = before.map(({ id, geometry }) =>
      distanceBetween(geometry!.coordinates, after.get(id)!.geometry!.coordinates),
    )
    expect(Math.max(...shifts)).toBeGreaterThan(40)
    expect(await seriousBarriers(page)).toEqual([])
  })

  test('a chain break is explained, previewed, and saved', async () => {
    await page.getByRole('button', { name: '新增断链' }).click()
    await page.getByLabel(/^断链处桩号/).fill('K1080+000')
    await page.getByLabel('短链').check()
    await page.getByText('有一段桩号跳过').waitFor()
    await page.getByLabel(/^相差米数/).fill('300')
    await page.getByText('K1080+000 之后接 K1080+300').waitFor()
    await page.getByRole('button', { name: '加入改动' }).click()
    await save('改线后断链，见竣工资料')
    const refused = await (
      await signedIn(service.url, 'leader')
    )(`/api/roads/G109/locate?stake=${encodeURIComponent('K1080+100')}`)
    expect(refused.status).toBe(422)
  })

  test('when a colleague was first, it is said in words, nothing typed is lost, and it can be saved', async () => {
    await page.getByRole('button', { name: /^K1046\+260/ }).click()
    await page.getByLabel('碑上的桩号').fill('K1046+250')
    const colleague = await signedIn(service.url, 'leader')
    const { version } = await json<{ version: number }>('/api/roads/G109')
    const changed = await colleague('/api/roads/G109', {
      method: 'PATCH',
      headers: { 'if-match': `"${version}"` },
      body: JSON.stringify({ course: '东胜—乌海', reason: '补充走向' }),
    })
    expect(changed.status).toBe(200)
    await page.getByRole('button', { name: '去保存' }).click()
    await page.getByLabel(/^理由/).fill('再次核对')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('您填的都在').waitFor()
    expect(await page.getByLabel('碑上的桩号').inputValue()).toBe('K1046+250')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText(/已保存/).waitFor()
  })

  test('the history tells every post and break, with who and why', async () => {
    await page.getByLabel('历史').check()
    const history = page.getByRole('complementary', { name: '详情' })
    await expect.poll(() => history.innerText()).toMatch(/K1046\+250[\s\S]*赵某[\s\S]*再次核对/)
    const text = await history.innerText()
    expect(text).toMatch(/断链[\s\S]*K1080\+000 之后接 K1080\+300/)
    expect(text).toContain('改线后断链，见竣工资料')
    expect(text).toMatch(/K1046\+260[\s\S]*现场核对里程碑/)
  })

  test('a line out of a file is looked at first, and taken with its reason', async () => {
    const road = await json<{ sections: { coordinates: LonLat[] }[] }>('/api/roads/G109?geometry=true')
    const north = ([lon, lat]: LonLat) => [lon, lat + 20 / 111_010]
    const lines = road.sections.map(({ coordinates }) => ({
      type: 'Feature',
      properties: { ref: 'G109' },
      geometry: { type: 'LineString', coordinates: coordinates.map(north) },
    }))
    const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: lines }))
    await page.getByLabel('线位与桩号').check()
    await page
      .getByLabel('GeoJSON 文件')
      .setInputFiles({ name: '测绘.geojson', mimeType: 'application/geo+json', buffer })
    await page.getByText(/与现有线形最大相差 (19|2\d) 米/).waitFor()
    const before = await pointOf('K1000+000')
    await page.getByLabel(/^理由/).fill('测绘院新测线形')
    await page.getByRole('button', { name: '换成这条线' }).click()
    await page.getByText(/已保存/).waitFor()
    expect(distanceBetween(before, await pointOf('K1000+000'))).toBeGreaterThan(10)
  })

  test('a clerk reads all this and changes none of it', async () => {
    await page.getByRole('button', { name: /设置/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.goto(`${service.url}/?panel=roads&select=road:G109`)
    await openMapAs('clerk')
    await page.getByText('修改路网由事故中队').waitFor()
    await page.getByLabel('线位与桩号').check()
    await page.getByRole('button', { name: /^K1046\+250/ }).waitFor()
    for (const name of ['新增道路', '新增桩号点', '新增断链', '改起止桩号'])
      expect(await page.getByRole('button', { name }).count()).toBe(0)
  })

  test('nothing was asked of another host, and the page never complained', () => {
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
