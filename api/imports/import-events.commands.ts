import type { SSEStreamingApi } from 'hono/streaming'
import { isResting, type Progress, type ProgressBoard } from './import-progress.ts'

/** Often enough to see it move; a browser draws no faster anyway. */
const tellEveryMs = 200
const stillThereMs = 15_000

/** Tells how far a batch is, from where it stands now until it rests or nobody listens any more. */
export async function streamProgress(
  stream: SSEStreamingApi,
  board: ProgressBoard,
  id: string,
  atRest: () => Promise<string | undefined>,
): Promise<void> {
  let waiting: Progress | undefined = board.last(id)
  let wake: () => void = () => undefined
  const stop = board.listen(id, (progress) => {
    waiting = progress
    wake()
  })
  stream.onAbort(() => wake())
  try {
    while (!stream.aborted) {
      if (!waiting && !board.isAtWork(id)) {
        const phase = await atRest()
        if (phase !== undefined) {
          const data = JSON.stringify({
            phase,
            done: 0,
            total: null,
            share: null,
            rowsPerSecond: 0,
            secondsLeft: null,
          })
          await stream.writeSSE({ event: 'progress', data })
          return
        }
      }
      if (waiting) {
        const progress = waiting
        waiting = undefined
        await stream.writeSSE({ event: 'progress', data: JSON.stringify(progress) })
        if (isResting(progress.phase)) return
        await stream.sleep(tellEveryMs)
        continue
      }
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), stream.sleep(stillThereMs)])
      // A comment keeps proxies from closing what is only slow.
      if (!waiting && !stream.aborted) await stream.write(': …\n\n')
    }
  } finally {
    stop()
  }
}
