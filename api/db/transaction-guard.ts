import { AsyncLocalStorage } from 'node:async_hooks'
import {
  DefaultQueryExecutor,
  Kysely,
  type ConnectionProvider,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely'
import type { Database, Tables } from './tables.ts'

interface Hold {
  isOpen: boolean
}

/** What the code now running holds: one per opened database, so that two databases may be open at once. */
export type HeldConnection = AsyncLocalStorage<Hold>

export const newHeldConnection = (): HeldConnection => new AsyncLocalStorage<Hold>()

export class OuterHandleInTransaction extends Error {
  constructor() {
    super('Inside a transaction use only its own handle (trx): the outer db would wait for it for ever.')
    this.name = 'OuterHandleInTransaction'
  }
}

/** The embedded home has one connection: asking for a second one while holding it is a deadlock, so it throws. */
function guardedProvider(driver: Driver, held: HeldConnection): ConnectionProvider {
  const hold = async <T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> => {
    if (held.getStore()?.isOpen) throw new OuterHandleInTransaction()
    const connection = await driver.acquireConnection()
    const mine: Hold = { isOpen: true }
    try {
      return await held.run(mine, () => consumer(connection))
    } finally {
      mine.isOpen = false
      await driver.releaseConnection(connection)
    }
  }
  return { provideConnection: hold }
}

export function newGuardedKysely(dialect: Dialect, held: HeldConnection): Database {
  const driver = dialect.createDriver()
  const executor = new DefaultQueryExecutor(
    dialect.createQueryCompiler(),
    dialect.createAdapter(),
    guardedProvider(driver, held),
  )
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor })
}
