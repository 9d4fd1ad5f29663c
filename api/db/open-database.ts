import type { Text } from '../http/text.ts'
import type { OwnerTasks } from './backup-channel.ts'
import { openEmbedded } from './open-embedded.ts'
import { openServer } from './open-server.ts'
import type { Database } from './tables.ts'

export interface DatabaseConfig {
  /** Absent: the embedded home, in `dataFolder`. */
  readonly databaseUrl?: string | undefined
  /** A replica for heavy reads; else reads go where writes go. */
  readonly readUrl?: string | undefined
  readonly dataFolder: string
  readonly onProgress?: ((text: Text) => void) | undefined
  /** A statement that takes longer is ended; 0 means never. */
  readonly deadlineMs?: number | undefined
}

export interface OpenedDatabase {
  readonly db: Database
  readonly readDb: Database
  readonly engine: 'embedded' | 'server'
  /** Embedded: what commands beside the running service may ask it to do. */
  readonly ownerTasks?: OwnerTasks
  postgisVersion(): Promise<string>
  close(): Promise<void>
}

export function openDatabase(config: DatabaseConfig): Promise<OpenedDatabase> {
  return config.databaseUrl
    ? openServer({ ...config, databaseUrl: config.databaseUrl })
    : openEmbedded(config)
}
