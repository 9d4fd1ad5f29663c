import { expect, test } from 'vitest'
import { seriousBarriers } from '../browser.ts'
import { picture } from './pictures.ts'
import type { Scene } from './story.ts'
import { act, button, hazardOf, mayNot, part, photoOf, stands, transition } from './ticket-page.ts'

export const findsAndReviews: Scene = (story) => {
  test('an auxiliary stands beside the road and marks what he sees, with a photo', async () => {
    const { brigade, stake } = story()
    const page = await brigade.ridesOut(
      'auxiliary',
      `/?task=hazard&map=15/${brigade.placeInAddress}`,
      'onFirstHome',
    )
    await page.locator('#new-hazard-photos-album').setInputFiles([await photoOf('found', brigade)])
    await page.getByText('登记后发送', { exact: true }).waitFor()
    await button(page, '用本机定位').click()
    await page.getByText(`${stake}，对吗？`).waitFor()
    await picture(page, brigade, '1-mark')
    await button(page, /^环境/).last().click()
    await page.getByRole('checkbox', { name: /^F6/ }).check()
    await page.getByLabel(/一句话说明/).fill('运煤支线无让行标志，夜间无照明')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await button(page, '提交登记').click()
    await button(page, '查看照片：发现 1').waitFor()
    const hazardId = /select=hazard:([\w-]+)/.exec(page.url())![1]!
    const hazard = await hazardOf(brigade, hazardId)
    expect(hazard).toMatchObject({ road: 'G109', stakeText: stake, status: 10, squad: 'L03' })
    Object.assign(story(), { hazardId, number: hazard.displayNumber, technicalNumber: hazard.number })
    expect(await seriousBarriers(page)).toEqual([])
    await mayNot(page, '研判通过', transition(hazardId, 'approve'))
  })

  test('the accident squad sees at the worst hotspot why it matters, and takes it on', async () => {
    const { brigade, hazardId, due } = story()
    const page = await brigade.sitsDown('accident', '/?panel=hotspots', 'onFirstHome')
    const worst = page.getByRole('button', { name: /K1046\+230/ }).first()
    await worst.click()
    const evidence = page.locator('.detail')
    await evidence.waitFor()
    expect(await evidence.innerText()).toMatch(/随机期望 λ\s0\.046 · 偶然概率 p\s?<\s0\.0001/)
    expect(await worst.textContent()).toMatch(/1.*G109.*K1046\+230—K1046\+560.*5起.*2死.*λ.*p/s)
    await expect
      .poll(() => page.locator('body').innerText())
      .toMatch(/194\s*起[\s\S]*40\s*死亡[\s\S]*159\.53/)
    const popup = page.locator('.map-popup').getByText(/第1位 G109 K1046\+230/)
    if (brigade.home === 'embedded') await popup.waitFor()
    expect(await seriousBarriers(page)).toEqual([])
    await picture(page, brigade, '2-evidence')
    await evidence.getByRole('button', { name: /^G109 K1046\+200 / }).click()
    await stands(page, '待研判')
    await button(page, '查看周边事故、设施与当时的期限').click()
    await page.getByRole('row', { name: /^一般程序 7起 3死 9伤/ }).waitFor()
    await act(page, '研判通过', {
      隐患等级: { choose: '较大' },
      成因与危险性分析: '支线视距不足、无让行控制，夜间左转车辆不易察觉',
      治理责任单位: { choose: '鄂托克旗交通运输局' },
      整改建议: '增设停车让行标志、照明',
      整改时限: due,
    })
    await stands(page, '已立项')
    await part(page, '时限').getByText('抄告责任单位').waitFor()
    await mayNot(page, '签发抄告', transition(hazardId, 'notify'))
  })
}
