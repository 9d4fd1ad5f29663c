import { ApiProblem, Unreachable } from '../../../../api/client.ts'

/** Nobody refused it: there is no signal, or the service is not up. The same will be taken later. */
export const isAway = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ApiProblem && error.status >= 500)
