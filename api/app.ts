import { describeRoute, openAPIRouteHandler, resolver } from 'hono-openapi'
import type { Logger } from 'pino'
import { areaRoutes, squadRoutes, unitRoutes } from './areas/area.routes.ts'
import { accidentRoutes } from './accidents/accident.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { sessionRoutes } from './auth/auth.routes.ts'
import { refuseForeignOrigin, requireSession } from './auth/session.middleware.ts'
import { isConnectionLost, isPastDeadline } from './db/database-error.ts'
import { findInstallationFact } from './db/installation.ts'
import { currentMigration } from './db/migrate.ts'
import type { OpenedDatabase } from './db/open-database.ts'
import { facilityRoutes } from './facilities/facility.routes.ts'
import { hazardRoutes } from './hazards/hazard.routes.ts'
import { docsPage, type ApiDescription } from './http/docs-page.ts'
import { Health } from './http/health.schema.ts'
import { screeningRoutes } from './hotspots/screening.routes.ts'
import { newRouter } from './http/new-router.ts'
import { onError, onNotFound } from './http/on-error.ts'
import { limitBody, protectPage, provide } from './http/request.ts'
import { webRoutes } from './http/serve-web.ts'
import { requireJsonBody } from './http/validate.ts'
import { locatingRoutes } from './locating/locating.routes.ts'
import { coordinateRoutes } from './roads/coordinates/coordinate.routes.ts'
import { locateRoutes, stakeRoutes } from './roads/network/locate.routes.ts'
import { roadRoutes } from './roads/road.routes.ts'
import { roadEditingRoutes } from './road-editing/road-editing.routes.ts'
import { searchRoutes } from './search/search.routes.ts'
import { statisticsRoutes } from './statistics/statistics.routes.ts'
import { supervisionListRoutes } from './supervision/supervision-list.routes.ts'
import packageFile from '../package.json' with { type: 'json' }

export interface AppDependencies {
  readonly database: OpenedDatabase
  readonly now: () => Date
  readonly logger: Logger
  /** Folder of the built web app; tests of the API go without. */
  readonly webFolder?: string
}

const documentation = {
  info: { title: '鄂托克旗道路交通安全隐患与事故地图', version: packageFile.version },
  servers: [{ url: '/' }],
}

function healthRoutes({ database }: AppDependencies) {
  return newRouter().get(
    '/',
    describeRoute({
      summary: '运行状况 · Health',
      tags: ['health'],
      security: [],
      responses: {
        200: { description: '正常 · Well', content: { 'application/json': { schema: resolver(Health) } } },
      },
    }),
    async (c) => {
      const [postgis, migration, demoYear] = await Promise.all([
        database.postgisVersion(),
        currentMigration(database.db),
        findInstallationFact(database.db, 'demoYear'),
      ])
      const health: Health = {
        status: 'ok',
        version: packageFile.version,
        database: { engine: database.engine, postgis, migration: migration ?? '' },
        demoYear: demoYear ?? null,
      }
      return c.json(health, 200)
    },
  )
}

const isBusyDatabase = (error: unknown) => isPastDeadline(error) || isConnectionLost(error)

/** The whole service over an opened database. Chained, so that `AppType` carries every path to the client. */
export function createApp(dependencies: AppDependencies) {
  const { database, now, logger, webFolder } = dependencies
  const { db, readDb, engine } = database
  const app = newRouter()
  app.onError(onError(logger, isBusyDatabase))
  app.notFound(onNotFound)
  app.use('*', provide({ db, readDb, engine, now }, logger), protectPage)
  app.use('/api/*', refuseForeignOrigin, limitBody, requireJsonBody, requireSession)
  const api = app
    .route('/api/health', healthRoutes(dependencies))
    .route('/api/session', sessionRoutes)
    .route('/api/audit', auditRoutes)
    .route('/api/areas', areaRoutes)
    .route('/api/squads', squadRoutes)
    .route('/api/units', unitRoutes)
    .route('/api/roads', roadRoutes)
    .route('/api/roads', roadEditingRoutes)
    .route('/api/locate', locateRoutes)
    .route('/api/stakes', stakeRoutes)
    .route('/api/coordinates', coordinateRoutes)
    .route('/api/locating', locatingRoutes)
    .route('/api/search', searchRoutes)
    .route('/api/accidents', accidentRoutes)
    .route('/api/hazards', hazardRoutes)
    .route('/api/facilities', facilityRoutes)
    .route('/api/screenings', screeningRoutes)
    .route('/api/statistics', statisticsRoutes)
    .route('/api/supervision-lists', supervisionListRoutes)
  api.get('/api/openapi.json', openAPIRouteHandler(api, { documentation }))
  api.get('/api/docs', async (c) => {
    const description = (await (await api.request('/api/openapi.json')).json()) as ApiDescription
    return c.html(docsPage(description))
  })
  if (webFolder) app.route('/', webRoutes(webFolder))
  return api
}

export type AppType = ReturnType<typeof createApp>
