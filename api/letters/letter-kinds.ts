import type { Paper } from '../documents/paper.ts'
import type { Text } from '../http/text.ts'
import { acceptancePaper } from './acceptance.ts'
import { extensionPaper } from './extension.ts'
import { lastDocument, type LetterFacts, type LetterWishes } from './letter-facts.ts'
import { letterMessages } from './letter-messages.ts'
import { noticePaper } from './notice.ts'
import { receiptPaper } from './receipt.ts'
import { latenessOf, urgingPaper } from './urging.ts'

export const letterKinds = {
  notice: { zh: '抄告函', en: 'Notice to the unit' },
  receipt: { zh: '回执', en: 'Receipt' },
  urging: { zh: '催办函', en: 'Urging letter' },
  acceptance: { zh: '验收表', en: 'Acceptance form' },
  extension: { zh: '延期申请审批表', en: 'Extension form' },
} as const satisfies Record<string, Text>
export type LetterKind = keyof typeof letterKinds
export const letterKindIds = Object.keys(letterKinds) as [LetterKind, ...LetterKind[]]

export type Made = { readonly paper: Paper } | { readonly refused: Text }

/** Before the review nobody knows whom to write to, and what was merged or refused goes on under another number. */
function refusalOf({ hazard }: LetterFacts, kind: LetterKind): Text | undefined {
  if (hazard.withdrawnAt) return letterMessages.withdrawn(hazard.withdrawnReason ?? '')
  if ([16, 17].includes(hazard.status)) return letterMessages.ended(letterKinds[kind])
  return [10, 15].includes(hazard.status) ? letterMessages.notReviewed(letterKinds[kind]) : undefined
}

const makers: Readonly<Record<LetterKind, (facts: LetterFacts, wishes: LetterWishes) => Made>> = {
  notice: (facts, wishes) => ({ paper: noticePaper(facts, wishes) }),
  receipt: (facts, wishes) => ({ paper: receiptPaper(facts, wishes) }),
  urging: (facts, wishes) => {
    const late = latenessOf(facts)
    if (!late) return { refused: letterMessages.nothingToUrge(facts.hazard) }
    return { paper: urgingPaper(facts, late, wishes) }
  },
  acceptance: (facts, wishes) => ({ paper: acceptancePaper(facts, wishes) }),
  extension: (facts, wishes) => {
    const isBeingRemedied = [30, 40, 50].includes(facts.hazard.status)
    if (!isBeingRemedied && facts.records.extensions.length === 0)
      return { refused: letterMessages.noExtension(facts.hazard.status) }
    return { paper: extensionPaper(facts, wishes) }
  },
}

/** A document of a ticket, or the reason why it would make no sense now. */
export function makeLetter(kind: LetterKind, facts: LetterFacts, wishes: LetterWishes = {}): Made {
  const refused = refusalOf(facts, kind)
  return refused ? { refused } : makers[kind](facts, wishes)
}

/** 文号 that the ticket has for it already; a receipt names that of its letter. */
export const recordedNumber = (kind: LetterKind, { records }: LetterFacts): string | null =>
  kind === 'notice' || kind === 'receipt' ? (lastDocument(records, 'notice')?.number ?? null) : null

/** Forms are filled in and signed; they bear no number of their own. */
export const isNumbered = (kind: LetterKind): boolean => kind === 'notice' || kind === 'urging'
