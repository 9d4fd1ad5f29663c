import type { ReopeningProposal } from '../../api/record-calls.ts'
import { formatDate, formatMoment } from '../../text/format.ts'
import type { Language, Words } from '../../text/words.ts'

/** The accident, how far away and when; or the check that found the hazard back. */
export function proposalText(
  { cause, occurredAt, killed, injured, distance }: ReopeningProposal,
  {
    words: { reopening },
    language,
  }: { readonly words: Pick<Words, 'reopening'>; readonly language: Language },
): string {
  if (cause === 'revisit') return reopening.revisit(dayIn(occurredAt, language))
  const accident = reopening.accident(formatMoment(occurredAt, language), killed, injured)
  return distance === null ? accident : `${accident}${reopening.apart}${reopening.distance(distance)}`
}

const dayIn = (at: string, language: Language) =>
  formatDate(new Date(Date.parse(at) + 8 * 3_600_000).toISOString(), language)
