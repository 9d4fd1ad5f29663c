export interface Patience {
  readonly firstMs: number
  /** Each wait is twice the one before, up to this: a large photo over one bar of signal costs its owner money. */
  readonly longestMs: number
}

/** Sends again and again until what it returns is called; the next wait begins when the last try has ended. */
export function repeatPatiently(
  sendAgain: () => Promise<void>,
  { firstMs, longestMs }: Patience,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const waitFor = (waitMs: number) => {
    timer = setTimeout(() => void tryAfter(waitMs), waitMs)
  }
  const tryAfter = async (waitMs: number) => {
    await sendAgain()
    if (!isStopped) waitFor(Math.min(2 * waitMs, longestMs))
  }
  waitFor(firstMs)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
