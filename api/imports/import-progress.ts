export type Phase =
  | 'reading'
  | 'matching'
  | 'committing'
  | 'undoing'
  | 'preview'
  | 'committed'
  | 'undone'
  | 'cancelled'
  | 'failed'

export interface Progress {
  readonly phase: Phase
  readonly done: number
  /** Rows, where it is known how many there are. */
  readonly total: number | null
  /** Share of the work of this phase, 0 to 1, where it is known. */
  readonly share: number | null
  readonly rowsPerSecond: number
  readonly secondsLeft: number | null
}

type Listener = (progress: Progress) => void

interface Work {
  readonly stop: AbortController
  last: Progress
  phaseBeganMs: number
}

const resting: readonly Phase[] = ['preview', 'committed', 'undone', 'cancelled', 'failed']
export const isResting = (phase: Phase): boolean => resting.includes(phase)

export interface Step {
  readonly phase: Phase
  readonly done: number
  readonly total?: number | null
  readonly share?: number | null
}

function progressOf({ phase, done, total = null, share = null }: Step, elapsedMs: number): Progress {
  const seconds = Math.max(elapsedMs, 1) / 1000
  const rowsPerSecond = Math.round(done / seconds)
  const part = share ?? (total ? done / total : null)
  const isKnown = part !== null && part > 0
  const secondsLeft = isKnown ? Math.max(0, Math.round((seconds * (1 - part)) / part)) : null
  return { phase, done, total, share: part, rowsPerSecond, secondsLeft }
}

/** What this process is doing to which batch: told to whoever looks, and where a cancel arrives. */
export function newProgressBoard(nowMs: () => number) {
  const works = new Map<string, Work>()
  const listeners = new Map<string, Set<Listener>>()

  const tell = (id: string, step: Step) => {
    const work = works.get(id)
    if (!work) return
    if (work.last.phase !== step.phase) work.phaseBeganMs = nowMs()
    work.last = progressOf(step, nowMs() - work.phaseBeganMs)
    for (const listener of [...(listeners.get(id) ?? [])]) listener(work.last)
  }

  return {
    begin: (id: string, phase: Phase): AbortSignal => {
      const stop = new AbortController()
      works.set(id, { stop, last: progressOf({ phase, done: 0 }, 0), phaseBeganMs: nowMs() })
      tell(id, { phase, done: 0 })
      return stop.signal
    },
    tell,
    end: (id: string, step: Step) => {
      tell(id, step)
      works.delete(id)
    },
    last: (id: string): Progress | undefined => works.get(id)?.last,
    isAtWork: (id: string): boolean => works.has(id),
    cancel: (id: string): boolean => {
      works.get(id)?.stop.abort()
      return works.has(id)
    },
    /** Listeners outlive one work: a commit follows a preview. */
    listen: (id: string, listener: Listener): (() => void) => {
      const all = listeners.get(id) ?? new Set()
      listeners.set(id, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0) listeners.delete(id)
      }
    },
  }
}

export type ProgressBoard = ReturnType<typeof newProgressBoard>
