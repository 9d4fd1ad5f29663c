/** The facts of a failed statement, named alike whichever home it failed in. */
export interface ErrorFacts {
  readonly message: string
  readonly code?: string | undefined
  readonly constraint?: string | undefined
  readonly table?: string | undefined
  readonly column?: string | undefined
  readonly detail?: string | undefined
}

export class DatabaseError extends Error {
  /** SQLSTATE; '08006' when the connection or the embedded engine was lost, '57014' past the deadline. */
  readonly code: string
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined
  readonly detail: string | undefined

  constructor(facts: ErrorFacts, cause?: unknown) {
    super(facts.message, { cause })
    this.name = 'DatabaseError'
    this.code = facts.code ?? 'XX000'
    this.constraint = facts.constraint
    this.table = facts.table
    this.column = facts.column
    this.detail = facts.detail
  }
}

export const connectionLost = '08006'
export const pastDeadline = '57014'

const hasCode = (error: unknown, code: string): error is DatabaseError =>
  error instanceof DatabaseError && error.code === code

const names = (error: DatabaseError, constraint: string | undefined) =>
  constraint === undefined || error.constraint === constraint

export const isUniqueViolation = (error: unknown, constraint?: string): error is DatabaseError =>
  hasCode(error, '23505') && names(error, constraint)

/** The statement took longer than the deadline and was ended; its transaction is rolled back. */
export const isPastDeadline = (error: unknown): error is DatabaseError => hasCode(error, pastDeadline)

/** The connection went away; whether an open transaction was committed is not known. */
export const isConnectionLost = (error: unknown): error is DatabaseError => hasCode(error, connectionLost)
