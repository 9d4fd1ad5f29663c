import { expect, test } from 'vitest'
import { makesList, redPixels } from './month-list.ts'
import type { Scene } from './story.ts'
import { act, button, mayNot, part, stands, transition } from './ticket-page.ts'

const assurances = {
  责任: '旗交通运输局养护科',
  措施: '增设停车让行标志、照明',
  资金: '列入年度养护资金',
  时限: '按期完成',
  预案: '夜间专人值守',
}

export const listsAndExtends: Scene = (story) => {
  test('a leader proposes to list it, the office records what the government decided', async () => {
    const { brigade, hazardId, due } = story()
    const leader = await brigade.sitsDown('leader', `/?select=hazard:${hazardId}`)
    await act(leader, '提请挂牌', { 挂牌督办意见建议: '建议旗级挂牌督办', ...assurances })
    await part(leader, '档案').getByText('已提请，待批复').waitFor()
    const keeper = await brigade.sitsDown('facility', `/?select=hazard:${hazardId}`)
    await stands(keeper, '整改中')
    await mayNot(keeper, '登记挂牌', transition(hazardId, 'recordListing'))
    const clerk = await brigade.sitsDown('clerk', `/?select=hazard:${hazardId}&panel=hazards`)
    await act(clerk, '登记挂牌', {
      文号: '鄂政督〔2026〕12号',
      挂牌日期: brigade.today,
      督办单位: '鄂托克旗人民政府',
      要求完成日期: due,
    })
    await part(clerk, '档案').getByText('挂牌中').waitFor()
    await act(clerk, '申请延期', { 延期至: story().extendedTo, 延期理由: '照明杆件未到货' })
    await part(clerk, '时限').getByText('延期申请待批').waitFor()
    await mayNot(clerk, '批准延期', transition(hazardId, 'grantExtension'))
  })

  test('the office drafts the list, finds nothing missing and hands it in', async () => {
    const page = story().brigade.atDesk
    story().firstList = await makesList(page)
    await page.getByText('近三年事故 9起/4死/11伤').waitFor()
    await page.getByText('资金 104.60 万元').waitFor()
    await page.getByRole('radio', { name: /^检查/ }).check()
    await page.getByText('没有发现缺项。').waitFor()
    await button(page, '送领导审签').click()
    await page.getByText(/^已由 .* 送审$/).waitFor()
    await mayNot(page, '签发', { path: `/api/supervision-lists/${story().firstList}/issue` })
  })

  test('the leader issues it, and from then on nobody changes it; nothing is red yet', async () => {
    const { brigade, firstList } = story()
    const address = `/?panel=lists&list=${firstList}&map=18/${brigade.placeInAddress}`
    const page = await brigade.sitsDown('leader', address, 'onFirstHome')
    await button(page, '签发').click()
    await expect.poll(() => page.getByLabel('文号').inputValue()).toMatch(/^鄂公交发〔\d{4}〕1号$/)
    await button(page, '确认签发').click()
    await page.getByText('已签发', { exact: true }).waitFor()
    await page.getByText(/鄂公交发〔\d{4}〕1号/).waitFor()
    expect(await button(page, '增减、排序').count()).toBe(0)
    const { version } = await brigade.ask<{ version: number }>(
      'leader',
      `/api/supervision-lists/${firstList}`,
    )
    const edit = { path: `/api/supervision-lists/${firstList}`, method: 'PATCH', body: { title: '改名' } }
    expect(await brigade.status('leader', { ...edit, ifMatch: version })).toBe(409)
    if (brigade.home === 'embedded') expect(await redPixels(page)).toBe(0)
  })

  test('the leader grants the extension; the first date stays in sight', async () => {
    const { brigade, hazardId } = story()
    const page = await brigade.sitsDown('leader', `/?select=hazard:${hazardId}`)
    await stands(page, '整改中')
    await act(page, '批准延期', { 审批意见: '同意延期一次', 文号: '鄂政督〔2026〕15号' })
    await part(page, '时限')
      .getByText(/原时限 .* · 已批准延期 1 次/)
      .waitFor()
    await mayNot(page, '回头看', transition(hazardId, 'revisit', { result: 'holds', note: '完好' }))
  })
}
