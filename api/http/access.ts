import { newAttemptCounter, type AttemptCounter } from './attempt-counter.ts'

/** What this installation asks of those who want in, and what it remembers of those who failed. */
export interface Access {
  /** Passwords older than this must be changed; undefined: only when somebody knows them. */
  readonly passwordMaxAgeDays?: number
  readonly failuresByAddress: AttemptCounter
  /** Names without an account are locked like accounts, so that a lock does not tell which names exist. */
  readonly failuresByUnknownName: AttemptCounter
}

/** A sign-in under way weighs one until it is known to be right; a wrong one weighs this much in the end. */
export const failureWeight = 4

const windowMs = 15 * 60_000

export function newAccess(passwordMaxAgeDays?: number): Access {
  return {
    passwordMaxAgeDays,
    // A squad shares one address behind its router: 30 wrong passwords, or 120 sign-ins at the same moment.
    failuresByAddress: newAttemptCounter({ attempts: 30 * failureWeight, windowMs, capacity: 10_000 }),
    failuresByUnknownName: newAttemptCounter({ attempts: 5, windowMs, capacity: 10_000 }),
  }
}
