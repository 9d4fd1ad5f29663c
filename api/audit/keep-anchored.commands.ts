import type { OpenedDatabase } from '../db/open-database.ts'
import { anchorChain } from './anchor-chain.commands.ts'
import { verifyChain } from './verify-chain.commands.ts'

const hourMs = 3_600_000

export interface Anchoring {
  readonly file: string | undefined
  readonly now: () => Date
  readonly dayOf: (at: Date) => string
  readonly onError: (error: unknown, showsStack: boolean) => void
}

/** An anchor at the start and then on each new day; an anchor file that cannot be written stops nothing, but is told. */
export async function keepAnchored(
  { db, ownerTasks }: OpenedDatabase,
  { file, now, dayOf, onError }: Anchoring,
): Promise<void> {
  const anchor = () =>
    anchorChain(db, { day: dayOf(now()), file }).catch((error: unknown) => onError(error, false))
  ownerTasks?.set('verifyAudit', () => verifyChain(db, { at: now(), anchorFile: file }))
  await anchor()
  setInterval(() => void anchor(), hourMs).unref()
}
