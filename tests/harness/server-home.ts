import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { openDatabase } from '../../api/db/open-database.ts'
import { buildOnce } from './build-once.ts'
import { templates, type TemplateName } from './templates.ts'
import type { TestHome } from './test-home.ts'

const databaseUrl = (clusterUrl: string, name: string) => {
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.href
}

async function onCluster(clusterUrl: string, statement: string): Promise<void> {
  const cluster = postgres(clusterUrl, { max: 1, onnotice: () => undefined })
  await cluster.unsafe(statement).finally(() => cluster.end())
}

/** The run's own id is in each name, so that runs sharing one server do not meet. */
const databaseName = (runFolder: string, rest: string) =>
  `otog_test_${runFolder.replace(/.*\W/, '').toLowerCase()}_${rest}`

async function templateDatabase(clusterUrl: string, runFolder: string, name: TemplateName): Promise<string> {
  const database = databaseName(runFolder, `template_${name}`)
  await buildOnce(join(runFolder, `template-${name}`), async () => {
    const { base, build } = templates[name]
    const source = base ? await templateDatabase(clusterUrl, runFolder, base) : 'template1'
    await onCluster(clusterUrl, `create database ${database} template ${source}`)
    const dataFolder = join(runFolder, `files-${name}`)
    mkdirSync(dataFolder)
    const opened = await openDatabase({ databaseUrl: databaseUrl(clusterUrl, database), dataFolder })
    await build(opened, dataFolder).finally(() => opened.close())
  })
  return database
}

let copies = 0

export function serverHome(clusterUrl: string, runFolder: string): TestHome {
  return {
    async openCopy(template) {
      const source = await templateDatabase(clusterUrl, runFolder, template)
      const name = databaseName(runFolder, `copy_${process.pid}_${copies++}`)
      await onCluster(clusterUrl, `create database ${name} template ${source}`)
      const dataFolder = join(runFolder, name)
      cpSync(join(runFolder, `files-${template}`), dataFolder, { recursive: true })
      const url = databaseUrl(clusterUrl, name)
      const opened = await openDatabase({ databaseUrl: url, dataFolder })
      let closed: Promise<void> | undefined
      const closeOnly = () => (closed ??= opened.close())
      const close = async () => {
        await closeOnly()
        await onCluster(clusterUrl, `drop database if exists ${name} with (force)`)
        rmSync(dataFolder, { recursive: true, force: true })
      }
      return { ...opened, databaseUrl: url, dataFolder, closeOnly, close }
    },
  }
}

/** On a server that is not ours the templates of the run must go too. */
export async function dropRunDatabases(clusterUrl: string, runFolder: string): Promise<void> {
  const cluster = postgres(clusterUrl, { max: 1, onnotice: () => undefined })
  const prefix = databaseName(runFolder, '')
  const rows = await cluster<{ datname: string }[]>`
    select datname from pg_database where starts_with(datname, ${prefix})`
  for (const { datname } of rows) await cluster.unsafe(`drop database if exists ${datname} with (force)`)
  await cluster.end()
}
