import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const isThere = (command: string, argument: string) =>
  spawnSync(command, [argument], { stdio: 'ignore' }).status === 0

/** Without them the tests that look at pages say that they were skipped. */
export const canConvert =
  existsSync('/usr/lib/libreoffice/program/libswlo.so') && isThere('soffice', '--version')
export const canReadPages = isThere('pdftotext', '-v')

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'otog-office-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type OfficeFile = { readonly name: string; readonly bytes: Uint8Array }

/** One call for all, since opening the program is what takes long; gives the folder of what it wrote. */
function converted<Result>(
  files: readonly OfficeFile[],
  to: string,
  read: (out: string) => Promise<Result>,
): Promise<Result> {
  return inFolder(async (folder) => {
    const out = join(folder, 'out')
    await mkdir(out)
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const paths = files.map(({ name }) => join(folder, name))
    const args = [profile, '--headless', '--convert-to', to, '--outdir', out, ...paths]
    await run('soffice', args, { timeout: 120_000 })
    return read(out)
  })
}

/** As a clerk's office program would print them. */
export const convertToPdf = (files: readonly OfficeFile[]): Promise<Record<string, Buffer>> =>
  converted(files, 'pdf', async (out) => {
    const read = files.map(
      async ({ name }) => [name, await readFile(join(out, `${parse(name).name}.pdf`))] as const,
    )
    return Object.fromEntries(await Promise.all(read))
  })

const everySheetAsCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/** Every sheet, shown or hidden, as a clerk's office program reads its cells: by file and name, as CSV. */
export const sheetsSeenByOffice = (
  files: readonly OfficeFile[],
): Promise<Record<string, Record<string, string>>> =>
  converted(files, everySheetAsCsv, async (out) => {
    const read: Record<string, Record<string, string>> = {}
    for (const written of await readdir(out)) {
      const { name } = files.find((file) => written.startsWith(`${parse(file.name).name}-`))!
      const sheet = written.slice(parse(name).name.length + 1, -'.csv'.length)
      read[name] = { ...read[name], [sheet]: await readFile(join(out, written), 'utf8') }
    }
    return read
  })

const reading = <Result>(pdf: Uint8Array, work: (path: string, folder: string) => Promise<Result>) =>
  inFolder(async (folder) => {
    const path = join(folder, 'read.pdf')
    await writeFile(path, pdf)
    return work(path, folder)
  })

const output = async (command: string, args: readonly string[]) =>
  (await run(command, [...args], { maxBuffer: 256 * 1024 * 1024 })).stdout

/** The text of each page, in the order it was set; hyphens at line ends stay. */
export const pageTexts = (pdf: Uint8Array): Promise<string[]> =>
  reading(pdf, async (path) => {
    const text = await output('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'])
    return text.split('\f').slice(0, -1)
  })

export interface PageSize {
  /** Points. */
  readonly width: number
  readonly height: number
}

export const pageSizes = (pdf: Uint8Array): Promise<PageSize[]> =>
  reading(pdf, async (path) => {
    const said = await output('pdfinfo', ['-f', '1', '-l', '99999', path])
    return [...said.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gm)].map(([, width, height]) => ({
      width: Number(width),
      height: Number(height),
    }))
  })

export interface EmbeddedFont {
  readonly name: string
  readonly isEmbedded: boolean
  readonly isSubset: boolean
}

export const fontsOf = (pdf: Uint8Array): Promise<EmbeddedFont[]> =>
  reading(pdf, async (path) => {
    const lines = (await output('pdffonts', [path])).trimEnd().split('\n').slice(2)
    return lines.map((line) => {
      const [embedded, subset] = /(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line)!.slice(1)
      return { name: line.split(/\s+/)[0]!, isEmbedded: embedded === 'yes', isSubset: subset === 'yes' }
    })
  })

/** Where each word of a page stands, in points from the top left. */
export interface PlacedWord {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const placedWords = (pdf: Uint8Array): Promise<PlacedWord[]> =>
  reading(pdf, async (path) => {
    const pages = (await output('pdftotext', ['-bbox', path, '-'])).split('<page ').slice(1)
    return pages.flatMap((page, index) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text]) => ({
        page: index + 1,
        text: text!,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      })),
    )
  })

/** PNG of each page, to look at and to compare. */
export const pagePictures = (pdf: Uint8Array, dotsPerInch = 60): Promise<Buffer[]> =>
  reading(pdf, async (path, folder) => {
    await run('pdftoppm', ['-r', String(dotsPerInch), '-png', path, join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return Promise.all(names.map((name) => readFile(join(folder, name))))
  })
