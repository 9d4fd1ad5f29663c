import { expect, test } from 'vitest'
import type { Inspection } from '../../../api/inspection/inspection.schema.ts'
import type { Scene } from './story.ts'
import { button, mayNot } from './ticket-page.ts'

export const isInspected: Scene = (story) => {
  test('the inspector-general finds the day in order, and that it was late', async () => {
    const { brigade, foundOn, technicalNumber } = story()
    const page = await brigade.sitsDown('audit', '/?panel=inspection')
    await page.getByLabel('从', { exact: true }).fill(foundOn)
    await page.getByLabel('到', { exact: true }).fill(foundOn)
    await button(page, '检查').click()
    await page.getByText(/^范围内隐患 1 条/).waitFor()
    const asked = `/api/inspection?from=${foundOn}&to=${foundOn}`
    const { checks } = await brigade.ask<Inspection>('audit', asked)
    const stateOf = Object.fromEntries(checks.map(({ key, state }) => [key, state]))
    const well = ['place', 'numbers', 'order', 'papers', 'overdue', 'listing', 'timeliness', 'accidents']
    for (const key of [...well, 'trail', 'calibres']) expect([key, stateOf[key]]).toEqual([key, 'good'])
    // Facilities are those of the whole banner; of this place none is amiss.
    const { items } = checks.find(({ key }) => key === 'facilities')!
    expect(items.filter(({ title }) => title?.includes('K1046+150'))).toEqual([])
    // Closed two days after the date: green would be a lie.
    const rates = checks.find(({ key }) => key === 'rates')!
    expect(rates.figures.map(({ value, isOver }) => [value.zh, isOver])).toEqual([
      ['1/1 = 100.0%', false],
      ['0/1 = 0.0%', true],
      ['0/1 = 0.0%', false],
    ])
    for (const check of checks) {
      const card = page.getByRole('article', { name: `${check.number} ${check.title.zh}` })
      const said = { good: '正常', watch: '关注', bad: '有问题' }[check.state]
      await card.locator('header').getByText(said).waitFor()
    }
    expect(technicalNumber).toMatch(/^YH-150624-/)
    const squad = await brigade.sitsDown('squad', '/?panel=hazards')
    await button(squad, '统计').waitFor()
    await mayNot(squad, '督察', { path: asked, method: 'GET' })
  })
}
