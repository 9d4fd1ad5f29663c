import type { TestProject } from 'vitest/node'
import { newRunFolder, removeRunFolder } from './run-folder.ts'
import { dropRunDatabases } from './server-home.ts'
import { startTestCluster } from './test-cluster.ts'

/** TEST_DATABASE_URL names a server to use (its user must be allowed to create databases); else one is started. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = newRunFolder()
  const given = process.env.TEST_DATABASE_URL
  const cluster = given ? undefined : await startTestCluster(runFolder)
  const clusterUrl = given ?? cluster!.url
  project.provide('runFolder', runFolder)
  project.provide('clusterUrl', clusterUrl)
  return async () => {
    if (cluster) await cluster.stop()
    else await dropRunDatabases(clusterUrl, runFolder)
    removeRunFolder(runFolder)
  }
}
