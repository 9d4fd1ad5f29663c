import type { Access } from './access.ts'
import type { Database } from '../db/tables.ts'
import type { Actor } from './actor.ts'
import type { Caller } from './caller.ts'
import type { Language } from './text.ts'

/** What every handler finds in `c.var`. `actor` is set on every path but the public ones, which answer before it is needed. */
export interface AppVariables {
  readonly db: Database
  /** A replica where one is configured: for heavy reads that may be a moment old. */
  readonly readDb: Database
  readonly actor: Actor
  readonly caller: Caller
  readonly access: Access
  readonly engine: 'embedded' | 'server'
  readonly now: () => Date
  readonly language: Language
  readonly requestId: string
}

export interface AppEnv {
  Variables: AppVariables
}
