import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { canonicalJson } from './canonical-json.ts'
import type { AuditAnchorTable, AuditEntryTable } from './audit.table.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What of an entry its hash covers; `before` and `after` as canonical text. */
export type HashedEntry = Omit<
  Selectable<AuditEntryTable>,
  'hash' | 'before' | 'after' | 'address' | 'device'
> & {
  readonly before: string | null
  readonly after: string | null
  readonly address?: string
  readonly device?: string
}

export const entryHash = (entry: HashedEntry): string => sha256(canonicalJson(entry))

/** A stored row as it was hashed: address and device count only where they are, since older entries have none. */
export function hashedPart({
  hash: _hash,
  address,
  device,
  ...entry
}: Selectable<AuditEntryTable>): HashedEntry {
  return {
    ...entry,
    before: entry.before === null ? null : canonicalJson(entry.before),
    after: entry.after === null ? null : canonicalJson(entry.after),
    ...(address === null ? {} : { address }),
    ...(device === null ? {} : { device }),
  }
}

export const anchorHash = (anchor: Omit<AuditAnchorTable, 'hash'>): string => sha256(canonicalJson(anchor))
