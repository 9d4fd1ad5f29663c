import {
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely'
import { isConnectionLost } from './database-error.ts'

export interface HomeConnection extends DatabaseConnection {
  release(): void
}

/** Where connections come from: the pool of a server, or the single backend of the embedded engine. */
export interface ConnectionSource {
  acquire(): Promise<HomeConnection>
  close(): Promise<void>
}

/** PostgresDriver brings begin, commit and savepoints; only where the connection comes from is ours. */
class HomeDriver extends PostgresDriver {
  readonly #source: ConnectionSource

  constructor(source: ConnectionSource) {
    super({} as never)
    this.#source = source
  }

  override init(): Promise<void> {
    return Promise.resolve()
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    return this.#source.acquire()
  }

  /** A lost connection has rolled back by itself; saying so again would hide the error that lost it. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      if (!isConnectionLost(error)) throw error
    }
  }

  override releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as HomeConnection).release()
    return Promise.resolve()
  }

  override destroy(): Promise<void> {
    return this.#source.close()
  }
}

export function homeDialect(source: ConnectionSource): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: (): Driver => new HomeDriver(source),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
