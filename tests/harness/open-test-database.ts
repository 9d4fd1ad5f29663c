import { inject } from 'vitest'
import { embeddedHome } from './embedded-home.ts'
import { serverHome } from './server-home.ts'
import type { TemplateName } from './templates.ts'
import type { TestDatabase } from './test-home.ts'

/** A database of its own for each test file, in the home under test: close it in `afterAll`. */
export function openTestDatabase(options: { template?: TemplateName } = {}): Promise<TestDatabase> {
  const clusterUrl = inject('clusterUrl')
  const runFolder = inject('runFolder')
  const home = clusterUrl ? serverHome(clusterUrl, runFolder) : embeddedHome(runFolder)
  return home.openCopy(options.template ?? 'migrated')
}
