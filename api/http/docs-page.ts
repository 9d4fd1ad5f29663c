import { docsDocument, escapeHtml, scrollable } from './docs-parts.ts'

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

function parameterList(operation: Operation): string {
  const items = (operation.parameters ?? []).map(
    ({ name, in: place, required }) =>
      `<li><code>${escapeHtml(name)}</code> <small>${place}${required ? ' *' : ''}</small></li>`,
  )
  return items.length ? `<ul>${items.join('')}</ul>` : ''
}

function operationRow(path: string, method: string, operation: Operation): string {
  const statuses = Object.entries(operation.responses ?? {})
    .map(([status, { description }]) => `<span title="${escapeHtml(description ?? '')}">${status}</span>`)
    .join(' ')
  return `<tr><th scope="row"><code>${method.toUpperCase()}</code></th><td><code>${escapeHtml(path)}</code></td>
<td>${escapeHtml(operation.summary ?? '')}${parameterList(operation)}</td><td>${statuses}</td></tr>`
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** One readable page of every path, from the description itself; it loads nothing. */
export function docsPage(description: ApiDescription): string {
  const rows = Object.entries(description.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries((operations ?? {}) as Record<string, Operation>)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => operationRow(path, method, operation)),
  )
  const { title, version } = description.info
  return docsDocument(
    { zh: `${title} ${version}`, en: 'API' },
    `<p>机器可读的描述 · Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a></p>
<p>由程序自己的表生成 · Made from the program's own tables: <a href="/api/docs/life-cycle">隐患办理规则 · life of a hazard</a>，<a href="/api/docs/rights">权限表 · who may do what</a>，<a href="/api/docs/screening-rules">事故多发点段规则 · rules for accident-prone places</a></p>
${scrollable(`<table><thead><tr><th>方法</th><th>地址 · Path</th><th>说明与参数 · What</th><th>答复 · Answers</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`)}`,
  )
}
