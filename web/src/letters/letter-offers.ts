import type { Hazard } from '../api/api-types.ts'
import type { DocumentKind } from '../api/letter-calls.ts'

export interface LetterOffer {
  readonly kind: DocumentKind | 'report'
  /** The ticket waits for it now. */
  readonly isDue: boolean
}

type Known = Pick<Hazard, 'status' | 'overdueDays' | 'clocks' | 'isExtensionPending' | 'extensions' | 'flags'>

const isLateReceipt = ({ clocks }: Known) =>
  clocks.some(({ code, overdueDays }) => code === 'sign' && overdueDays > 0)

/** Which papers make sense as the ticket stands, what is due first; the service refuses the others. */
export function letterOffers(hazard: Known): LetterOffer[] {
  const { status, overdueDays, isExtensionPending, extensions, flags } = hazard
  const isTakenOn = ![10, 15, 16, 17].includes(status)
  const isUnderWay = [30, 40].includes(status)
  const isLate = isUnderWay && (overdueDays > 0 || isLateReceipt(hazard))
  const when = (holds: boolean, kind: LetterOffer['kind'], isDue = false) => (holds ? [{ kind, isDue }] : [])
  const offers: LetterOffer[] = [
    ...when(isLate, 'urging', true),
    ...when(isTakenOn, 'notice', [20, 30].includes(status)),
    ...when(isTakenOn, 'receipt', status === 30),
    ...when([20, 30, 40, 50].includes(status), 'report', flags.includes('governmentReportMissing')),
    ...when(isUnderWay || status === 50 || extensions > 0, 'extension', isExtensionPending),
    ...when(isTakenOn, 'acceptance', status === 50),
    { kind: 'sheet', isDue: false },
  ]
  return [...offers.filter(({ isDue }) => isDue), ...offers.filter(({ isDue }) => !isDue)]
}
