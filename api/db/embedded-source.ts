import type { CompiledQuery, QueryResult } from 'kysely'
import { copyStatement } from './copy.ts'
import type { EmbeddedEngine, Statement } from './embedded-engine.ts'
import type { ConnectionSource, HomeConnection } from './home-driver.ts'

function statementOf({ sql, parameters }: CompiledQuery): Statement {
  if (parameters.includes(undefined))
    throw new TypeError('A parameter is undefined; say null when null is meant.')
  if (!copyStatement.test(sql)) return { sql, parameters }
  const blobSql = sql.replace(/\b(to) stdout\b|\b(from) stdin\b/i, "$1$2 '/dev/blob'")
  const input = parameters[0] as Uint8Array | undefined
  return { sql: blobSql, parameters: [], isUnlimited: true, ...(input && { input }) }
}

const isCopyOut = /^\s*copy\b.*\bto stdout\b/is
const writes = /^\s*(insert|update|delete|merge|with)\b/i

function connect(engine: EmbeddedEngine, life: number, release: () => void): HomeConnection {
  return {
    release,
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, affectedRows, output } = await engine.run(life, statementOf(query))
      // An empty table gives no output at all.
      if (isCopyOut.test(query.sql)) return { rows: [{ data: output ?? new Uint8Array() }] as Row[] }
      return {
        rows: rows as Row[],
        ...(writes.test(query.sql) && { numAffectedRows: BigInt(affectedRows ?? 0) }),
      }
    },
    streamQuery() {
      throw new Error('Neither home streams rows; fetch one packed value instead.')
    },
  }
}

/** The engine has one backend: it is lent to one owner at a time, in the order of asking. */
export function embeddedSource(engine: EmbeddedEngine): ConnectionSource {
  let last: Promise<void> = Promise.resolve()
  const acquire = async (): Promise<HomeConnection> => {
    let release = () => {}
    const turn = last
    last = new Promise((resolve) => (release = resolve))
    await turn
    try {
      return connect(engine, await engine.whenReady(), release)
    } catch (error) {
      release()
      throw error
    }
  }
  return {
    acquire,
    async close() {
      await last
      await engine.close()
    },
  }
}
