import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pageTexts, sheetsSeenByOffice } from '../../harness/office-files.ts'
import { picture } from './pictures.ts'
import type { Scene } from './story.ts'
import { button, mayNot } from './ticket-page.ts'

async function takenAway(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return readFileSync(await file.path())
}

const reportNamed = (kind: string, format: string) => `下载${kind}（${format}）`

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
    await page.getByLabel('从', { exact: true }).fill(foundOn)
    await page.getByLabel('到', { exact: true }).fill(brigade.today)
    await expect.poll(() => page.url()).toContain(`from=${foundOn}&to=${brigade.today}`)
    files.month = await takenAway(page, reportNamed('隐患排查治理情况月报', 'Excel'))
    const admin = { path: '/api/reports/four-indices', method: 'GET', body: {} }
    expect(await brigade.status('admin', admin)).toBe(403)
  })

  test('an office program reads the same numbers out of all of them', async () => {
    const { brigade, funds } = story()
    const [list, before, indices, month] = (['list', 'before', 'indices', 'month'] as const).map((name) => ({
      ...{ name: `${name}.xlsx`, bytes: files[name]! },
    }))
    const read = await sheetsSeenByOffice([list!, before!, indices!, month!])
    const text = (name: string) => Object.values(read[name]!).join('\n')
    console.log(Object.keys(read), text('list.xlsx'), text('before.xlsx'), text('month.xlsx'))
    const annual = (await pageTexts(files.annual!)).join('').replace(/\s/g, '')
    console.log(annual)
    const between = 'from=2022-12-04&to=2025-12-03&calibre=general&road=G109'
    const there = `${between}&fromStake=1046200&toStake=1047900`
    const ledger = await brigade.ask<{ items: object[]; total: number }>('leader', `/api/accidents?${there}`)
    console.log(ledger.total, ledger.items.length, ledger.items[0], funds)
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
