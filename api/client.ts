import type { ProblemBody } from './http/on-error.ts'
import type { Language } from './http/text.ts'

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly query?: Query
  readonly body?: unknown
  /** Version the caller saw, sent as `If-Match`. */
  readonly version?: number
  readonly signal?: AbortSignal
}

/** What the service answered instead of the thing asked for, in the user's language. */
export class ApiProblem extends Error {
  readonly body: ProblemBody & Readonly<Record<string, unknown>>

  constructor(body: ProblemBody & Readonly<Record<string, unknown>>) {
    super(body.detail || `${body.status} ${body.title}`)
    this.name = 'ApiProblem'
    this.body = body
  }

  get status(): number {
    return this.body.status
  }

  /** The message for the field at this path, or below it. */
  messageFor(path: string): string | undefined {
    return this.body.errors?.find((error) => error.path === path || error.path.startsWith(`${path}.`))
      ?.message
  }
}

/** No answer at all: the cable, the signal or the service is gone. What was typed is still with the user. */
export class Unreachable extends Error {}

export interface ClientOptions {
  readonly fetch: typeof fetch
  readonly language: () => Language
  /** Called once per answer 401; resolves to true when somebody signed in and the call may be sent again. */
  readonly onSessionEnd: () => Promise<boolean>
}

export interface Client {
  json<Answer>(path: string, call?: Call): Promise<Answer>
  file(path: string, call?: Call): Promise<{ blob: Blob; name: string | undefined }>
}

/** `{ road: ['G109', 'G110'], to: undefined }` → `?road=G109&road=G110`. */
export function queryText(query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(key, String(one))
  }
  const text = parameters.toString()
  return text ? `?${text}` : ''
}

function requestOf({ method = 'GET', body, version, signal }: Call, language: Language): RequestInit {
  const headers: Record<string, string> = { 'accept-language': language === 'zh' ? 'zh-CN' : 'en' }
  // A form brings its own content type, with the boundary between its parts.
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  if (version !== undefined) headers['if-match'] = `"${version}"`
  return { method, headers, signal, body: isForm || body === undefined ? body : JSON.stringify(body) }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback = {
    type: 'about:blank' as const,
    title: response.statusText,
    status: response.status,
    // Not in the service's words: a proxy before it, or nothing that can be read.
    detail: '',
    requestId: response.headers.get('x-request-id') ?? '',
  }
  const body: unknown = await response.json().catch(() => ({}))
  return new ApiProblem({ ...fallback, ...(body as object) })
}

function fileName(response: Response): string | undefined {
  const disposition = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(disposition)?.[1]
}

/** The line broke, before the answer or in the middle of it; unless the caller hung up. */
function cutOff(cause: unknown): never {
  if ((cause as Error).name === 'AbortError') throw cause
  throw new Unreachable('unreachable', { cause })
}

/** A thin typed front of the HTTP contract: one error class, one way to send a version, one place that waits for a sign-in. */
export function createClient({ fetch, language, onSessionEnd }: ClientOptions): Client {
  async function send(path: string, call: Call, mayRetry: boolean): Promise<Response> {
    const url = `${path}${queryText(call.query)}`
    const response = await fetch(url, requestOf(call, language())).catch(cutOff)
    if (response.ok) return response
    const isSignIn = path === '/api/session'
    if (response.status === 401 && mayRetry && !isSignIn && (await onSessionEnd()))
      return send(path, call, false)
    throw await problemOf(response)
  }
  return {
    async json<Answer>(path: string, call: Call = {}): Promise<Answer> {
      const response = await send(path, call, true)
      const text = await response.text().catch(cutOff)
      return (text === '' ? undefined : JSON.parse(text)) as Answer
    },
    async file(path, call = {}) {
      const response = await send(path, call, true)
      return { blob: await response.blob().catch(cutOff), name: fileName(response) }
    },
  }
}
