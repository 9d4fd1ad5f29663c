import type { Context } from 'hono'
import type { Actor } from './actor.ts'
import type { AppEnv } from './app-env.ts'

/** Who acts, and when: both come from outside, so that a test may stand the clock still. */
export interface Acting {
  readonly actor: Actor
  readonly at: Date
}

export const actingOf = (c: Context<AppEnv>): Acting => ({ actor: c.var.actor, at: c.var.now() })
