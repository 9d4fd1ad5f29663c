import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import type { AppEnv } from './app-env.ts'
import { httpMessages } from './http-messages.ts'
import { DatabaseError } from '../db/database-error.ts'
import {
  BadRequest,
  Conflict,
  Problem,
  problemTitles,
  TooLarge,
  Unprocessable,
  type FieldError,
} from './problem.ts'
import { languageOf, type Language, type Text } from './text.ts'

export interface ProblemBody {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly requestId: string
  readonly errors?: { readonly path: string; readonly message: string }[]
}

function render(
  c: Context<AppEnv>,
  problem: { status: ContentfulStatusCode; text: Text; errors?: readonly FieldError[]; extra?: object },
) {
  // A failure before the request middleware ran has no language yet.
  const language: Language = c.var.language ?? languageOf(c.req.header('accept-language'))
  const body: ProblemBody = {
    type: 'about:blank',
    title: problemTitles[problem.status]?.[language] ?? String(problem.status),
    status: problem.status,
    detail: problem.text[language],
    requestId: c.var.requestId,
    ...(problem.errors?.length
      ? { errors: problem.errors.map(({ path, message }) => ({ path, message: message[language] })) }
      : {}),
  }
  return c.json({ ...problem.extra, ...body }, problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
  })
}

/** SQLSTATEs of characters that no text column can hold, such as NUL. */
const unstorableText = new Set(['22021', '22P05'])

/** Two transactions in each other's way: the database has ended this one and nothing of it was written. */
const crossed = new Set(['40001', '40P01'])

/** Turns what a library threw into one of ours, where it is the caller's doing. */
function translated(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof DatabaseError && unstorableText.has(error.code)) {
    return new Unprocessable(httpMessages.unstorableText())
  }
  if (error instanceof DatabaseError && crossed.has(error.code)) return new Conflict(httpMessages.crossed())
  if (!(error instanceof HTTPException)) return undefined
  if (error.status === 400) return new BadRequest(httpMessages.brokenJson())
  if (error.status === 413) return new TooLarge(httpMessages.bodyTooLarge(1024))
  return undefined
}

/** The one place that turns failures into answers and writes them to the log. A 500 never shows its cause. */
export function onError(logger: Logger, isTransient: (error: unknown) => boolean) {
  return (error: Error, c: Context<AppEnv>) => {
    const problem = translated(error)
    if (problem) return render(c, problem)
    const requestId = c.var.requestId
    logger.error({ err: error, requestId, method: c.req.method, path: c.req.path }, 'request failed')
    if (isTransient(error)) return render(c, { status: 503, text: httpMessages.overloaded() })
    return render(c, { status: 500, text: httpMessages.internal(requestId) })
  }
}

export function onNotFound(c: Context<AppEnv>) {
  return render(c, { status: 404, text: httpMessages.unknownPath(c.req.path) })
}
