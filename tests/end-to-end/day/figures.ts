import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pageTexts, sheetsSeenByOffice } from '../../harness/office-files.ts'
import { picture } from './pictures.ts'
import type { Scene } from './story.ts'
import { button, mayNot } from './ticket-page.ts'

async function takenAway(page: Page, name: string | RegExp): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return readFileSync(await file.path())
}

const sentence =
  '共计194起,死亡40人,受伤260人,财损159.53万元(其中一般程序统计事故18起,死亡13人,受伤14人,财损11万元)'
const reportNamed = (kind: string, format: string) => new RegExp(`^${format} ?，下载${kind}$`)

export const agree: Scene = (story) => {
  const files: Record<'list' | 'before' | 'indices' | 'month' | 'annual', Buffer | undefined> = {
    ...{ list: undefined, before: undefined, indices: undefined, month: undefined, annual: undefined },
  }

  test('what is closed leaves the list of the month, which says so, and is issued', async () => {
    const { brigade, firstList, secondList, number } = story()
    const page = await brigade.sitsDown('leader', `/?panel=lists&list=${secondList}`)
    await button(page, '增减、排序').click()
    await button(page, `从清单去掉 ${number}`).click()
    await page.getByText('资金 86.00 万元').waitFor()
    await page.getByText('近三年事故 9起/4死/11伤').waitFor()
    await page.getByRole('radio', { name: '比较' }).check()
    const gone = page.locator('li', { hasText: number }).filter({ hasText: '销号' })
    await gone.first().waitFor()
    await button(page, '签发').click()
    await expect.poll(() => page.getByLabel('文号').inputValue()).toMatch(/^鄂公交发〔\d{4}〕\d号$/)
    await button(page, '确认签发').click()
    await page.getByText('已签发', { exact: true }).waitFor()
    await page.getByRole('radio', { name: '下载' }).check()
    files.list = await takenAway(page, '下载 Excel（.xlsx）')
    const before = await page.request.get(
      `${brigade.service.url}/api/supervision-lists/${firstList}?format=xlsx`,
    )
    files.before = await before.body()
  })

  test('the four indices and the annual sentence are taken away for the same cut-off', async () => {
    const { brigade, foundOn } = story()
    const page = brigade.atDesk
    await page.goto(`${brigade.service.url}/?panel=statistics`)
    await page.getByRole('region', { name: '一般程序' }).waitFor()
    await picture(page, brigade, '7-figures')
    files.indices = await takenAway(page, reportNamed('事故四项指数月报/年报', 'Excel'))
    files.annual = await takenAway(page, reportNamed('年度总结素材页', 'PDF'))
    await page.getByText('2025年度总结素材', { exact: true }).first().click()
    const sentence =
      '共计194起,死亡40人,受伤260人,财损159.53万元(其中一般程序统计事故18起,死亡13人,受伤14人,财损11万元)'
    await page.getByRole('article', { name: '素材正文' }).getByText(sentence).waitFor()
    await page.getByRole('radio', { name: '自定' }).check()
    await page.locator('#figures-from').fill(foundOn)
    await page.locator('#figures-to').fill(brigade.today)
    await expect.poll(() => page.url()).toContain(`from=${foundOn}&to=${brigade.today}`)
    files.month = await takenAway(page, reportNamed('隐患排查治理情况月报', 'Excel'))
    const admin = await brigade.sitsDown('admin', '/')
    await button(admin, '账号').first().waitFor()
    await mayNot(admin, '统计', { path: '/api/reports/four-indices', method: 'GET' })
  })

  test('an office program reads the same numbers out of all of them', async () => {
    const { brigade, funds } = story()
    const names = ['before', 'list', 'indices', 'month'] as const
    const read = await sheetsSeenByOffice(
      names.map((name) => ({ name: `${name}.xlsx`, bytes: files[name]! })),
    )
    const [before, list, indices, month] = names.map((name) =>
      Object.values(read[`${name}.xlsx`]!).join('\n'),
    ) as [string, string, string, string]
    const sum = (text: string) => text.split('\n').find((line) => line.startsWith('合计'))
    expect(sum(before)).toMatch(/^合计,2处,.*,9起\/4死\/11伤,.*,104\.60?,/)
    expect(sum(list)).toMatch(/^合计,1处,.*,9起\/4死\/11伤,.*,86(\.00)?,/)
    // What left the list in between is what the month counts as found, listed, remedied and paid for.
    expect(sum(month)).toMatch(/^合计,1,1,100(\.0)?,0,0,—,1,1,1,0,18\.60?$/)
    expect((104.6 - 86).toFixed(2)).toBe(funds)
    expect(indices).toMatch(/^一般程序合计,194,40,260,159\.53,/m)
    expect(indices).toMatch(/^其中:统计\(上报\),18,13,14,11(\.00)?,/m)
    const annual = (await pageTexts(files.annual!)).join('').replace(/\s/g, '')
    expect(annual).toContain(`一般程序${sentence}`)
    for (const text of [before, list, indices, annual]) expect(text).toMatch(/2025(年12月3日|-12-03)/)
    for (const text of [before, list, indices, annual]) expect(text).toContain('一般程序')
    const place = 'road=G109&fromStake=1046200&toStake=1047900'
    const days = 'from=2022-12-04&to=2025-12-03&calibre=general&limit=1000'
    const ledger = await brigade.ask<{ items: { killed: number; injured: number }[] }>(
      'leader',
      `/api/accidents?${place}&${days}`,
    )
    const added = (key: 'killed' | 'injured') => ledger.items.reduce((all, one) => all + one[key], 0)
    expect([ledger.items.length, added('killed'), added('injured')]).toEqual([9, 4, 11])
  })

  test('the filter changes the totals, and the address keeps it over a reload', async () => {
    const page = await story().brigade.sitsDown('leader', '/')
    const totals = () => page.locator('.totals').innerText()
    await button(page, '筛选').first().click()
    await page.getByLabel('公路').selectOption('G109')
    await expect.poll(totals).toMatch(/58\s*起[\s\S]*14\s*死亡/)
    await page.reload()
    await expect.poll(totals).toMatch(/58\s*起/)
    await page.getByLabel('公路').selectOption('')
    await expect.poll(totals).toMatch(/194\s*起/)
  })

  test('GDAL reads the accidents of the same days, with their places', async () => {
    const { brigade } = story()
    const page = brigade.atDesk
    const query = 'format=geojson&from=2025-01-01&to=2025-12-03&calibre=general'
    const answer = await page.request.get(`${brigade.service.url}/api/accidents?${query}`)
    const said = execFileSync('ogrinfo', ['-so', '-al', '/vsistdin/'], {
      input: await answer.body(),
      encoding: 'utf8',
    })
    expect(said).toMatch(/Feature Count: 19[24]/)
    expect(said).toContain('WGS 84')
  })
}
