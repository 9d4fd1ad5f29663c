export interface Patience {
  /** How long to wait for a fresh answer where an earlier one is known. */
  readonly waitMs: number
  /** How long an earlier answer is good enough. */
  readonly validMs: number
}

/** Asks anew each time, but answers with what it last knew where the answer keeps it waiting. A failure is passed on. */
export function lastKnown<T>(ask: () => Promise<T>, { waitMs, validMs }: Patience): () => Promise<T> {
  let known: { readonly value: T; readonly atMs: number } | undefined
  let asking: Promise<T> | undefined

  const askOnce = () => {
    asking ??= ask()
      .then((value) => {
        known = { value, atMs: performance.now() }
        return value
      })
      .finally(() => (asking = undefined))
    return asking
  }

  return async () => {
    const fresh = askOnce()
    if (!known || performance.now() - known.atMs > validMs) return fresh
    const { value } = known
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(value), waitMs)))
    return Promise.race([fresh, patience]).finally(() => clearTimeout(timer))
  }
}
