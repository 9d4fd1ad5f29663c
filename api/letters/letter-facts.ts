import type { Office } from '../documents/office/office.ts'
import type { FacilityCount } from '../facilities/facility-wording.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import type { UrgingStep } from '../hazards/life/life-codes.ts'
import type { HazardRecords } from '../hazards/records/record.schema.ts'

/** 一般程序 accidents of three years at the place, both days inclusive. */
export interface AccidentsAtPlace {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly until: string
}

/** A ticket with all that a document says of it. */
export interface TicketFacts {
  readonly hazard: Hazard
  readonly records: Pick<HazardRecords, 'listings' | 'extensions' | 'acceptances' | 'documents'>
  /** What stands at the road for it, whether it works or not. */
  readonly standing: readonly FacilityCount[]
  /** Null where the ticket has no place around which to count. */
  readonly accidents: AccidentsAtPlace | null
  /** 完成说明 of the request for acceptance, and the day on which it came. */
  readonly completion: { readonly text: string; readonly on: string } | null
}

export interface LetterFacts extends TicketFacts {
  /** Photos of the find: those that may leave the house, and those of which nobody said that they may. */
  readonly photos: { readonly masked: number; readonly notMasked: number }
  readonly office: Office
  /** YYYY-MM-DD in the banner. */
  readonly today: string
}

/** What whoever makes the document may choose; what is left out is taken from the ticket and the office. */
export interface LetterWishes {
  /** Ids of legal bases. */
  readonly basis?: readonly string[] | undefined
  /** 主送 */
  readonly recipient?: string | undefined
  /** 文号 and 成文日期, where the ticket has not recorded them yet. */
  readonly number?: string | undefined
  readonly datedOn?: string | undefined
  /** 专项行动 in which it was found. */
  readonly campaign?: string | undefined
  /** 抄告函 to bodies, 整改通知书 to enterprises. */
  readonly style?: 'letter' | 'order' | undefined
  readonly step?: UrgingStep | undefined
  /** A form without what the ticket knows of this act, to be filled in by hand. */
  readonly isBlank?: boolean | undefined
}

export type TicketDocument = TicketFacts['records']['documents'][number]

/** The last paper of a kind, which is the one that holds. */
export const lastDocument = (
  { documents }: Pick<HazardRecords, 'documents'>,
  kind: TicketDocument['kind'],
): TicketDocument | undefined => documents.findLast((document) => document.kind === kind)
