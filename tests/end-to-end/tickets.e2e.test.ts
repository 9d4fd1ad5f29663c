import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bannerDay } from '../../api/areas/calendar-days.ts'
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
  site = await openDemoSite({ viewport: { width: 1280, height: 900 } }, { drawsMap: false })
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
const ticketsOf = async (status: number) =>
  (await ask<{ items: Hazard[] }>('leader', `/api/hazards?status=${status}`)).items
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const begin = (act: string) => button(act).first().click()
const finish = (act: string) => button(`确认${act}`).click()
const field = (label: string) => page.locator('.detail form').getByLabel(label, { exact: true })
const stands = (status: string) => page.locator('.detail .marks').getByText(status, { exact: true }).waitFor()
const part = (name: string) => page.getByRole('region', { name, exact: true })

async function look(name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

describe('a ticket under way', () => {
  test('what a colleague changed meanwhile is told in words, nothing typed is lost, and then it can be sent', async () => {
    const { id: own } = (await ticketsOf(40)).find(({ title }) => title.includes('K1046+200'))!
    await become('squad', `/?select=hazard:${own}`)
    await begin('填报进展')
    await field('进展情况').fill('信号灯基础已浇筑')
    await ask('accident', `/api/hazards/${own}/transitions`, {
      method: 'POST',
      body: JSON.stringify({ action: 'progress', progressText: '渠化图已批' }),
    })
    await finish('填报进展')
    const alert = page.getByRole('alert')
    await alert.getByText('您填写期间，这条隐患有了变动').waitFor()
    await alert.getByText(/赵某：填报进展（进展情况）/).waitFor()
    await look('conflict')
    expect(await field('进展情况').inputValue()).toBe('信号灯基础已浇筑')
    await finish('填报进展')
    await expect.poll(() => page.locator('.detail form').count()).toBe(0)
    const { progressText } = await ask<Hazard>('squad', `/api/hazards/${own}`)
    expect(progressText).toBe('信号灯基础已浇筑')
  })

  test('a civilian drafts a review, and the officer finds it filled in and decides otherwise', async () => {
    const fresh = v7()
    const found = { types: ['C1'], description: '弯道内侧树木挡住视线', road: 'G109', fromStake: 'K1060+100' }
    await ask('auxiliary', `/api/hazards/${fresh}`, { method: 'PUT', body: JSON.stringify(found) })
    await become('accident2', `/?select=hazard:${fresh}`)
    expect(await button('研判通过').count()).toBe(0)
    await begin('拟办')
    await field('成因与危险性分析').fill('弯道内侧树木挡住视线')
    await field('整改建议').fill('清除树木，增设线形诱导标')
    await field('隐患等级（选填）').selectOption({ label: '较大' })
    await field('说明（选填）').fill('已到现场量过')
    await finish('拟办')
    await page.locator('.detail .marks, .detail').getByText('已拟办', { exact: true }).first().waitFor()
    await look('drafted')
    // The form waits for what fills it, or it would change under the hand.
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/records', (route) => held.then(() => route.continue()))
    await become('accident', `/?select=hazard:${fresh}`)
    await begin('研判通过')
    expect(await page.locator('.detail form').count()).toBe(0)
    release()
    await part('拟办已填入下表，请核对：').getByText('已到现场量过').waitFor()
    expect(await field('成因与危险性分析').inputValue()).toBe('弯道内侧树木挡住视线')
    await look('draft-before-the-officer')
    await field('隐患等级').selectOption({ label: '一般' })
    await field('治理责任单位').selectOption({ index: 1 })
    await field('整改时限').fill(bannerDay(new Date(Date.now() + 60 * 24 * 3600_000)))
    await finish('研判通过')
    await stands('已立项')
    expect(await ask<Hazard>('leader', `/api/hazards/${fresh}`)).toMatchObject({
      ...{ level: 1, analysis: '弯道内侧树木挡住视线' },
    })
    await part('档案').getByRole('heading', { name: '拟办' }).waitFor()
  })

  test('a leader hands one over, takes it back, and withdraws it: its number stays', async () => {
    const [hazard] = await ticketsOf(20)
    await become('leader', `/?select=hazard:${hazard!.id}`)
    await begin('移交')
    await field('接收单位').fill('鄂尔多斯市交通运输局')
    await field('文号').fill('鄂公交移〔2026〕1号')
    await finish('移交')
    await stands('移交上级/其他')
    await begin('移交退回')
    await field('退回原因').fill('属旗内管养')
    await finish('移交退回')
    await stands('已立项')
    await part('档案').getByText('移交函 鄂公交移〔2026〕1号').waitFor()
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
})

describe('the closed ticket', () => {
  test('the inspector-general looks again', async () => {
    id = (await ticketsOf(70)).find(({ title }) => title.includes('K1071+800'))!.id
    await become('audit')
    await begin('回头看')
    await page.getByLabel('照片属于').selectOption('revisit')
    const takenAt = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 19)
    const buffer = await newPhoto({ width: 800, height: 600, takenAt, colour: '#406080' })
    await page
      .locator('#hazard-photos-album')
      .setInputFiles([{ name: 'revisit.jpg', mimeType: 'image/jpeg', buffer }])
    await button('上传 1 张').click()
    await button('查看照片：回头看 1').waitFor()
    await field('现场情况').fill('标志、照明完好')
    await finish('回头看')
    await part('档案').getByText('合格，未反弹').first().waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    await look('archive')
  })

  test('is corrected only when a leader agrees, and keeps both values', async () => {
    await become('squad')
    await begin('申请更正')
    await page.getByLabel('要更正的内容').selectOption({ label: '隐患情况' })
    await field('隐患情况更正为').fill('接入口过宽，车辆逆行驶入')
    await field('更正理由').fill('标志种类写错')
    await button('提交更正申请').click()
    await page.getByText('等大队领导批准。').waitFor()
    await become('leader')
    await part('更正申请待批').getByText('标志种类写错').waitFor()
    await page.getByLabel('审批意见').fill('属实')
    await button('批准更正').click()
    await page.locator('.detail > p').getByText('接入口过宽，车辆逆行驶入').waitFor()
    const kept = part('档案')
    await kept.locator('del').getByText('接入口过宽，车辆逆行进出').waitFor()
    await kept.locator('ins').getByText('接入口过宽，车辆逆行驶入').waitFor()
  })

  test('a number that was written down wrong is put right by the office, in the paper itself', async () => {
    const { id: notified } = (await ticketsOf(30))[0]!
    await become('clerk', `/?select=hazard:${notified}`)
    await begin('申请更正')
    await page.getByLabel('要更正的内容').waitFor()
    // Complete from the beginning: what the papers add does not come in later.
    const offered = await page.getByLabel('要更正的内容').locator('option').allTextContents()
    expect(offered).toContain('抄告文号')
    expect(offered).not.toContain('隐患情况')
    await page.getByLabel('要更正的内容').selectOption({ label: '抄告文号' })
    expect(await field('抄告文号更正为').inputValue()).toMatch(/〔\d{4}〕/)
    await field('抄告文号更正为').fill('鄂公交隐函〔2026〕199号')
    await field('更正理由').fill('文号抄错')
    await button('提交更正申请').click()
    await page.getByText('等大队领导批准。').waitFor()
    await become('leader', `/?select=hazard:${notified}`)
    await part('更正申请待批').getByText('文号抄错').waitFor()
    await page.getByLabel('审批意见').fill('属实')
    await button('批准更正').click()
    await part('档案').getByText('抄告函 鄂公交隐函〔2026〕199号').waitFor()
    await look('paper-corrected')
  })

  test('an injury nearby proposes to reopen it: no for a reason, then yes', async () => {
    const injure = (accidentNo: string) =>
      ask('accident', '/api/accidents', {
        method: 'POST',
        body: JSON.stringify({
          ...{ accidentNo, procedure: 'general', occurredAt: new Date().toISOString(), road: 'G109' },
          ...{ stake: 'K1071+860', placeText: '国道109线1071公里860米处', killed: 0, injured: 2 },
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
  test('one is merged into another that was looked up, and one is split in two', async () => {
    const [merged, split] = await ticketsOf(10)
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

  test('the office has the ledger made as PDF, reloads, and fetches it', async () => {
    await page.goto(`${service.url}/?panel=hazards`)
    await page.getByText('导出台账（Word、PDF）').click()
    await page.getByRole('radio', { name: 'PDF（.pdf）' }).check()
    await page.getByRole('button', { name: '开始导出' }).click()
    await page.getByRole('heading', { name: '导出任务' }).waitFor()
    await page.reload()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /下载：隐患治理台账/ }).click(),
    ])
    expect(readFileSync(await file.path(), 'latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/)
  })

  test('on a narrow phone in the largest type nothing sticks out', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${service.url}/?select=hazard:${id}&text=1.5`)
    await part('档案').getByText('合格，未反弹').waitFor()
    await page.getByRole('button', { name: '展开' }).click()
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    const outside = `[...document.querySelectorAll('.detail *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.outerHTML.slice(0, 120))`
    await expect.poll(() => page.evaluate(outside)).toEqual([])
    expect(watched.foreignRequests).toEqual([])
    expect(watched.complaints).toEqual([])
  })
})
