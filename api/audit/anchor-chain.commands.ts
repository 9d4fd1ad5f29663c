import { existsSync, readFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import type { Database } from '../db/tables.ts'
import { findLastAnchor, insertAnchor } from './audit-chain.queries.ts'
import type { AuditAnchorTable } from './audit.table.ts'
import { lockChainHead } from './audit.queries.ts'
import { anchorHash } from './entry-hash.commands.ts'

/**
 * Writes down the head of the chain, once a day: whoever can write the database can also compute all hashes again, but
 * not the ones that were written down before. `file` lies outside the database, best where its owner cannot write.
 */
export async function anchorChain(
  db: Database,
  { day, file }: { readonly day: string; readonly file?: string | undefined },
): Promise<AuditAnchorTable | undefined> {
  const anchor = await db.transaction().execute(async (trx) => {
    const head = await lockChainHead(trx)
    const last = await findLastAnchor(trx)
    if (head.sequence === 0 || (last && last.day >= day)) return undefined
    const facts = {
      day,
      sequence: head.sequence,
      entry_hash: head.hash,
      previous_hash: last?.hash ?? '',
    }
    const written = { ...facts, hash: anchorHash(facts) }
    await insertAnchor(trx, written)
    return written
  })
  if (anchor && file) await appendFile(file, `${JSON.stringify(anchor)}\n`)
  return anchor
}

function anchorOfLine(line: string): AuditAnchorTable | undefined {
  try {
    return JSON.parse(line) as AuditAnchorTable
  } catch {
    return undefined
  }
}

/** Lines that are no anchors, such as half a line of a full disk, are left out. */
export function readAnchorFile(file: string | undefined): AuditAnchorTable[] {
  if (!file || !existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map(anchorOfLine).filter((anchor) => anchor !== undefined)
}
