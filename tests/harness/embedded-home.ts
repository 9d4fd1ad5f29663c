import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listMigrations, migrationFolder } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open-database.ts'
import { buildOnce } from './build-once.ts'
import { templates, type TemplateName } from './templates.ts'
import type { TestHome } from './test-home.ts'

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/otog-test-homes', import.meta.url))
const packageFile = (name: string) =>
  fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url))

/** Creating the engine's files takes 10 s, so the empty and the migrated template outlive the run, keyed by all that goes in. */
async function cacheKey(name: TemplateName): Promise<string | undefined> {
  if (name !== 'empty' && name !== 'migrated') return undefined
  const hash = createHash('sha256').update(name)
  for (const part of ['@electric-sql/pglite', '@electric-sql/pglite-postgis'])
    hash.update(readFileSync(packageFile(part)))
  if (name === 'migrated')
    for (const name of await listMigrations())
      hash.update(name).update(readFileSync(join(migrationFolder, `${name}.ts`)))
  return hash.digest('hex').slice(0, 16)
}

/** The folder to copy, built by whoever asks first. */
export async function buildTemplate(runFolder: string, name: TemplateName): Promise<string> {
  const key = await cacheKey(name)
  const folder = key ? join(cacheFolder, `${name}-${key}`) : join(runFolder, `template-${name}`)
  if (!existsSync(folder))
    await buildOnce(join(runFolder, `template-${name}`), () => build(runFolder, name, folder))
  return folder
}

const aDayMs = 24 * 3600_000

/** Folders of yesterday's migrations; one of today may still be copied by a run beside this one. */
function dropOldTemplates(): void {
  for (const name of readdirSync(cacheFolder)) {
    const path = join(cacheFolder, name)
    if (Date.now() - statSync(path).mtimeMs > aDayMs) rmSync(path, { recursive: true, force: true })
  }
}

/** Built aside and renamed when whole: a run that is interrupted, or two runs at once, leave no half template. */
async function build(runFolder: string, name: TemplateName, folder: string): Promise<void> {
  const draft = `${folder}.draft-${process.pid}`
  const { base, build: fill } = templates[name]
  mkdirSync(cacheFolder, { recursive: true })
  dropOldTemplates()
  try {
    if (base) cpSync(await buildTemplate(runFolder, base), draft, { recursive: true })
    const opened = await openDatabase({ dataFolder: draft })
    await fill(opened, draft).finally(() => opened.close())
    rmSync(join(draft, 'lock'), { recursive: true })
    if (!existsSync(folder)) renameSync(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

let copies = 0

/** V8 compiles the engine once for all threads of a process, as long as somebody holds what came of it. */
let heldEngine: WebAssembly.Module | undefined
const holdEngine = () =>
  (heldEngine ??= new WebAssembly.Module(
    readFileSync(new URL('../../node_modules/@electric-sql/pglite/dist/pglite.wasm', import.meta.url)),
  ))

export function embeddedHome(runFolder: string): TestHome {
  return {
    async openCopy(template) {
      holdEngine()
      const dataFolder = join(runFolder, `copy-${process.pid}-${copies++}`)
      cpSync(await buildTemplate(runFolder, template), dataFolder, { recursive: true })
      const opened = await openDatabase({ dataFolder })
      let closed: Promise<void> | undefined
      const closeOnly = () => (closed ??= opened.close())
      const close = async () => {
        await closeOnly()
        rmSync(dataFolder, { recursive: true, force: true })
      }
      return { ...opened, dataFolder, closeOnly, close }
    },
  }
}
