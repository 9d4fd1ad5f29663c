import type { Selectable } from 'kysely'
import type { Database } from '../db/tables.ts'
import { readAnchorFile } from './anchor-chain.commands.ts'
import { findHead, listAnchors, listChain } from './audit-chain.queries.ts'
import type { AuditAnchorTable, AuditEntryTable } from './audit.table.ts'
import { ChainWalk, type ChainLink, type ChainPoint } from './chain-walk.ts'
import type { Verification } from './audit.schema.ts'
import { findingInWords, outcomeInWords, type AuditFinding } from './verification-words.ts'
import { anchorHash, entryHash, hashedPart } from './entry-hash.commands.ts'

const pageSize = 1000

function linkOf(row: Selectable<AuditEntryTable>): ChainLink {
  const covered = hashedPart(row)
  return {
    sequence: row.sequence,
    hash: row.hash,
    previousHash: row.previous_hash,
    hashAs: (sequence) => entryHash({ ...covered, sequence }),
  }
}

const sameAnchor = (a: AuditAnchorTable, b: AuditAnchorTable | undefined) =>
  b !== undefined && a.sequence === b.sequence && a.entry_hash === b.entry_hash

/** The anchors are a chain of their own; the file beside the database must tell the same. */
function checkAnchors(
  stored: readonly AuditAnchorTable[],
  filed: readonly AuditAnchorTable[],
): AuditFinding[] {
  const findings: AuditFinding[] = []
  let previous = ''
  for (const { hash, ...facts } of stored) {
    if (facts.previous_hash !== previous || anchorHash(facts) !== hash)
      findings.push({ kind: 'anchorChanged', day: facts.day })
    previous = hash
  }
  const byDay = new Map(stored.map((anchor) => [anchor.day, anchor]))
  for (const anchor of filed)
    if (!sameAnchor(anchor, byDay.get(anchor.day))) findings.push({ kind: 'anchorDiffers', day: anchor.day })
  return findings
}

interface Order {
  readonly at: Date
  readonly anchorFile?: string | undefined
  /** Proved before; left out: from the first entry on. */
  readonly from?: ChainPoint | undefined
}

/** Proves every hash and every link in pages, so that memory does not grow with the chain. */
export async function verifyChain(db: Database, { at, anchorFile, from }: Order): Promise<Verification> {
  const stored = await listAnchors(db)
  const filed = readAnchorFile(anchorFile)
  const anchors = [...stored, ...filed].map(({ day, sequence, entry_hash }) => ({
    day,
    sequence,
    entryHash: entry_hash,
  }))
  const walk = new ChainWalk(anchors, from)
  // What is written meanwhile belongs to the next check.
  const upTo = (await findHead(db))?.sequence ?? 0
  let after: number | null = from?.sequence ?? null
  for (;;) {
    const page: Selectable<AuditEntryTable>[] = await listChain(db, { after, upTo, limit: pageSize })
    for (const row of page) walk.take(linkOf(row))
    const last = page.at(-1)
    if (!last) break
    after = last.sequence
  }
  const { findings: broken, count, head } = walk.finish()
  const findings = [...broken, ...checkAnchors(stored, filed)]
  const outcome = {
    holds: findings.length === 0,
    at: at.toISOString(),
    entries: count,
    head: head.sequence,
    headHash: head.hash,
    anchors: stored.length,
    anchoredUpTo: stored.at(-1)?.sequence ?? 0,
    anchoredOn: stored.at(-1)?.day ?? null,
    hasAnchorFile: filed.length > 0,
    findings: findings.map((finding) => ({ ...finding, text: findingInWords(finding) })),
  }
  return { ...outcome, text: outcomeInWords(outcome) }
}
