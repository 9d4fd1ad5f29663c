import type { SessionAnswer, SignIn } from '../api/api-types.ts'
import type { Calls } from '../api/calls.ts'

/** Who is signed in. When a session ends in the middle of work, calls wait here until somebody signs in again. */
export class Session {
  /** undefined: not yet asked; null: nobody. */
  current = $state.raw<SessionAnswer | null | undefined>(undefined)
  hasEnded = $state(false)
  #waiting: ((isSignedIn: boolean) => void)[] = []

  may(permission: SessionAnswer['permissions'][number]): boolean {
    if (!this.current || this.current.mustChangePassword) return false
    return this.current.permissions.includes(permission)
  }

  async restore(calls: Calls): Promise<void> {
    this.current = await calls.session().catch(() => null)
  }

  async signIn(calls: Calls, input: SignIn): Promise<void> {
    const before = this.current?.username
    this.current = await calls.signIn(input)
    // What one person was about to sign is not sent under another's name; the typed text stays in the form.
    this.#answerWaiting(this.current.username === before)
  }

  async signOut(calls: Calls): Promise<void> {
    await calls.signOut()
    this.current = null
    this.#answerWaiting(false)
  }

  waitForSignIn(): Promise<boolean> {
    if (!this.current) return Promise.resolve(false)
    this.hasEnded = true
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #answerWaiting(isSignedIn: boolean): void {
    this.hasEnded = false
    for (const resolve of this.#waiting.splice(0)) resolve(isSignedIn)
  }
}
