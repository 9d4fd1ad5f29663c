import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const softwareWebGl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const noWebGl = ['--disable-gpu', '--disable-3d-apis']

export interface Eyes {
  /** Drawing the map without a graphics card takes five times as long as all else on a page together. */
  readonly drawsMap?: boolean
}

/** The system's Chromium with none of its own traffic; with software WebGL, or as an old office computer without any. */
export function openBrowser({ drawsMap = true }: Eyes = {}): Promise<Browser> {
  const executablePath = executables.find((path) => existsSync(path))
  if (!executablePath) throw new Error('Chromium is missing (Debian: apt-get install chromium).')
  const args = [
    '--no-sandbox',
    ...(drawsMap ? softwareWebGl : noWebGl),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ]
  return chromium.launch({ executablePath, headless: true, args })
}

export interface WatchedPage {
  readonly page: Page
  /** Requests to anywhere but the service itself. */
  readonly foreignRequests: string[]
  /** What the page complained about: exceptions, and errors on its console. */
  readonly complaints: string[]
}

export async function openPage(context: BrowserContext, origin: string): Promise<WatchedPage> {
  const page = await context.newPage()
  const foreignRequests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) foreignRequests.push(url)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The browser itself notes every 4xx; the page shows those to the user.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text())
    }
  })
  return { page, foreignRequests, complaints }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly target: readonly string[] }[]
}

export async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axeSource)
}

/** What axe finds serious or critical on the page as it stands, or on a part of it, one line each. */
export async function seriousBarriers(page: Page, part?: string): Promise<string[]> {
  await loadAxe(page)
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run(${part ? JSON.stringify(part) : 'document'}).then((result) => result.violations)`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
