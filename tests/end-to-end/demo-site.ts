import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { startDemoService } from '../harness/demo-service.ts'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import type { RunningService } from '../harness/running-service.ts'
import { openBrowser, openPage, type Eyes, type WatchedPage } from './browser.ts'

/** A service of its own with demo data, and a page of Chromium before it. */
export interface DemoSite {
  readonly service: RunningService
  readonly browser: Browser
  readonly context: BrowserContext
  readonly watched: WatchedPage
  readonly page: Page
  close(): Promise<void>
}

type Options = BrowserContextOptions | ((service: RunningService) => Promise<BrowserContextOptions>)

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
}

export async function openDemoSite(options: Options, eyes: Eyes = {}): Promise<DemoSite> {
  const runFolder = newRunFolder()
  const browser = await openBrowser(eyes)
  const service = await startDemoService(join(runFolder, 'data'))
  const asked = typeof options === 'function' ? await options(service) : options
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...asked })
  context.setDefaultTimeout(30_000)
  const watched = await openPage(context, service.url)
  return {
    ...{ service, browser, context, watched, page: watched.page },
    close: async () => {
      await browser.close()
      await service.stop()
      removeRunFolder(runFolder)
    },
  }
}

/** By hand, on the page of the sign-in. */
export async function signIn(page: Page, username: string, password = 'otog-demo'): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
