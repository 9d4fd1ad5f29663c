import type { Browser, BrowserContext, Page } from 'playwright-core'
import { wordsIn } from '../../web/src/text/words.ts'
import { openPage, seriousBarriers } from '../end-to-end/browser.ts'
import type { Look } from './looks.ts'
import type { Screen } from './screens.ts'

export interface Site {
  readonly url: string
  readonly password: string
  readonly browser: Browser
  /** A screen so high that what is scrolled to elsewhere is in sight too. */
  readonly isTall: boolean
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

/** The cookies of each person, so that a hundred pictures do not need a hundred sign-ins. */
const cookies = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()

async function signIn(context: BrowserContext, { url, password }: Site, username: string): Promise<void> {
  const known = cookies.get(username)
  if (known) return context.addCookies(known)
  await context.request.post(`${url}/api/session`, { data: { username, password } })
  cookies.set(username, await context.cookies())
}

function addressIn(url: string, address: string, { language, theme, text }: Look): string {
  const full = new URL(address, `${url}/`)
  for (const [name, value] of [
    ['lang', language],
    ['theme', theme],
    ['text', String(text)],
  ] as const)
    full.searchParams.set(name, value)
  return full.href.replaceAll('%3A', ':')
}

/** Without a graphics card a map takes its time after the last answer. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1200)
}

async function openFold(page: Page, title: string): Promise<void> {
  const fold = page.locator('summary', { hasText: title }).first()
  await fold.click()
  await fold.evaluate('(element) => element.scrollIntoView({ block: "start" })')
  await settle(page)
}

/** A button, or a choice of several. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await ((await button.count()) > 0 ? button : page.locator('label', { hasText: name })).first().click()
  await settle(page)
}

/** One picture of one screen in one look, and what is wrong with the page. */
export async function takeOne(
  site: Site,
  screen: Screen,
  shown: { address: string; look: Look; path: string },
) {
  const { address, look, path } = shown
  const isPhone = look.width < 600
  const height = site.isTall ? 2400 : isPhone ? 740 : 900
  const context = await site.browser.newContext({
    viewport: { width: look.width, height },
    colorScheme: look.theme,
    locale: look.language === 'zh' ? 'zh-CN' : 'en',
    ...(isPhone ? { hasTouch: true, isMobile: true } : {}),
  })
  try {
    if (screen.username) await signIn(context, site, screen.username)
    const { page, complaints } = await openPage(context, site.url)
    await page.goto(addressIn(site.url, address, look))
    await settle(page)
    if (screen.fold) await openFold(page, screen.fold(wordsIn(look.language)))
    for (const name of screen.press?.(wordsIn(look.language)) ?? []) await press(page, name)
    if (screen.onPaper) await page.emulateMedia({ media: 'print' })
    await page.screenshot({ path, fullPage: screen.onPaper === true })
    return await faultsOf(page, complaints)
  } finally {
    await context.close()
  }
}
