import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { newRunFolder, removeRunFolder } from './run-folder.ts'

const builder = fileURLToPath(new URL('./build-templates.ts', import.meta.url))

export function setup(project: TestProject): () => void {
  const runFolder = newRunFolder()
  project.provide('runFolder', runFolder)
  project.provide('clusterUrl', '')
  // Should it fail, whoever needs a template first builds it and says what is wrong.
  const building =
    project.name === 'api-embedded' &&
    spawn(process.execPath, ['--import', 'tsx', builder, runFolder], { stdio: 'ignore' })
  return () => {
    if (building) building.kill()
    removeRunFolder(runFolder)
  }
}
