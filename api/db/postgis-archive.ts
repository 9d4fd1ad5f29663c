import { existsSync, statSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, extract } from 'tar'

const require = createRequire(import.meta.url)
const shipped = () => join(dirname(require.resolve('@electric-sql/pglite-postgis')), 'postgis.tar.gz')

/** Raster, topology, geocoder and the scripts that upgrade from older releases: nothing here uses them. */
const isNeedless = (path: string) =>
  /raster|topology|tiger|rtpost|address_standardizer|--unpackaged|--ANY--|_upgrade|uninstall_|\/contrib\//.test(
    path,
  )

/**
 * The engine unpacks its PostGIS archive, and compiles every library in it, at each opening. Once without the parts
 * that are not used, an opening takes about half the time. Made at the first start, beside the data; named by the size
 * of the shipped one, so that a new release makes it anew.
 */
export async function slimPostgisArchive(dataFolder: string): Promise<string> {
  const slim = join(dataFolder, `postgis-${statSync(shipped()).size}.tar.gz`)
  if (existsSync(slim)) return slim
  const work = await mkdtemp(join(dataFolder, 'postgis-'))
  try {
    await extract({ file: shipped(), cwd: work, filter: (path) => !isNeedless(path) })
    const made = join(dataFolder, `${work.split(/[\\/]/).at(-1)}.tar.gz`)
    await create({ file: made, cwd: work, gzip: { level: 1 } }, ['lib', 'share'])
    await rename(made, slim)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return slim
}
