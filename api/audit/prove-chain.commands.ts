import type { Database } from '../db/tables.ts'
import { hasEntry } from './audit-chain.queries.ts'
import type { Verification } from './audit.schema.ts'
import type { ChainPoint } from './chain-walk.ts'
import { verifyChain } from './verify-chain.commands.ts'

export interface ProvedChain {
  readonly findings: Verification['findings']
  /** Proved up to this entry, at `at`. */
  readonly upTo: number
  readonly at: Date
  /** What of it was proved earlier and was not walked again; null where all of it was. */
  readonly earlier: { readonly upTo: number; readonly at: Date } | null
}

export type ProveChain = (db: Database, at: Date) => Promise<ProvedChain>

/** The whole chain anew at least this often: what is changed behind the proved entry is found then. */
const wholeEveryMs = 24 * 3_600_000

interface Proved extends ChainPoint {
  /** When the chain was last walked from its beginning. */
  readonly wholeAt: Date
}

/**
 * Walks the whole chain once and afterwards only what was written since, so that a screen does not cost more with each
 * year. Says which part was proved when. A chain that does not hold is walked anew at each look.
 */
export function newChainProof(anchorFile?: string): ProveChain {
  let proved: Proved | undefined
  return async (db, at) => {
    const known = proved
    const age = known ? at.getTime() - known.wholeAt.getTime() : -1
    const isFresh = known !== undefined && age >= 0 && age < wholeEveryMs
    const from = isFresh && (await hasEntry(db, known.sequence, known.hash)) ? known : undefined
    const { holds, findings, head, headHash } = await verifyChain(db, { at, anchorFile, from })
    proved = holds ? { sequence: head, hash: headHash, wholeAt: from?.wholeAt ?? at } : undefined
    const earlier = from ? { upTo: from.sequence, at: from.wholeAt } : null
    return { findings, upTo: head, at, earlier }
  }
}
