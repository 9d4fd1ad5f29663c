import { finished } from 'node:stream/promises'
import type { CompiledQuery, QueryResult } from 'kysely'
import type postgres from 'postgres'
import { copyStatement } from './copy.ts'
import { connectionLost, DatabaseError } from './database-error.ts'
import type { ConnectionSource, HomeConnection } from './home-driver.ts'

const lostCodes = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENOENT|08|57P0)/

/** postgres.js calls them constraint_name and so on, and has words of its own for a lost connection. */
export function serverError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const raw = error as Error & Record<string, string | undefined>
  const code = lostCodes.test(raw.code ?? '') ? connectionLost : raw.code
  return new DatabaseError(
    {
      message: raw.message || String(raw.code),
      code,
      constraint: raw.constraint_name,
      table: raw.table_name,
      column: raw.column_name,
      detail: raw.detail,
    },
    error,
  )
}

const counted = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** Type 0 lets the server say the type, as the embedded engine does; the driver's guess breaks boolean and date arrays. */
async function runStatement<Row>(sql: postgres.Sql, query: CompiledQuery): Promise<QueryResult<Row>> {
  if (query.parameters.includes(undefined))
    throw new TypeError('A parameter is undefined; say null when null is meant.')
  const parameters = query.parameters.map((value) => (value === null ? null : sql.typed(value as never, 0)))
  const result = await sql.unsafe(query.sql, parameters as never[], { simple: false } as never)
  return {
    rows: Array.from(result) as Row[],
    ...(counted.has(result.command) && { numAffectedRows: BigInt(result.count) }),
  }
}

async function runCopy<Row>(sql: postgres.Sql, query: CompiledQuery): Promise<QueryResult<Row>> {
  if (/from stdin/i.test(query.sql)) {
    const sink = await sql.unsafe(query.sql).writable()
    sink.end(query.parameters[0] as Uint8Array)
    await finished(sink)
    return { rows: [] }
  }
  const chunks: Uint8Array[] = []
  const source = await sql.unsafe(query.sql).readable()
  // Flowing, not asked for piece by piece: the driver pauses its socket for a slow reader and now and then stays so.
  source.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  await finished(source)
  // When the last piece found the stream full, the socket was paused and nobody asks for more: the next statement hung.
  source._read(0)
  return { rows: [{ data: new Uint8Array(Buffer.concat(chunks)) }] as Row[] }
}

function connect(sql: postgres.ReservedSql): HomeConnection {
  return {
    release: () => sql.release(),
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        return await (copyStatement.test(query.sql)
          ? runCopy<Row>(sql, query)
          : runStatement<Row>(sql, query))
      } catch (error) {
        throw serverError(error)
      }
    },
    streamQuery() {
      throw new Error('Neither home streams rows; fetch one packed value instead.')
    },
  }
}

export function serverSource(sql: postgres.Sql): ConnectionSource {
  return {
    async acquire() {
      try {
        return connect(await sql.reserve())
      } catch (error) {
        throw serverError(error)
      }
    },
    close: () => sql.end({ timeout: 5 }),
  }
}
