import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import * as tar from 'tar'
import { z } from 'zod'
import { notABackup } from './backup-messages.ts'
import { DatabaseRefusal } from './database-refusal.ts'

/** Files that belong to the rows live in these folders beside the database, named by their content. */
export const fileFolders = ['photos'] as const

const Manifest = z.object({
  format: z.literal('otog-backup'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  migration: z.string().min(1),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      /** Over the rows as the database tells them: compared after loading. */
      hash: z.string(),
      /** Over the bytes in the archive: compared before loading. */
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.number().int() })),
})

export type Manifest = z.infer<typeof Manifest>

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const tableFile = (folder: string, table: string) => join(folder, 'tables', `${table}.copy`)

/** The archive appears under its name only when it is whole. */
export async function packArchive(
  file: string,
  dataFolder: string,
  fill: (folder: string) => Promise<Manifest>,
): Promise<Manifest> {
  await mkdir(dirname(resolve(file)), { recursive: true })
  const draft = await mkdtemp(join(dirname(resolve(file)), `.${basename(file)}-`))
  try {
    await mkdir(join(draft, 'tables'))
    const manifest = await fill(draft)
    await writeFile(join(draft, 'manifest.json'), JSON.stringify(manifest, null, 2))
    const beside = fileFolders.filter((folder) => existsSync(join(dataFolder, folder)))
    for (const folder of beside) await symlink(resolve(dataFolder, folder), join(draft, folder))
    const archive = `${draft}.tar.gz`
    await tar.create({ gzip: { level: 6 }, file: archive, cwd: draft, portable: true, follow: true }, [
      'manifest.json',
      'tables',
      ...beside,
    ])
    await rename(archive, file)
    return manifest
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(`${draft}.tar.gz`, { force: true })
  }
}

async function readManifest(folder: string, file: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) throw new DatabaseRefusal(notABackup(file, 'manifest.json'))
  const result = Manifest.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!result.success) throw new DatabaseRefusal(notABackup(file, z.prettifyError(result.error)))
  return result.data
}

async function checkTables(folder: string, file: string, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) {
    const bytes = await readFile(tableFile(folder, table.name)).catch(() => undefined)
    if (!bytes || sha256(bytes) !== table.sha256) throw new DatabaseRefusal(notABackup(file, table.name))
  }
}

/** Unpacks beside the place it is meant for, checks every table's hash, hands it over and cleans up. */
export async function withUnpackedArchive<T>(
  file: string,
  besideFolder: string,
  use: (folder: string, manifest: Manifest) => Promise<T>,
): Promise<T> {
  await mkdir(besideFolder, { recursive: true })
  const folder = await mkdtemp(join(besideFolder, 'restoring-'))
  try {
    await tar.extract({ file, cwd: folder, strict: true }).catch((error: Error) => {
      throw new DatabaseRefusal(notABackup(file, error.message), error)
    })
    const manifest = await readManifest(folder, file)
    await checkTables(folder, file, manifest)
    return await use(folder, manifest)
  } finally {
    // A broken archive leaves the unpacking still at work on its last files.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
