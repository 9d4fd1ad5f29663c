import type { SSEStreamingApi } from 'hono/streaming'
import type { ExportJob } from './export-job.schema.ts'

/** Often enough to see it move; a browser draws no faster anyway. */
const lookEveryMs = 300

const isUnderWay = ({ state }: ExportJob) => state === 'waiting' || state === 'running'

/** Tells how far an export is, until it rests or nobody listens any more. */
export async function streamJob(stream: SSEStreamingApi, look: () => Promise<ExportJob>): Promise<void> {
  let told = ''
  while (!stream.aborted) {
    const job = await look()
    const data = JSON.stringify(job)
    if (data !== told) await stream.writeSSE({ event: 'progress', data })
    told = data
    if (!isUnderWay(job)) return
    await stream.sleep(lookEveryMs)
  }
}
