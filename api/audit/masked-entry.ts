import type { AuditEntry } from './audit.schema.ts'

/** The administrator's own affairs: accounts and the installation hold nothing of the brigade's business. */
const ownAffairs: readonly string[] = [
  ...['user_account', 'user', 'session', 'token', 'api_token', 'installation'],
]

/** How much was done, and not what. */
const countedKeys: readonly string[] = ['version', 'rows', 'format']
const mask = '***'

function masked(value: unknown): unknown {
  if (value === null || value === undefined) return value
  if (typeof value !== 'object' || Array.isArray(value)) return mask
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, countedKeys.includes(key) ? inner : mask]),
  )
}

export type WholeEntry = Omit<AuditEntry, 'isMasked'>

/** Who, when and what kind of act stay for everybody who reads the trail; what was written is business. */
export function entryFor(mayReadBusiness: boolean, entry: WholeEntry): AuditEntry {
  if (mayReadBusiness || ownAffairs.includes(entry.objectType)) return { ...entry, isMasked: false }
  return {
    ...entry,
    before: masked(entry.before),
    after: masked(entry.after),
    reason: entry.reason === null ? null : mask,
    isMasked: true,
  }
}
