import { hashOf } from './compose-list.commands.ts'
import type { ListRow } from './supervision-list.queries.ts'
import type { SupervisionList } from './supervision-list.schema.ts'

const isoTime = (at: Date | null) => at?.toISOString() ?? null

/** A list as it is answered, with whether its content is still the one that was hashed. */
export function listView({ content, ...facts }: ListRow): SupervisionList {
  return {
    ...facts,
    ...content,
    issuedAt: isoTime(facts.issuedAt),
    submittedAt: isoTime(facts.submittedAt),
    returnedAt: isoTime(facts.returnedAt),
    withdrawnAt: isoTime(facts.withdrawnAt),
    createdAt: facts.createdAt.toISOString(),
    isIntact: hashOf(content) === facts.contentHash,
  }
}
