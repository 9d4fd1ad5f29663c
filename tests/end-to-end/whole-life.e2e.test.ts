import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hazard } from '../../api/hazards/hazard.schema.ts'
import { newPhoto } from '../fixtures/photos/make-photo.ts'
import { signedIn, type RunningService } from '../harness/running-service.ts'
import { seriousBarriers, type WatchedPage } from './browser.ts'
import { openDemoSite, signIn, type DemoSite } from './demo-site.ts'

const shots = process.env.SCREENSHOTS
let site: DemoSite
let service: RunningService
let watched: WatchedPage
let page: Page
let id = ''

beforeAll(async () => {
  site = await openDemoSite({ viewport: { width: 1280, height: 900 } })
  ;({ service, watched, page } = site)
})
afterAll(() => site?.close())

/** Another person sits down at the same computer. */
async function become(username: string, path = `/?select=hazard:${id}`): Promise<void> {
  await site.context.clearCookies()
  await page.goto(service.url + path)
  await signIn(page, username)
}
const ask = async <Answer>(username: string, path: string, init: RequestInit = {}): Promise<Answer> =>
  (await (await signedIn(service.url, username))(path, init)).json() as Promise<Answer>
const dayFromNow = (days: number) =>
  new Date(Date.now() + (days * 24 + 8) * 3600e3).toISOString().slice(0, 10)
const inWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const begin = (act: string) => button(act).first().click()
const finish = (act: string) => button(`确认${act}`).click()
const field = (label: string) => page.locator('.detail form').getByLabel(label, { exact: true })
const stands = (status: string) => page.locator('.detail .marks').getByText(status, { exact: true }).waitFor()
const part = (name: string) => page.getByRole('region', { name, exact: true })

let colour = 0
async function putPhoto(stage: string, label: string): Promise<void> {
  await page.getByLabel('照片属于').selectOption(stage)
  const takenAt = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 19)
  colour += 0x2468
  const made = { width: 800, height: 600, takenAt, colour: `#${(0x406080 + colour).toString(16)}` }
  const file = { name: `${stage}.jpg`, mimeType: 'image/jpeg', buffer: await newPhoto(made) }
  await page.locator('#hazard-photos-album').setInputFiles([file])
  await button('上传 1 张').click()
  await button(`查看照片：${label} 1`).waitFor()
}
async function look(name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

describe('a hazard from the road to the archive', () => {
  const due = dayFromNow(40)
  const extended = dayFromNow(60)

  test('a squad registers it with a photo, and is not offered its review', async () => {
    await become('squad', '/?task=hazard')
    await page.locator('#place-road').selectOption('G109')
    await page.locator('input.km').first().fill('1052')
    await page.locator('input.metres').first().fill('300')
    await page.getByRole('checkbox', { name: /^F1/ }).check()
    await page.getByLabel(/一句话说明/).fill('支线无让行标志，夜间无照明')
    await page.getByRole('button', { name: '提交登记' }).click()
    await page.getByText(/已登记：鄂交隐/).waitFor()
    id = /select=hazard:([\w-]+)/.exec(page.url())![1]!
    await part('时限').getByText('补交发现照片').waitFor()
    await putPhoto('found', '发现')
    await expect.poll(() => part('时限').getByText('补交发现照片').count()).toBe(0)
    await part('时限').getByText('研判审核').waitFor()
    expect(await button('研判通过').count()).toBe(0)
  })

  test('the accident squad confirms it with cause, unit and date', async () => {
    await become('accident')
    await begin('研判通过')
    await field('隐患等级').selectOption({ label: '较大' })
    await field('成因与危险性分析').fill('支线视距不足，无让行控制')
    await field('治理责任单位').selectOption({ label: '鄂托克旗交通运输局' })
    await field('整改建议').fill('增设让行标志、照明')
    await field('整改时限').fill(due)
    await finish('研判通过')
    await stands('已立项')
    await part('时限').getByText('抄告责任单位').waitFor()
  })

  test('a leader hands it over, takes it back and signs the notice', async () => {
    await become('leader')
    await begin('移交')
    await field('接收单位').fill('鄂尔多斯市交通运输局')
    await field('文号').fill('鄂公交移〔2026〕1号')
    await finish('移交')
    await stands('移交上级/其他')
    await begin('移交退回')
    await field('退回原因').fill('属旗内管养')
    await finish('移交退回')
    await stands('已立项')
    await begin('签发抄告')
    await field('文号').fill('鄂公交隐函〔2026〕31号')
    await finish('签发抄告')
    await stands('待签收')
    await part('档案').getByText('移交函 鄂公交移〔2026〕1号').waitFor()
    await part('档案').getByText('回执未到').waitFor()
  })

  test('the office records the receipt with its photo', async () => {
    await become('clerk')
    await begin('登记签收')
    await page.getByText('还需先上传照片：回执。').waitFor()
    await putPhoto('receipt', '回执')
    await expect.poll(() => page.getByText('还需先上传照片：回执。').count()).toBe(0)
    await field('责任人（职务）').fill('养护科科长')
    await field('计划完成日期').fill(dayFromNow(30))
    await finish('登记签收')
    await stands('整改中')
    await expect.poll(() => part('档案').getByText('回执未到').count()).toBe(0)
    await part('档案')
      .getByText(/^20\d\d年.*养护科科长$/)
      .waitFor()
  })

  test('an extension is asked for and granted; the first date stays in sight', async () => {
    await begin('申请延期')
    await page.getByText(`现时限 ${inWords(due)}；一次最多延 30 日`).waitFor()
    await field('延期至').fill(extended)
    await field('延期理由').fill('杆件未到货')
    await finish('申请延期')
    await part('时限').getByText('延期申请待批').waitFor()
    await become('leader')
    await begin('批准延期')
    await part('申请内容').getByText('杆件未到货').waitFor()
    await field('审批意见').fill('同意延期一次')
    await finish('批准延期')
    const clocks = part('时限')
    await clocks.getByText(`${inWords(extended)}止`).waitFor()
    await clocks.getByText(`原时限 ${inWords(due)}`).waitFor()
    await part('档案')
      .getByText(`${inWords(due)} → ${inWords(extended)}`)
      .waitFor()
  })

  test('a lamp beside the road leaves it where it is', async () => {
    await become('squad', '/?task=facility')
    await page.locator('#place-road').selectOption('G109')
    await page.locator('input.km').first().fill('1052')
    await page.locator('input.metres').first().fill('250')
    await page.getByLabel('关联隐患').selectOption(id)
    await page.getByRole('button', { name: '提交登记' }).click()
    await page.getByText(/已登记：/).waitFor()
    await page.goto(`${service.url}/?select=hazard:${id}`)
    await stands('整改中')
    await page.locator('.detail').getByText('爆闪灯1盏').waitFor()
    await page.getByText('临时管控不等于治理，不能据此销号。').waitFor()
    await putPhoto('remedied', '整改后')
  })

  test('two write at once: the second is told who did what, and loses no word', async () => {
    await become('clerk')
    await begin('申请验收')
    await field('完成情况说明').fill('让行标志、照明已完成')
    const { version } = await ask<Hazard>('squad', `/api/hazards/${id}`)
    await ask('squad', `/api/hazards/${id}/transitions`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: JSON.stringify({ action: 'progress', progressText: '标志已立' }),
    })
    await finish('申请验收')
    const alert = page.getByRole('alert')
    await alert.getByText('您填写期间，这条隐患有了变动').waitFor()
    await alert.getByText(/李某：填报进展（进展情况）/).waitFor()
    await look('conflict')
    expect(await field('完成情况说明').inputValue()).toBe('让行标志、照明已完成')
    await finish('申请验收')
    await stands('待验收')
  })

  test('two units accept it, not one', async () => {
    await become('accident')
    await begin('验收合格')
    await putPhoto('acceptance', '验收')
    await field('第1人单位').fill('事故中队')
    await field('第1人职务或称呼').fill('民警')
    await field('第2人单位').fill('事故中队')
    await field('第2人职务或称呼').fill('文职')
    for (const item of await page.locator('.detail form').getByRole('checkbox').all()) await item.check()
    await field('验收意见').fill('现场与方案一致')
    await finish('验收合格')
    await page.getByRole('alert').filter({ hasText: '两个单位' }).first().waitFor()
    await field('第2人单位').fill('旗交通运输局')
    await finish('验收合格')
    await stands('待销号')
    await part('档案').getByText('事故中队 民警；旗交通运输局 文职').waitFor()
    await part('档案').getByText('6 项全部达到').waitFor()
  })

  test('a leader decides the lamp and closes it; the inspector looks again', async () => {
    await become('leader')
    await begin('复核销号')
    await field('复核意见').fill('资料齐全，同意销号')
    await page.getByLabel(/太阳能爆闪警示灯/).selectOption({ label: '拆除' })
    await finish('复核销号')
    await stands('已销号')
    await become('audit')
    await begin('回头看')
    await putPhoto('revisit', '回头看')
    await field('现场情况').fill('标志、照明完好')
    await finish('回头看')
    await part('档案').getByText('合格，未反弹').waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    await look('archive')
  })
})

describe('the closed ticket', () => {
  test('is corrected only when a leader agrees, and keeps both values', async () => {
    await become('squad')
    await begin('申请更正')
    await page.getByLabel('要更正的内容').selectOption({ label: '隐患情况' })
    await field('隐患情况更正为').fill('支线无停车让行标志，夜间无照明')
    await field('更正理由').fill('标志种类写错')
    await button('提交更正申请').click()
    await page.getByText('等大队领导批准。').waitFor()
    await become('leader')
    await part('更正申请待批').getByText('标志种类写错').waitFor()
    await page.getByLabel('审批意见').fill('属实')
    await button('批准更正').click()
    await page.locator('.detail > p').getByText('支线无停车让行标志，夜间无照明').waitFor()
    const kept = part('档案')
    await kept.locator('del').getByText('支线无让行标志，夜间无照明').waitFor()
    await kept.locator('ins').getByText('支线无停车让行标志，夜间无照明').waitFor()
  })

  test('an injury nearby proposes to reopen it: no for a reason, then yes', async () => {
    const injure = (accidentNo: string) =>
      ask('accident', '/api/accidents', {
        method: 'POST',
        body: JSON.stringify({
          ...{ accidentNo, procedure: 'general', occurredAt: new Date().toISOString(), road: 'G109' },
          ...{ stake: 'K1052+360', placeText: '国道109线1052公里360米处', killed: 0, injured: 2 },
          ...{ lossYuan: 2000, form: '11', collision: '5', causeClass: '32', weather: '1', light: '5' },
        }),
      })
    await injure('150624202699001')
    await become('leader', '/?panel=todo')
    await page.getByText('已销号、建议重开的隐患 1 处').waitFor()
    await page.getByText(/受伤 2 人，距隐患 60 米/).waitFor()
    await page.getByRole('button', { name: /^打开隐患/ }).click()
    await button('不重开').click()
    await page.getByLabel('不重开的理由').fill('酒后驾驶，与路口无关')
    await button('确认不重开').click()
    await expect.poll(() => part('建议重开').count()).toBe(0)
    await injure('150624202699002')
    await page.reload()
    await part('建议重开').getByRole('button', { name: '重开', exact: true }).click()
    await expect.poll(() => field('重开理由').inputValue()).toContain('受伤 2 人')
    await finish('反弹重开')
    await stands('反弹重开')
  })
})

describe('other tickets', () => {
  const ticketOf = async (status: number) =>
    (await ask<{ items: Hazard[] }>('leader', `/api/hazards?status=${status}`)).items

  test('one is merged into another that was looked up, and one is split in two', async () => {
    const [merged, split] = await ticketOf(10)
    await become('accident', `/?select=hazard:${merged!.id}`)
    await begin('合并')
    await page.getByLabel('查找隐患').fill('0012')
    await page.getByRole('button', { name: /〔\d{4}〕0012/ }).click()
    await page.getByText(/^已选：/).waitFor()
    await finish('合并')
    await stands('已合并')
    await page.goto(`${service.url}/?select=hazard:${split!.id}`)
    await begin('拆分')
    await page.getByRole('group', { name: '拆出的第 1 处' }).getByLabel('隐患情况').fill('北口无让行标志')
    await page.getByRole('group', { name: '拆出的第 2 处' }).getByLabel('隐患情况').fill('南口视线被遮挡')
    await page.getByLabel('拆分理由').fill('两处分治')
    await finish('拆分')
    await page.getByText(/已拆出：鄂交隐.*、鄂交隐/).waitFor()
    await expect
      .poll(() =>
        part('档案')
          .getByText(/^拆出 YH-/)
          .count(),
      )
      .toBe(2)
  })

  test('one is withdrawn: its number stays, and nothing more is offered', async () => {
    const [hazard] = await ticketOf(20)
    await become('leader', `/?select=hazard:${hazard!.id}`)
    await begin('作废')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(hazard!.displayNumber).waitFor()
    await button('确认作废').click()
    await dialog.getByText('请写明理由。').waitFor()
    await dialog.getByLabel('作废理由').fill('重复登记')
    await button('确认作废').click()
    await page.getByText(/作废：重复登记。编号保留/).waitFor()
    await page.locator('.detail').getByText(hazard!.displayNumber).waitFor()
    expect(await button('签发抄告').count()).toBe(0)
    expect(await page.getByRole('alert').filter({ hasText: '没有这条隐患' }).count()).toBe(0)
    await page.goto(`${service.url}/?panel=hazards`)
    await page.getByRole('radio', { name: '已作废' }).check()
    await page.getByText('1 处').first().waitFor()
    await page.getByText(hazard!.number).first().waitFor()
  })

  test('the office keeps the holidays', async () => {
    await become('clerk', '/?panel=settings')
    await button('节假日与调休').click()
    await page.getByText('国庆节 · 国务院办公厅已公布').first().waitFor()
    await button('登记一天').click()
    await page.getByLabel('日期').fill('2026-12-31')
    await page.getByLabel('名称').fill('那达慕')
    await button('保存').click()
    await page.getByText('那达慕 · 本大队登记').waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    await button(/^删除 ?：2026年12月31日/).click()
    await button('确认删除').click()
    await expect.poll(() => page.getByText('那达慕 · 本大队登记').count()).toBe(0)
  })

  test('on a narrow phone in the largest type nothing sticks out', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${service.url}/?select=hazard:${id}&text=1.5`)
    await part('档案').getByText('合格，未反弹').waitFor()
    await page.getByRole('button', { name: '展开' }).click()
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('.detail *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1).length`,
      ),
    ).toBe(0)
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
