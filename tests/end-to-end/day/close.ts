import { expect, test } from 'vitest'
import { seriousBarriers } from '../browser.ts'
import { picture } from './pictures.ts'
import type { Scene } from './story.ts'
import { act, button, mayNot, part, putPhoto, stands, transition } from './ticket-page.ts'

export const isClosed: Scene = (story) => {
  test('two units accept it, not one', async () => {
    const { brigade, hazardId } = story()
    const page = await brigade.sitsDown('accident', `/?select=hazard:${hazardId}&act=accept`)
    await putPhoto(page, brigade, 'acceptance', '验收')
    const form = page.locator('.detail form')
    for (const item of await form.getByRole('checkbox').all()) await item.check()
    const own = { 第1人单位: '事故中队', 第1人职务或称呼: '民警', 第2人单位: '事故中队' }
    await act(page, '验收合格', { ...own, 第2人职务或称呼: '科员', 验收意见: '现场与方案一致' })
    await page.getByRole('alert').filter({ hasText: '两个单位' }).first().waitFor()
    await act(page, '验收合格', { 第2人单位: '旗交通运输局' })
    await stands(page, '待销号')
    await part(page, '档案').getByText('事故中队 民警；旗交通运输局 科员').waitFor()
    await part(page, '档案').getByText('6 项全部达到').waitFor()
    await mayNot(page, '复核销号', transition(hazardId, 'close'))
  })

  test('a leader decides what becomes of the lamps, and closes it', async () => {
    const { brigade, hazardId } = story()
    const page = await brigade.sitsDown('leader', `/?select=hazard:${hazardId}`)
    await button(page, '复核销号').first().click()
    await button(page, '全部拆除').click()
    await act(page, '复核销号', { 复核意见: '资料齐全，同意销号' })
    await stands(page, '已销号')
    expect(await page.getByText(/^逾期/).count()).toBe(0)
    await button(page, '查看照片：整改后 1').click()
    const viewer = page.getByRole('dialog')
    await viewer.getByText('前（发现）').waitFor()
    const drawn = 'Array.from(document.querySelectorAll("dialog img"), (image) => image.naturalWidth)'
    await expect.poll(() => page.evaluate(drawn)).toEqual([640, 640])
    await picture(page, brigade, '6-closed')
    await page.keyboard.press('Escape')
    expect(await seriousBarriers(page)).toEqual([])
    await mayNot(page, '回头看', transition(hazardId, 'revisit', { result: 'holds', note: '完好' }))
  })

  test('whether it worked is not said before there is a year to tell by', async () => {
    const { brigade, hazardId } = story()
    const page = brigade.atDesk
    await page.getByText('效果评价', { exact: true }).click()
    await page.getByText('为时尚早', { exact: true }).waitFor()
    await page.getByText(/措施以后只有 0 个整月的事故记录/).waitFor()
    const squad = await brigade.sitsDown('squad', `/?select=hazard:${hazardId}`)
    await stands(squad, '已销号')
    expect(await squad.getByText('效果评价', { exact: true }).count()).toBe(0)
    const body = { hazard: hazardId, calibre: 'general' }
    await mayNot(squad, '效果评价', { path: '/api/evaluations', body })
  })
}
