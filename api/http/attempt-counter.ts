export interface AttemptLimits {
  readonly attempts: number
  readonly windowMs: number
  /** Keys that are remembered at once: whoever invents addresses or names fills no memory. */
  readonly capacity: number
}

interface Counted {
  readonly sinceMs: number
  readonly attempts: number
}

export interface AttemptCounter {
  /** Counts one attempt; gives the milliseconds to wait where there were too many, 0 otherwise. */
  take(key: string, nowMs: number, weight?: number): number
  /** An attempt that succeeded was none. */
  giveBack(key: string): void
}

/** Counts attempts by key within a window that begins with the first of them. */
export function newAttemptCounter({ attempts, windowMs, capacity }: AttemptLimits): AttemptCounter {
  const counted = new Map<string, Counted>()

  function makeRoom(nowMs: number): void {
    for (const [key, { sinceMs }] of counted) {
      // Oldest first: behind one that still counts, all of them do.
      if (sinceMs + windowMs > nowMs && counted.size < capacity) return
      counted.delete(key)
    }
  }

  return {
    take(key, nowMs, weight = 1) {
      const known = counted.get(key)
      if (known && known.sinceMs + windowMs > nowMs) {
        if (known.attempts >= attempts) return known.sinceMs + windowMs - nowMs
        counted.set(key, { ...known, attempts: known.attempts + weight })
        return 0
      }
      counted.delete(key)
      makeRoom(nowMs)
      counted.set(key, { sinceMs: nowMs, attempts: weight })
      return 0
    },
    giveBack(key) {
      const known = counted.get(key)
      if (known) counted.set(key, { ...known, attempts: Math.max(0, known.attempts - 1) })
    },
  }
}

/** One line of IPv6 has 2^64 addresses, so the first half counts as one. */
export function addressKey(address: string | undefined): string {
  if (!address?.includes(':')) return address ?? 'unknown'
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0')]
  return `${[...whole, ...(tail ? tail.split(':') : [])].slice(0, 4).join(':')}::/64`
}
