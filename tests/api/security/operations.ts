import type { TestApp } from '../../harness/test-app.ts'

export interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

export interface Operation {
  readonly method: string
  /** With an id of the right shape that names nothing. */
  readonly path: string
  readonly template: string
  readonly schema: JsonSchema | undefined
  /** Of the right shape where the schema says it. */
  readonly body: unknown
}

const nobody = '0190f000-0000-7000-8000-00000000ffff'
const parameters: Readonly<Record<string, string>> = {
  id: nobody,
  code: 'G109',
  kind: 'hazard',
  row: '1',
  sequence: '1',
}

/** A value of the schema's shape, with this text wherever a free text may stand. */
export function valueOf(schema: JsonSchema, text: string): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return valueOf(schema.anyOf[0]!, text)
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, inner]) => [key, valueOf(inner, text)]),
    )
  if (schema.type === 'array') return schema.items ? [valueOf(schema.items, text)] : []
  if (schema.type === 'string') {
    if (schema.format === 'uuid') return nobody
    if (schema.format === 'date') return '2026-11-20'
    if (schema.format === 'date-time') return '2026-11-20T00:00:00Z'
    return text.slice(0, schema.maxLength)
  }
  if (schema.type === 'boolean') return true
  return schema.type === 'object' ? {} : Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
}

interface Described {
  requestBody?: { content?: Record<string, { schema?: JsonSchema }> }
}

/** Every path of the description with its methods, ready to be sent. */
export async function listOperations({ app }: TestApp): Promise<Operation[]> {
  const description = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Described>>
  }
  return Object.entries(description.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => {
      const schema = requestBody?.content?.['application/json']?.schema
      const path = template.replace(/\{(\w+)\}/g, (_all, name: string) => parameters[name] ?? nobody)
      return { method, path, template, schema, body: schema && valueOf(schema, '甲') }
    }),
  )
}
