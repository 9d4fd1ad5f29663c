import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage, seriousBarriers } from '../end-to-end/browser.ts'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import { signedIn, startService } from '../harness/running-service.ts'
import { contactSheet } from './contact-sheet.ts'
import { everyLook, lookName, screens, usualLooks, type Look, type Records, type Screen } from './screens.ts'

const folder = '.build/pictures'

async function firstOf(request: Awaited<ReturnType<typeof signedIn>>, path: string): Promise<string> {
  const { items } = (await (await request(path)).json()) as { items: { id: string }[] }
  return items[0]!.id
}

async function findRecords(url: string): Promise<Records> {
  const request = await signedIn(url, 'leader')
  const run = await firstOf(request, '/api/screenings?preset=P1a&limit=1')
  const { sites } = (await (await request(`/api/screenings/${run}`)).json()) as { sites: { id: string }[] }
  return {
    hazard: await firstOf(request, '/api/hazards?status=40&limit=1'),
    closedHazard: await firstOf(request, '/api/hazards?status=70&limit=1'),
    facility: await firstOf(request, '/api/facilities?limit=1'),
    accident: await firstOf(request, '/api/accidents?severity=fatal&limit=1'),
    hotspot: sites[0]!.id,
  }
}

/** What a look at the picture may miss. */
async function faultsOf(page: Page, complaints: readonly string[]): Promise<string[]> {
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  return [
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...(await seriousBarriers(page)),
    ...complaints,
  ]
}

async function takeOne(browser: Browser, url: string, screen: Screen, records: Records, look: Look) {
  const { width, text, theme, language } = look
  const phone = width < 600 ? { hasTouch: true, isMobile: true } : {}
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    locale: language === 'zh' ? 'zh-CN' : 'en',
    ...phone,
  })
  try {
    const data = { username: screen.username, password: 'otog-demo' }
    await context.request.post(`${url}/api/session`, { data })
    const { page, complaints } = await openPage(context, url)
    const address = new URL(screen.address(records), `${url}/`)
    for (const [name, value] of [
      ['lang', language],
      ['theme', theme],
      ['text', String(text)],
    ] as const)
      address.searchParams.set(name, value)
    await page.goto(address.href.replaceAll('%3A', ':'))
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(400)
    const path = join(folder, screen.name, `${lookName(look)}.png`)
    await page.screenshot({ path })
    return { path, faults: await faultsOf(page, complaints) }
  } finally {
    await context.close()
  }
}

/** Pictures of every screen whose name holds the word given, in six looks or, with --all, in all twenty-four. */
async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const looks = words.includes('--all') ? everyLook : usualLooks
  const wanted = words.find((word) => !word.startsWith('--')) ?? ''
  const runFolder = newRunFolder()
  const started = process.env['PICTURES_OF']
    ? undefined
    : await startService({ DATABASE_URL: '', DATA_FOLDER: join(runFolder, 'data'), LOG_LEVEL: 'error' })
  const url = started?.url ?? process.env['PICTURES_OF']!
  const browser = await openBrowser()
  let faulty = 0
  try {
    const records = await findRecords(url)
    for (const screen of screens.filter(({ name }) => name.includes(wanted))) {
      rmSync(join(folder, screen.name), { recursive: true, force: true })
      mkdirSync(join(folder, screen.name), { recursive: true })
      const paths: string[] = []
      for (const look of looks) {
        const { path, faults } = await takeOne(browser, url, screen, records, look)
        paths.push(path)
        faulty += faults.length
        for (const fault of faults) console.log(`${screen.name} ${lookName(look)}: ${fault}`)
      }
      await contactSheet(paths, join(folder, `${screen.name}.png`))
      console.log(`${folder}/${screen.name}.png`)
    }
  } finally {
    await browser.close()
    await started?.stop()
    removeRunFolder(runFolder)
  }
  process.exitCode = faulty > 0 ? 1 : 0
}

await main()
