import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gisFiles, type GisData, type GisFile } from './gis-data.schema.ts'

export interface ReadGisData {
  readonly data: GisData
  /** Of all files together: the same files need not be loaded twice. */
  readonly hash: string
}

async function readGisFile(folder: string, file: GisFile): Promise<{ content: string; parsed: unknown }> {
  const content = await readFile(join(folder, file), 'utf8')
  try {
    return { content, parsed: gisFiles[file].parse(JSON.parse(content)) }
  } catch (cause) {
    throw new Error(`${join(folder, file)} is not what the service expects there.`, { cause })
  }
}

export async function readGisData(folder: string): Promise<ReadGisData> {
  const hash = createHash('sha256')
  const data: Partial<Record<GisFile, unknown>> = {}
  for (const file of Object.keys(gisFiles) as GisFile[]) {
    const { content, parsed } = await readGisFile(folder, file)
    hash.update(file).update(content)
    data[file] = parsed
  }
  return { data: data as GisData, hash: hash.digest('hex') }
}
