import { join } from 'node:path'
import postgres from 'postgres'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { startDemoService } from '../../harness/demo-service.ts'
import { moveDates } from '../../harness/moved-clock.ts'
import { newRunFolder, removeRunFolder } from '../../harness/run-folder.ts'
import { signedIn, startService, type RunningService } from '../../harness/running-service.ts'
import { startTestCluster, type TestCluster } from '../../harness/test-cluster.ts'
import { openBrowser, openPage, type WatchedPage } from '../browser.ts'
import { phone } from '../demo-site.ts'

export type Home = 'embedded' | 'server'
export const dayMs = 24 * 3600_000

interface Asked {
  readonly path: string
  readonly method?: string
  readonly body: object
  readonly ifMatch?: number
}

/** Where the map matters: on both homes, or where one of them proves it for both; it takes longer than all else. */
export type MapIsDrawn = 'onBothHomes' | 'onFirstHome' | 'nowhere'

interface Seat {
  readonly context: BrowserContext
  readonly page: Page
}

/** One service on one home, and the people of the brigade before it, one after another. */
export class Brigade {
  readonly watched: WatchedPage[] = []
  readonly #browsers = new Map<boolean, Promise<Browser>>()
  readonly #seats = new Map<string, Seat>()
  readonly #refusals: string[] = []
  #desk: Page | undefined
  #inUse: Page | undefined
  movedByMs = 0
  readonly home: Home
  readonly service: RunningService
  readonly place: readonly [longitude: number, latitude: number]
  readonly #folder: string
  readonly #cluster: TestCluster | undefined

  private constructor(made: {
    readonly home: Home
    readonly service: RunningService
    readonly place: readonly [number, number]
    readonly folder: string
    readonly cluster: TestCluster | undefined
  }) {
    ;({ home: this.home, service: this.service, place: this.place } = made)
    this.#folder = made.folder
    this.#cluster = made.cluster
  }

  /** On the server that is a first start on an empty database. */
  static async comesToWork(home: Home, stake: string): Promise<Brigade> {
    const folder = newRunFolder()
    const dataFolder = join(folder, 'data')
    const cluster = home === 'server' ? await startTestCluster(folder) : undefined
    const service = cluster
      ? await startService(
          { DATABASE_URL: await emptyDatabase(cluster), DATA_FOLDER: dataFolder, LOG_LEVEL: 'error' },
          { clockMayMove: true },
        )
      : await startDemoService(dataFolder, { clockMayMove: true })
    const request = await signedIn(service.url, 'leader')
    const answer = await request(`/api/roads/G109/locate?stake=${encodeURIComponent(stake)}`)
    const { geometry } = (await answer.json()) as { geometry: { coordinates: [number, number] } }
    return new Brigade({ ...{ home, service, place: geometry.coordinates }, folder, cluster })
  }

  async goesHome(): Promise<void> {
    for (const browser of this.#browsers.values()) await (await browser).close()
    await this.service.stop()
    await this.#cluster?.stop()
    removeRunFolder(this.#folder)
  }

  /** As the address of a page names the middle of its map. */
  get placeInAddress(): string {
    const [longitude, latitude] = this.place
    return `${latitude.toFixed(5)}/${longitude.toFixed(5)}`
  }
  /** The page of who sat down last. */
  get atDesk(): Page {
    return this.#desk!
  }

  /** The day as the service and the pages see it. */
  get today(): string {
    return this.dayFromNow(0)
  }
  dayFromNow(days: number): string {
    return bannerDay(Date.now() + this.movedByMs + days * dayMs)
  }

  /** Days pass: for the service, and for pages opened from now on. */
  async waits(days: number): Promise<void> {
    this.movedByMs += days * dayMs
    await this.service.moveClock(this.movedByMs)
    for (const { context } of this.#seats.values()) await context.close()
    this.#seats.clear()
  }

  async sitsDown(username: string, path: string, map: MapIsDrawn = 'nowhere'): Promise<Page> {
    this.#desk = await this.#takesPlace(desk, username, path, map)
    return this.#desk
  }
  ridesOut = (username: string, path: string, map: MapIsDrawn = 'nowhere') =>
    this.#takesPlace(this.#outside(), username, path, map)

  async #takesPlace(
    options: BrowserContextOptions,
    username: string,
    path: string,
    map: MapIsDrawn,
  ): Promise<Page> {
    const drawsMap = map === 'onBothHomes' || (map === 'onFirstHome' && this.home === 'embedded')
    const name = `${options.viewport!.width} ${drawsMap}`
    const seat = this.#seats.get(name) ?? (await this.#open(options, drawsMap))
    // A map that nobody looks at would go on being drawn.
    for (const { page } of this.#seats.values()) if (page !== seat.page) await page.goto('about:blank')
    this.#seats.set(name, seat)
    this.#inUse = seat.page
    await seat.context.clearCookies()
    await seat.context.request.post(`${this.service.url}/api/session`, {
      data: { username, password: 'otog-demo' },
    })
    await seat.page.goto(this.service.url + path)
    return seat.page
  }

  #outside(): BrowserContextOptions {
    const [longitude, latitude] = this.place
    return {
      ...phone,
      permissions: ['geolocation'],
      geolocation: { longitude, latitude, accuracy: 8 },
    }
  }

  async #open(options: BrowserContextOptions, drawsMap: boolean): Promise<Seat> {
    const opening = this.#browsers.get(drawsMap) ?? openBrowser({ drawsMap })
    this.#browsers.set(drawsMap, opening)
    const context = await (await opening).newContext({ locale: 'zh-CN', acceptDownloads: true, ...options })
    context.setDefaultTimeout(Number(process.env['DAY_PATIENCE_MS'] ?? 30_000))
    if (this.movedByMs) await context.addInitScript(pageClock(this.movedByMs))
    const watched = await openPage(context, this.service.url)
    this.watched.push(watched)
    watched.page.on('response', (response) => {
      if (response.status() >= 400)
        this.#refusals.push(`${response.status()} ${response.request().method()} ${response.url()}`)
    })
    watched.page.on('requestfailed', (request) =>
      this.#refusals.push(`${request.failure()?.errorText} ${request.method()} ${request.url()}`),
    )
    return { context, page: watched.page }
  }

  /** What the last person sees, and what was refused lately, for whoever has to find out why a step failed. */
  async screenInWords(): Promise<string> {
    const page = this.#inUse
    if (!page) return 'nobody sat down yet'
    const text = await page.locator('body').innerText({ timeout: 5_000 })
    return [page.url(), text.replaceAll(/\n+/g, ' | '), ...this.#refusals.slice(-10)].join('\n')
  }

  /** Beside the screens: what the service answers this person. */
  async ask<Answer>(username: string, path: string): Promise<Answer> {
    return (await (await signedIn(this.service.url, username))(path)).json() as Promise<Answer>
  }
  /** How the service answers what this person has no screen for. */
  async status(username: string, { path, method = 'POST', body, ifMatch }: Asked): Promise<number> {
    const request = await signedIn(this.service.url, username)
    const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }
    return (
      await request(path, { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) })
    ).status
  }
}

/** The names that a compiler keeps are of no use to the page, but it asks for their keeper. */
const pageClock = (movedByMs: number) =>
  `globalThis.__name ??= (named) => named;(${moveDates.toString()})(() => ${movedByMs})`

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const shanghaiMs = 8 * 3600_000

const bannerDay = (ms: number) => new Date(ms + shanghaiMs).toISOString().slice(0, 10)

async function emptyDatabase({ url }: TestCluster): Promise<string> {
  const admin = postgres(url, { max: 1 })
  await admin`create database a_day`
  await admin.end()
  return url.replace(/postgres$/, 'a_day')
}
