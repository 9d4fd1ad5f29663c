import { describeRoute, resolver } from 'hono-openapi'
import { requirePermission } from '../auth/require-permission.ts'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import { searchEverything } from './search-everything.queries.ts'
import { SearchAnswer, SearchQuery } from './search.schema.ts'

const summary = '查找桩号、道路、地点、编号和坐标 · Find stakes, roads, places, numbers and coordinates'

export const searchRoutes = newRouter().get(
  '/',
  describeRoute({
    summary,
    tags: ['search'],
    responses: {
      200: { description: summary, content: { 'application/json': { schema: resolver(SearchAnswer) } } },
    },
  }),
  requirePermission('business:read'),
  validate('query', SearchQuery),
  async (c) => {
    const { q, limit } = c.req.valid('query')
    const items = await searchEverything(c.var.readDb, { text: q, limit, language: c.var.language })
    return c.json({ items }, 200)
  },
)
