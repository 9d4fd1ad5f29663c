import { ApiProblem, Unreachable } from '../../../api/client.ts'
import type { Words } from '../text/words.ts'

/** What went wrong, in the service's own words where it answered. */
export function problemText(error: unknown, { shell }: Pick<Words, 'shell'>): string {
  if (error instanceof ApiProblem) return error.body.detail || shell.failed
  return error instanceof Unreachable ? shell.unreachable : shell.failed
}
