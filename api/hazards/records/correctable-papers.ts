import { z } from 'zod'
import { TransitionFields } from '../life/transition.schema.ts'

const { documentNumber, deliveredOn, receiptOn, listedOn, listingUnit, requiredBy } = TransitionFields.shape

/** What was written down of a paper: of the last notice to the unit, and of the listing that stands or stood last. */
export const CorrectablePapers = z.object({
  noticeNumber: documentNumber,
  noticeDeliveredOn: deliveredOn,
  receiptOn,
  listingNumber: documentNumber,
  listedOn,
  listingUnit,
  requiredBy,
})
export type CorrectablePapers = z.infer<typeof CorrectablePapers>
export type PaperField = keyof CorrectablePapers

export const noticeColumns = {
  noticeNumber: 'number',
  noticeDeliveredOn: 'delivered_on',
  receiptOn: 'receipt_on',
} as const satisfies Partial<Record<PaperField, string>>

export const listingColumns = {
  listingNumber: 'document_number',
  listedOn: 'listed_on',
  listingUnit: 'listing_unit',
  requiredBy: 'required_by',
} as const satisfies Record<Exclude<PaperField, keyof typeof noticeColumns>, string>

export const paperFields = Object.keys(CorrectablePapers.shape) as PaperField[]
export const isPaperField = (field: string): field is PaperField => (paperFields as string[]).includes(field)

/** Each value as it stands; null where there is no such paper, or nothing was written down. */
export type PresentPapers = Readonly<Record<PaperField, string | null>>

interface Notice {
  readonly number: string | null
  readonly deliveredOn: string | null
  readonly receiptOn: string | null
}
interface Listing {
  readonly documentNumber: string | null
  readonly listedOn: string | null
  readonly listingUnit: string
  readonly requiredBy: string | null
}

export const presentPapers = (notice: Notice | undefined, listing: Listing | undefined): PresentPapers => ({
  noticeNumber: notice?.number ?? null,
  noticeDeliveredOn: notice?.deliveredOn ?? null,
  receiptOn: notice?.receiptOn ?? null,
  listingNumber: listing?.documentNumber ?? null,
  listedOn: listing?.listedOn ?? null,
  listingUnit: listing?.listingUnit ?? null,
  requiredBy: listing?.requiredBy ?? null,
})
