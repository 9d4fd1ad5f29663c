import { expect, test } from 'vitest'
import { makesList, redPixels } from './month-list.ts'
import { picture } from './pictures.ts'
import type { Scene } from './story.ts'
import { act, button, mayNot, part, putPhoto, stands, transition } from './ticket-page.ts'

/** Two days over the date that was granted. */
export const isLate: Scene = (story) => {
  test('late, it is red at once on the map, in the list, in the to-do and on the ticket', async () => {
    const { brigade, number, hazardId } = story()
    await brigade.waits(32)
    const page = await brigade.sitsDown(
      'leader',
      `/?panel=todo&map=18/${brigade.placeInAddress}`,
      'onBothHomes',
    )
    await page.getByRole('radio', { name: /^已逾期 [1-9]/ }).check()
    const waiting = page.locator('li.late', { hasText: number })
    await waiting.getByText('逾期 2 天').waitFor()
    await expect.poll(() => redPixels(page)).toBeGreaterThan(100)
    await waiting.getByRole('button').click()
    await page.locator('.detail .marks').first().getByText('逾期2天').waitFor()
    await part(page, '时限').getByText('逾期 2 天', { exact: true }).waitFor()
    await part(page, '时限').getByText('现在该办：催办函，送责任单位联系人').waitFor()
    await button(page, '隐患').first().click()
    const row = page.locator('li', { hasText: story().technicalNumber })
    await row.getByText('逾期2天').waitFor()
    await picture(page, brigade, '5-overdue')
    const looker = await brigade.sitsDown('audit', `/?select=hazard:${hazardId}`)
    await stands(looker, '整改中')
    await mayNot(looker, '催办', transition(hazardId, 'urge'))
  })

  test('the squad, out again, takes the picture of what was done and inspects what stands', async () => {
    const { brigade, hazardId } = story()
    const page = await brigade.ridesOut('squad', '/?panel=rounds')
    const own = page.locator('li', { hasText: 'K1046+150' })
    await expect.poll(() => own.count()).toBe(5)
    for (const stop of await own.all()) {
      await stop.getByRole('button', { name: /^正常/ }).click()
      await stop.getByText('已巡检：正常').waitFor()
    }
    await page.goto(`${brigade.service.url}/?select=hazard:${hazardId}`)
    await stands(page, '整改中')
    await putPhoto(page, brigade, 'remedied', '整改后')
    await mayNot(page, '申请验收', transition(hazardId, 'requestAcceptance'))
  })

  test('the list of the month says so too; the one that was issued stands as it was', async () => {
    const { brigade, firstList, number } = story()
    const page = await brigade.sitsDown('clerk', '/?panel=hazards', 'onFirstHome')
    story().secondList = await makesList(page)
    await page.getByRole('radio', { name: '比较' }).check()
    await page.getByText(/^与 鄂公交发〔\d{4}〕1号 比较 · 未变 1 处$/).waitFor()
    const late = page.locator('li', { hasText: number }).filter({ hasText: '逾期' })
    await late.getByText(/· 逾期 2 天$/).waitFor()
    await picture(page, brigade, '4-list')
    const { rows, isIntact } = await brigade.ask<{ rows: { dueDate: string }[]; isIntact: boolean }>(
      'leader',
      `/api/supervision-lists/${firstList}`,
    )
    expect(isIntact).toBe(true)
    expect(rows.map(({ dueDate }) => dueDate)).toContain(story().due)
  })

  test('the office urges the bureau, and files that it is done and off the government’s list', async () => {
    const { brigade, hazardId } = story()
    const page = await brigade.sitsDown('clerk', `/?select=hazard:${hazardId}`)
    await act(page, '催办', {})
    await part(page, '时限')
      .getByText(/^已催办 1 次/)
      .waitFor()
    await act(page, '申请验收', { 完成情况说明: '停车让行标志、照明已完成' })
    await stands(page, '待验收')
    await act(page, '登记摘牌', { 文号: '鄂政督〔2027〕2号', 摘牌日期: brigade.today })
    await part(page, '档案').getByText('鄂政督〔2027〕2号').waitFor()
    await mayNot(page, '验收合格', transition(hazardId, 'accept'))
  })
}
