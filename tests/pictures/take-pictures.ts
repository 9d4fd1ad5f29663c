import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from '../end-to-end/browser.ts'
import { newRunFolder, removeRunFolder } from '../harness/run-folder.ts'
import { contactSheet } from './contact-sheet.ts'
import { dataStates, passwordOf, startInState, type DataState } from './data-states.ts'
import { findRecords } from './find-records.ts'
import { everyLook, fewLooks, lookName, usualLooks, type Look } from './looks.ts'
import { screens, type Records, type Screen } from './screens.ts'
import { takeOne, type Site } from './take-one.ts'

const usage = `npm run pictures -- [a word of their names] [--all] [--few] [--tall] [--flat] [--state ${dataStates.join('|')}]
--flat leaves the map undrawn, which takes a fifth of the time.
PICTURES_OF=http://… takes them of a service that is running already.`

function readArguments() {
  const options = {
    all: { type: 'boolean' },
    flat: { type: 'boolean' },
    few: { type: 'boolean' },
    tall: { type: 'boolean' },
  } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ...options, state: { type: 'string', default: 'demo' } },
  })
  const state = dataStates.find((each) => each === values.state)
  if (!state) throw new Error(usage)
  const isFew = values.few || (state !== 'demo' && !values.all)
  const looks = values.all ? everyLook : isFew ? fewLooks : usualLooks
  return { state, looks, isTall: values.tall ?? false, isFlat: values.flat ?? false, words: positionals }
}

const isWanted = (words: readonly string[]) => (screen: Screen) =>
  words.length === 0 || words.some((word) => screen.name.includes(word))

/** All looks of one screen, and a sheet that shows them beside each other; how many faults there were. */
async function takeScreen(
  site: Site,
  screen: Screen,
  address: string,
  into: { folder: string; looks: readonly Look[] },
) {
  const folder = join(into.folder, screen.name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  let faulty = 0
  for (const look of into.looks) {
    const path = join(folder, `${lookName(look)}.png`)
    const faults = await takeOne(site, screen, { address, look, path })
    paths.push(path)
    faulty += faults.length
    for (const fault of faults) console.log(`${screen.name} ${lookName(look)}: ${fault}`)
  }
  await contactSheet(paths, `${folder}.png`)
  console.log(`${folder}.png`)
  return faulty
}

async function takeAll(site: Site, records: Records, asked: ReturnType<typeof readArguments>) {
  const into = { folder: join('.build/pictures', asked.state), looks: asked.looks }
  let faulty = 0
  for (const screen of screens.filter(isWanted(asked.words))) {
    const address = screen.address(records)
    if (address === undefined) console.log(`${screen.name}: there is no such record`)
    else faulty += await takeScreen(site, screen, address, into)
  }
  return faulty
}

async function openSite(state: DataState, runFolder: string) {
  const running = process.env['PICTURES_OF']
  if (running) return { url: running, stop: async () => undefined }
  return startInState(state, runFolder)
}

/** Pictures of every screen whose name holds one of the words given, in six looks, or as the options say. */
async function main(): Promise<void> {
  const asked = readArguments()
  const runFolder = newRunFolder()
  const service = await openSite(asked.state, runFolder)
  const browser = await openBrowser({ drawsMap: !asked.isFlat })
  try {
    const password = passwordOf(asked.state)
    const records = await findRecords(service.url, password)
    const site = { url: service.url, password, browser, isTall: asked.isTall }
    process.exitCode = (await takeAll(site, records, asked)) > 0 ? 1 : 0
  } finally {
    await browser.close()
    await service.stop()
    removeRunFolder(runFolder)
  }
}

await main()
