import { validator } from 'hono-openapi'
import type { ValidationTargets } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { en, zhCN } from 'zod/locales'
import type { AppEnv } from './app-env.ts'
import { httpMessages } from './http-messages.ts'
import { BadRequest, NotFound, Unprocessable, type FieldError } from './problem.ts'
import type { Text } from './text.ts'

const separator = '\u001f'
const locales = { zh: zhCN().localeError, en: en().localeError }
const asString = (message: string | { message: string } | undefined | null) =>
  typeof message === 'string' ? message : (message?.message ?? '')

// A schema has one message per issue; ours carries both languages until the answer is written.
z.config({ localeError: (issue) => asString(locales.zh(issue)) + separator + asString(locales.en(issue)) })

/** For `error:` in a schema, where the general wording would not help an officer. */
export function bilingual(text: Text): string {
  return text.zh + separator + text.en
}

function textOf(message: string): Text {
  const [zh = message, english = zh] = message.split(separator)
  return { zh, en: english }
}

type Issue = {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
}

export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.map((issue) => ({
    path: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
    message: textOf(issue.message),
  }))
}

/** A body's values are refused (422), a query that cannot be read is 400, an id of the wrong shape names nothing (404). */
function refusal(target: keyof ValidationTargets, method: string, issues: readonly Issue[]) {
  const errors = fieldErrors(issues)
  if (target === 'json' || target === 'form')
    return new Unprocessable(httpMessages.refusedValues(errors.length), errors)
  if (target === 'param' && method === 'GET') return new NotFound(httpMessages.unknownId(), errors)
  return new BadRequest(httpMessages.refusedValues(errors.length), errors)
}

/** Validates one part of the request by its schema; the same schema writes the API description. */
export function validate<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return validator<Schema, Target, AppEnv, string>(target, schema, (result, c) => {
    if (!result.success) throw refusal(target, c.req.method, result.error as readonly Issue[])
  })
}

/** JSON in, or a clear word: without it a body of another type would look like an empty one. */
export const requireJsonBody = createMiddleware<AppEnv>(async (c, next) => {
  const hasBody =
    ['POST', 'PUT', 'PATCH'].includes(c.req.method) && Number(c.req.header('content-length') ?? 1) > 0
  const type = c.req.header('content-type') ?? ''
  if (hasBody && type !== '' && !/json|multipart\/form-data/i.test(type))
    throw new BadRequest(httpMessages.jsonExpected())
  await next()
})
