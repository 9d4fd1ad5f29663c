import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { buildOnce } from './build-once.ts'
import { embeddedHome } from './embedded-home.ts'
import { startService, type RunningService } from './running-service.ts'

const environmentOf = (dataFolder: string) => ({
  DATABASE_URL: '',
  DATA_FOLDER: dataFolder,
  LOG_LEVEL: 'error',
})

/** Loaded by the service itself, today, once for all test files. */
async function demoFolder(): Promise<string> {
  const shared = inject('runFolder')
  const folder = join(shared, 'demo-of-today')
  await buildOnce(folder, async () => {
    const home = await embeddedHome(shared).openCopy('migrated')
    await home.closeOnly()
    const first = await startService(environmentOf(home.dataFolder))
    await first.stop()
    cpSync(home.dataFolder, folder, { recursive: true })
    await home.close()
  })
  return folder
}

/** The service over a copy of the demonstration in `dataFolder`. That a first start on a server comes through is proven by the day in the brigade. */
export async function startDemoService(
  dataFolder: string,
  start: Parameters<typeof startService>[1] = {},
): Promise<RunningService> {
  cpSync(await demoFolder(), dataFolder, { recursive: true })
  return startService(environmentOf(dataFolder), start)
}
