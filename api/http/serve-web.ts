import { serveStatic } from '@hono/node-server/serve-static'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'
import { newRouter } from './new-router.ts'

const year = 365 * 24 * 3600

/** Names under /assets carry a hash of their content, so they may be kept; the page itself is asked for each time. */
const cacheByPath = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const isHashed = c.req.path.startsWith('/assets/')
  c.header('cache-control', isHashed ? `public, max-age=${year}, immutable` : 'no-cache')
})

/** The built web app; every path that is neither a file nor the API is the app, whose state is in its address. */
export function webRoutes(folder: string) {
  return newRouter()
    .use('/*', cacheByPath)
    .get('/*', serveStatic({ root: folder, precompressed: true }))
    .get('/*', async (c, next) => {
      if (c.req.path.startsWith('/api/') || c.req.path.startsWith('/assets/')) return next()
      return serveStatic<AppEnv>({ root: folder, path: 'index.html', precompressed: true })(c, next)
    })
}
