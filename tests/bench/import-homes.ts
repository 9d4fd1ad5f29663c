import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { hashPassword } from '../../api/auth/password.commands.ts'
import { newId } from '../../api/db/id.ts'
import { openDatabase } from '../../api/db/open-database.ts'
import type { Database } from '../../api/db/tables.ts'
import { embeddedHome } from '../harness/embedded-home.ts'
import { serverHome } from '../harness/server-home.ts'
import type { TestDatabase, TestHome } from '../harness/test-home.ts'
import type { BenchDatabase } from './bench-databases.ts'

export interface ImportHome {
  readonly name: BenchDatabase['name']
  readonly home: TestHome
}

export const importer = 'accident'

async function clusterUrlOf({ db }: BenchDatabase): Promise<string> {
  const { rows } = await sql<{ user: string; port: number }>`
    select current_user as user, inet_server_port() as port`.execute(db)
  return `postgres://${rows[0]!.user}@127.0.0.1:${rows[0]!.port}/postgres`
}

/** Databases of their own beside those of the run: an import is measured into an empty book. */
export function importHomes(databases: readonly BenchDatabase[], runFolder: string): Promise<ImportHome[]> {
  return Promise.all(
    databases.map(async (database) => {
      const { name } = database
      // A folder each: both homes mark in it which templates they have built.
      const folder = join(runFolder, name)
      mkdirSync(folder)
      const home = name === 'server' ? serverHome(await clusterUrlOf(database), folder) : embeddedHome(folder)
      return { name, home }
    }),
  )
}

async function insertImporter(db: Database): Promise<void> {
  const at = new Date()
  const row = {
    id: newId(),
    username: importer,
    display_name: importer,
    person_kind: 'sworn' as const,
    department: 'N04',
    password_hash: await hashPassword('otog-demo'),
    created_at: at,
    updated_at: at,
  }
  await db.insertInto('user_account').values(row).execute()
}

/** The road network and one person who may import; closed, so that a service can open it. */
export async function newBook({ home }: ImportHome): Promise<TestDatabase> {
  const book = await home.openCopy('gis')
  await insertImporter(book.db)
  await book.closeOnly()
  return book
}

/** Opens what a service has left, for as long as it is looked into. */
export async function lookInto<T>(
  { databaseUrl, dataFolder }: TestDatabase,
  look: (db: Database) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase({ databaseUrl, dataFolder, deadlineMs: 0 })
  return look(opened.db).finally(() => opened.close())
}
