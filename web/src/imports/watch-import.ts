import type { ImportProgress } from '../api/import-types.ts'

export interface Watch {
  readonly onprogress: (progress: ImportProgress) => void
  /** The stream is closed for good: the session ended, or something between does not let it through. */
  readonly onlost: () => void
}

/** Follows the work on one file; the browser reconnects by itself, and the service then says how far it is. */
export function watchImport(id: string, { onprogress, onlost }: Watch): () => void {
  const source = new EventSource(`/api/imports/${encodeURIComponent(id)}/events`)
  const take = (event: MessageEvent<string>) => onprogress(JSON.parse(event.data) as ImportProgress)
  source.addEventListener('message', take)
  source.addEventListener('progress', take)
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) onlost()
  })
  return () => source.close()
}
