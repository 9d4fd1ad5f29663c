import type { Finding, Outcome } from '../import-types.ts'
import type { OtherRecord } from './other-record.ts'
import type { StandingMatch } from './standing-match.ts'

interface Judged {
  readonly findings: readonly Finding[]
  readonly match: StandingMatch | null
  readonly others: readonly OtherRecord[]
  /** The file says exactly this a second time. */
  readonly isRepeated: boolean
}

/** What becomes of a row if nobody decides anything. What stands already needs no look, however doubtful it was. */
export function outcomeOf({ findings, match, others, isRepeated }: Judged): Outcome {
  if (findings.some(({ severity }) => severity === 'refuse')) return 'refused'
  if (isRepeated) return 'duplicate'
  if (match && !match.isWithdrawn && match.differences.length === 0) return 'duplicate'
  if (match?.isWithdrawn) return 'refused'
  const isDoubtful = findings.some(({ severity }) => severity === 'check')
  const isConflict = match?.differences.some(({ isCorrected }) => isCorrected) ?? false
  if (isDoubtful || isConflict || others.length > 0) return 'check'
  return match ? 'changed' : 'new'
}
