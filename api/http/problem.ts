import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from './text.ts'

export interface FieldError {
  readonly path: string
  readonly message: Text
}

/** An answer other than the one asked for; the message says what is wrong and what to do. */
export abstract class Problem extends Error {
  abstract readonly status: ContentfulStatusCode
  readonly text: Text
  readonly errors: readonly FieldError[]
  /** Further members of the answer, such as what another officer changed meanwhile. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(text: Text, errors: readonly FieldError[] = [], extra: Readonly<Record<string, unknown>> = {}) {
    super(text.en)
    this.name = new.target.name
    this.text = text
    this.errors = errors
    this.extra = extra
  }
}

export class BadRequest extends Problem {
  readonly status = 400
}
export class Unauthorized extends Problem {
  readonly status = 401
}
export class Forbidden extends Problem {
  readonly status = 403
}
export class NotFound extends Problem {
  readonly status = 404
}
export class Conflict extends Problem {
  readonly status = 409
}
export class TooLarge extends Problem {
  readonly status = 413
}
export class Unprocessable extends Problem {
  readonly status = 422
}
export class PreconditionRequired extends Problem {
  readonly status = 428
}
export class TooManyRequests extends Problem {
  readonly status = 429
}

/** Short titles of the statuses, as RFC 9457 wants them. */
export const problemTitles: Readonly<Record<number, Text>> = {
  400: { zh: '请求无法识别', en: 'Unreadable request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '没有权限', en: 'Not permitted' },
  404: { zh: '没有找到', en: 'Not found' },
  409: { zh: '与现有数据冲突', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' },
  422: { zh: '内容有误', en: 'Refused value' },
  428: { zh: '缺少版本条件', en: 'Precondition required' },
  429: { zh: '操作过于频繁', en: 'Too many requests' },
  500: { zh: '系统故障', en: 'Internal error' },
  503: { zh: '暂不可用', en: 'Unavailable' },
}
