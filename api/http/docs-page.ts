import { pageStyle } from './page-style.ts'

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; description?: string }[]
  requestBody?: unknown
  responses?: Record<string, { description?: string }>
}

export interface ApiDescription {
  info: { title: string; version: string }
  paths?: Record<string, unknown>
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)

function parameterList(operation: Operation): string {
  const items = (operation.parameters ?? []).map(
    ({ name, in: place, required }) =>
      `<li><code>${escape(name)}</code> <small>${place}${required ? ' *' : ''}</small></li>`,
  )
  return items.length ? `<ul>${items.join('')}</ul>` : ''
}

function operationRow(path: string, method: string, operation: Operation): string {
  const statuses = Object.entries(operation.responses ?? {})
    .map(([status, { description }]) => `<span title="${escape(description ?? '')}">${status}</span>`)
    .join(' ')
  return `<tr><th scope="row"><code>${method.toUpperCase()}</code></th><td><code>${escape(path)}</code></td>
<td>${escape(operation.summary ?? '')}${parameterList(operation)}</td><td>${statuses}</td></tr>`
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** One readable page of every path, from the description itself; it loads nothing. */
export function docsPage(description: ApiDescription): string {
  const rows = Object.entries(description.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries((operations ?? {}) as Record<string, Operation>)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => operationRow(path, method, operation)),
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(description.info.title)} · API</title><style>${pageStyle}</style></head><body><h1>${escape(description.info.title)} <small>${escape(description.info.version)}</small></h1>
<p>机器可读的描述 · Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a></p>
<table><thead><tr><th>方法</th><th>地址 · Path</th><th>说明与参数 · What</th><th>答复 · Answers</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></body></html>`
}
