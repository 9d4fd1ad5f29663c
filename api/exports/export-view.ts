import type { Language } from '../http/text.ts'
import type { ExportJob } from './export-job.schema.ts'
import type { ExportJobRow } from './export-job.queries.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

export const isExpired = (job: Pick<ExportJobRow, 'state' | 'expires_at'>, now: Date): boolean =>
  job.state === 'done' && job.expires_at !== null && job.expires_at <= now

/** `ahead` counts those that come before it; `done` may be further than the database knows. */
export function jobView(
  job: ExportJobRow,
  {
    language,
    now,
    done = job.done,
  }: { readonly language: Language; readonly now: Date; readonly done?: number },
): ExportJob {
  return {
    id: job.id,
    kind: job.kind,
    format: job.format,
    edition: job.edition,
    request: job.request,
    title: job.title[language],
    state: isExpired(job, now) ? 'expired' : job.state,
    done,
    total: job.total,
    ahead: job.ahead,
    fileName: job.file_name,
    bytes: job.bytes === null ? null : Number(job.bytes),
    hash: job.hash,
    reason: job.reason?.[language] ?? null,
    madeBy: job.made_by_name,
    madeAt: job.made_at.toISOString(),
    startedAt: iso(job.started_at),
    finishedAt: iso(job.finished_at),
    expiresAt: iso(job.expires_at),
  }
}
