import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'

/** Describes a route in the API's documentation by what it does (both languages) and the JSON it answers. */
export const describing =
  (tag: string) => (summary: string, status: 200 | 201 | 202 | 204, schema?: z.ZodType) =>
    describeRoute({
      summary,
      tags: [tag],
      responses: {
        [status]: {
          description: summary,
          ...(schema && { content: { 'application/json': { schema: resolver(schema) } } }),
        },
      },
    })
