import { decimalText, decimalUnits } from '../../statistics/exact-ratio.ts'
import { roadGroupIds, roadGroupOf, type RoadGroup } from './road-groups.ts'
import type { TicketFacts } from './ticket-facts.ts'

/** One line of 隐患排查治理情况统计表, without its rates: those follow from the counts. */
export interface MonthRow {
  readonly minor: number
  readonly minorRemedied: number
  readonly major: number
  readonly majorClosed: number
  readonly planned: number
  readonly assured: number
  readonly listed: number
  readonly listedByRegion: number
  /** Hundredths of 万元. */
  readonly fundsCents: bigint
}

export interface MonthTable {
  readonly rows: readonly (MonthRow & { readonly group: RoadGroup })[]
  readonly total: MonthRow
  /** Told under the table, since the form knows two levels only. */
  readonly considerable: number
  readonly ungraded: number
}

const emptyRow: MonthRow = {
  minor: 0,
  minorRemedied: 0,
  major: 0,
  majorClosed: 0,
  planned: 0,
  assured: 0,
  listed: 0,
  listedByRegion: 0,
  fundsCents: 0n,
}

const isMajor = ({ level }: TicketFacts) => level === 3
/** Accepted on the spot; that the unit says so is not enough. */
const isRemedied = ({ status }: TicketFacts) => status === 60 || status === 70
/** 列入治理计划: a major or listed hazard that was taken on, with a unit and a date. */
const isPlanned = (ticket: TicketFacts) =>
  (isMajor(ticket) || ticket.listedLevel > 0) &&
  ticket.wasTakenOn &&
  ticket.hasUnit &&
  ticket.dueDate !== null
const regionLevel = 4

const one = (holds: boolean) => (holds ? 1 : 0)

const lineOf = (ticket: TicketFacts): MonthRow => ({
  minor: one(!isMajor(ticket)),
  minorRemedied: one(!isMajor(ticket) && isRemedied(ticket)),
  major: one(isMajor(ticket)),
  majorClosed: one(isMajor(ticket) && ticket.status === 70),
  planned: one(isPlanned(ticket)),
  assured: one(isPlanned(ticket) && ticket.hasFiveAssurances),
  listed: one(ticket.listedLevel > 0),
  listedByRegion: one(ticket.listedLevel >= regionLevel),
  fundsCents: ticket.fundsWan === null ? 0n : decimalUnits(ticket.fundsWan, 2),
})

export const addRows = (rows: readonly MonthRow[]): MonthRow =>
  rows.reduce(
    (sum, row) => ({
      minor: sum.minor + row.minor,
      minorRemedied: sum.minorRemedied + row.minorRemedied,
      major: sum.major + row.major,
      majorClosed: sum.majorClosed + row.majorClosed,
      planned: sum.planned + row.planned,
      assured: sum.assured + row.assured,
      listed: sum.listed + row.listed,
      listedByRegion: sum.listedByRegion + row.listedByRegion,
      fundsCents: sum.fundsCents + row.fundsCents,
    }),
    emptyRow,
  )

/** All groups, also those where nothing was found; the total is the sum of the printed rows. */
export function monthTable(tickets: readonly TicketFacts[]): MonthTable {
  const rows = roadGroupIds.map((group) => ({
    group,
    ...addRows(tickets.filter((ticket) => roadGroupOf(ticket) === group).map(lineOf)),
  }))
  return {
    rows,
    total: addRows(rows),
    considerable: tickets.filter(({ level }) => level === 2).length,
    ungraded: tickets.filter(({ level }) => level === null).length,
  }
}

export const fundsText = (cents: bigint): string => decimalText(cents, 2)
