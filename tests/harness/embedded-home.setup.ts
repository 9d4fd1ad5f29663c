import type { TestProject } from 'vitest/node'
import { newRunFolder, removeRunFolder } from './run-folder.ts'

export function setup(project: TestProject): () => void {
  const runFolder = newRunFolder()
  project.provide('runFolder', runFolder)
  project.provide('clusterUrl', '')
  return () => removeRunFolder(runFolder)
}
