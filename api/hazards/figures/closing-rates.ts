import type { TicketFacts } from './ticket-facts.ts'

export interface ClosingRates {
  /** Due by the day, or closed. */
  readonly toClose: number
  readonly closed: number
  /** Closed at least once, whether or not it was reopened. */
  readonly everClosed: number
  readonly inTime: number
  readonly relapsed: number
}

const wasClosed = ({ closedOn, status }: TicketFacts) => closedOn !== null || status === 70

/** 销号率 = closed / toClose, 按期率 = inTime / everClosed, 反弹率 = relapsed / everClosed. */
export function closingRates(tickets: readonly TicketFacts[], dueBy: string): ClosingRates {
  const count = (holds: (ticket: TicketFacts) => boolean) => tickets.filter(holds).length
  return {
    toClose: count(({ status, dueDate }) => status === 70 || (dueDate !== null && dueDate <= dueBy)),
    closed: count(({ status }) => status === 70),
    everClosed: count(wasClosed),
    inTime: count(({ closedOn, dueDate }) => closedOn !== null && dueDate !== null && closedOn <= dueDate),
    relapsed: count((ticket) => ticket.wasReopened && wasClosed(ticket)),
  }
}
