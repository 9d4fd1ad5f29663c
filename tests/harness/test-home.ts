import type { OpenedDatabase } from '../../api/db/open-database.ts'
import type { TemplateName } from './templates.ts'

export interface TestDatabase extends OpenedDatabase {
  /** Files that belong to this database (photos and the like) go here; removed with it. */
  readonly dataFolder: string
  /** Present on the server home. */
  readonly databaseUrl?: string
  /** Closes it but keeps the data, for tests that open it again themselves; `close` then still cleans up. */
  closeOnly(): Promise<void>
}

/** How one home makes, copies and drops the databases of a test run. */
export interface TestHome {
  openCopy(template: TemplateName): Promise<TestDatabase>
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Templates and copies of this run. */
    runFolder: string
    /** A superuser's address of the test cluster; empty on the embedded home. */
    clusterUrl: string
  }
}
