import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Facility } from '../../../api/facilities/facility.schema.ts'
import { picture } from './pictures.ts'
import type { Scene } from './story.ts'
import { act, button, mayNot, part, putPhoto, stands, transition } from './ticket-page.ts'

export const notifiesAndControls: Scene = (story) => {
  test('a leader reads the letter to the transport bureau and signs it', async () => {
    const { brigade, hazardId } = story()
    const page = await brigade.sitsDown('leader', `/?select=hazard:${hazardId}`, 'onFirstHome')
    await page.getByText(/^文书（当前应办/).click()
    await button(page, /^看内容 ?：抄告函/).click()
    const letter = page.getByRole('document', { name: '抄告函内容' })
    await letter.getByText('近三年该处发生一般程序交通事故5起，造成2人死亡、7人受伤。').waitFor()
    await letter.getByText('旗交通运输局：').waitFor()
    await letter.scrollIntoViewIfNeeded()
    await picture(page, brigade, '3-letter')
    await act(page, '签发抄告', { 文号: '鄂公交隐函〔2026〕31号' })
    await stands(page, '待签收')
    await part(page, '档案').getByText('回执未到').waitFor()
    const keeper = await brigade.sitsDown('facility', `/?select=hazard:${hazardId}`)
    await stands(keeper, '待签收')
    await mayNot(keeper, '登记签收', transition(hazardId, 'sign'))
  })

  test('the office files number, receipt and plan of the bureau', async () => {
    const { brigade, hazardId, funds } = story()
    const page = await brigade.sitsDown('clerk', `/?select=hazard:${hazardId}&act=sign`)
    await page.getByText('还需先上传照片：回执。').waitFor()
    await putPhoto(page, brigade, 'receipt', '回执')
    await expect.poll(() => page.getByText('还需先上传照片：回执。').count()).toBe(0)
    await act(page, '登记签收', {
      '责任人（职务）': '养护科科长',
      计划完成日期: brigade.dayFromNow(15),
      '整改方案（选填）': '增设停车让行标志、照明',
      '治理资金（万元）（选填）': funds,
    })
    await stands(page, '整改中')
    const file = part(page, '档案')
    await expect.poll(() => file.getByText('回执未到').count()).toBe(0)
    await file.getByText('抄告函 鄂公交隐函〔2026〕31号').waitFor()
    await file.getByText(/^20\d\d年.*养护科科长$/).waitFor()
    const lamp = { kind: 'solar_strobe', quantity: 1, road: 'G109', stake: 1_046_150 }
    await page.goto(`${brigade.service.url}/?task=facility`)
    await page.getByText('当前岗位不能登记这一项').waitFor()
    await mayNot(page, '提交登记', { path: `/api/facilities/${v7()}`, method: 'PUT', body: lamp })
  })

  test('lamps and bumps go up in one act; a bump on the main road is warned of', async () => {
    const { brigade, hazardId } = story()
    const page = await brigade.sitsDown('facility', '/?task=facility')
    await page.getByRole('radio', { name: '“五小”一套' }).check()
    await page.getByLabel('公路').selectOption('G109')
    await page.locator('form input.km').first().fill('1046')
    await page.locator('form input.metres').first().fill('150')
    await page.getByLabel('关联隐患').selectOption(hazardId)
    await button(page, '登记 5 处').click()
    await page.getByText(/^已登记：SS-150624-\d+—SS-150624-\d+/).waitFor()
    await page.getByText(/设置减速带，须在来车方向 50–150 米处设警告标志/).waitFor()
  })

  test('a squad inspects what stands; it is no remedy, and an inspector-general only looks', async () => {
    const { brigade, hazardId } = story()
    const { items } = await brigade.ask<{ items: Facility[] }>('leader', '/api/facilities?limit=1000')
    const own = items.filter((facility) => facility.hazardId === hazardId)
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['solar_strobe', 'speed_bump']))
    const lamp = own.find(({ kind }) => kind === 'solar_strobe')!
    const page = await brigade.ridesOut('squad', `/?select=facility:${lamp.id}`)
    await button(page, '一切正常').click()
    await page.getByText('已记录：一切正常').waitFor()
    await page.getByRole('button', { name: story().number }).click()
    await stands(page, '整改中')
    await page
      .locator('.detail')
      .getByText(/爆闪灯1盏、.*减速带2条（14米）/)
      .waitFor()
    await page.getByText('临时管控不等于治理，不能据此销号。').waitFor()
    const looker = await brigade.sitsDown('audit', `/?select=facility:${lamp.id}`)
    await looker.getByText(/^上次巡检 /).waitFor()
    const body = { state: 'working', checks: {} }
    const path = `/api/facilities/${lamp.id}/inspections/${v7()}`
    await mayNot(looker, '一切正常', { path, method: 'PUT', body })
  })
}
