import { describeRoute, openAPIRouteHandler, resolver } from 'hono-openapi'
import { areaRoutes, squadRoutes, unitRoutes } from './areas/area.routes.ts'
import { accidentRoutes } from './accidents/accident.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { accountRoutes } from './auth/account.routes.ts'
import { ownAccountRoutes } from './auth/own-account.routes.ts'
import { rightsPage } from './auth/rights-page.ts'
import { tokenRoutes } from './auth/token.routes.ts'
import { sessionRoutes } from './auth/auth.routes.ts'
import { refuseForeignOrigin, requireSession } from './auth/session.middleware.ts'
import { isConnectionLost, isPastDeadline } from './db/database-error.ts'
import { findInstallationFact } from './db/installation.ts'
import { currentMigration } from './db/migrate.ts'
import { facilityRoutes } from './facilities/facility.routes.ts'
import { findFacilityPhotoUse } from './facilities/photos/facility-photo.queries.ts'
import { facilityPhotoRoutes } from './facilities/photos/facility-photo.routes.ts'
import { facilityInspectionRoutes } from './facilities/inspections/inspection.routes.ts'
import { exportRoutes } from './exports/export.routes.ts'
import { decideFacilities } from './facilities/closing-facilities.commands.ts'
import { officeRoutes } from './documents/office/office.routes.ts'
import { gapRoutes } from './gaps/gap.routes.ts'
import { evaluationRoutes } from './hotspots/evaluation/evaluation.routes.ts'
import { trafficVolumeRoutes } from './hotspots/traffic/traffic-volume.routes.ts'
import { holidayRoutes } from './hazards/clocks/holiday.routes.ts'
import { hazardRoutes } from './hazards/hazard.routes.ts'
import { lifeCyclePage } from './hazards/life/life-cycle-page.ts'
import { lifeRoutes } from './hazards/life/life.routes.ts'
import { recordRoutes } from './hazards/records/record.routes.ts'
import { findHazardPhotoUse } from './hazards/photos/photo-file.queries.ts'
import { hazardPhotoRoutes } from './hazards/photos/hazard-photo.routes.ts'
import { photoFileRoutes } from './hazards/photos/photo-file.routes.ts'
import { newAccess } from './http/access.ts'
import { docsPage, type ApiDescription } from './http/docs-page.ts'
import { Health } from './http/health.schema.ts'
import { lastKnown } from './http/last-known.ts'
import { densityRoutes } from './hotspots/density/density.routes.ts'
import { findOwnRule } from './hotspots/preset.queries.ts'
import { rulesPage } from './hotspots/rules-page.ts'
import { screeningRoutes } from './hotspots/screening.routes.ts'
import { newRouter } from './http/new-router.ts'
import { onError, onNotFound } from './http/on-error.ts'
import { keepPrivate, limitBody, protectPage, provide } from './http/request.ts'
import { webRoutes } from './http/serve-web.ts'
import { requireJsonBody } from './http/validate.ts'
import { inspectionRoutes } from './inspection/inspection.routes.ts'
import { importRoutes } from './imports/import.routes.ts'
import { letterRoutes, reportLetterRoutes, roundFormRoutes } from './letters/letter.routes.ts'
import { hazardSheetRoutes } from './letters/hazard-sheet/hazard-sheet.routes.ts'
import { locatingRoutes } from './locating/locating.routes.ts'
import { countPlacesToCheck } from './locating/work-list.queries.ts'
import { patrolRoutes } from './patrol/patrol.routes.ts'
import { coordinateRoutes } from './roads/coordinates/coordinate.routes.ts'
import { locateRoutes, stakeRoutes } from './roads/network/locate.routes.ts'
import { reportRoutes } from './reports/report.routes.ts'
import { roadRoutes } from './roads/road.routes.ts'
import { roadEditingRoutes } from './road-editing/road-editing.routes.ts'
import { searchRoutes } from './search/search.routes.ts'
import { statisticsRoutes } from './statistics/statistics.routes.ts'
import { supervisionListRoutes } from './supervision/supervision-list.routes.ts'
import { hazardsThenRoutes, hazardSurroundingsRoutes } from './surroundings/surroundings.routes.ts'
import { toDoRoutes } from './to-do/to-do.routes.ts'
import {
  exportSettings,
  findWatermark,
  importServices,
  photoServices,
  type AppDependencies,
} from './services.ts'
import packageFile from '../package.json' with { type: 'json' }

const documentation = {
  info: { title: '鄂托克旗道路交通安全隐患与事故地图', version: packageFile.version },
  servers: [{ url: '/' }],
}

/** A busy database is not a sick service: for a while the facts of the last answer hold. */
const healthPatience = { waitMs: 50, validMs: 120_000 }

function healthRoutes({ database }: AppDependencies) {
  const facts = lastKnown(
    () =>
      Promise.all([
        database.postgisVersion(),
        currentMigration(database.db),
        findInstallationFact(database.db, 'demoYear'),
      ]),
    healthPatience,
  )
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
      const [postgis, migration, demoYear] = await facts()
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
  const photos = photoServices(dependencies)
  const app = newRouter()
  app.onError(onError(logger, isBusyDatabase))
  app.notFound(onNotFound)
  const trustsProxy = dependencies.trustsProxy ?? false
  const access = newAccess(dependencies.passwordMaxAgeDays)
  app.use('*', provide({ db, readDb, engine, now, trustsProxy, access }, logger), protectPage)
  app.use('/api/*', keepPrivate, refuseForeignOrigin, limitBody, requireJsonBody, requireSession)
  const api = app
    .route('/api/health', healthRoutes(dependencies))
    .route('/api/session', sessionRoutes)
    .route('/api/audit', auditRoutes({ anchorFile: dependencies.auditAnchorFile }))
    .route('/api/session', ownAccountRoutes)
    .route('/api/tokens', tokenRoutes)
    .route('/api/users', accountRoutes)
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
    .route('/api/accidents', accidentRoutes({ findWatermark }))
    .route('/api/hazards', lifeRoutes)
    .route('/api/hazards', hazardRoutes({ decideFacilities }))
    .route('/api/hazards', recordRoutes)
    .route('/api/holidays', holidayRoutes)
    .route('/api/office', officeRoutes)
    .route('/api/hazards', letterRoutes(photos.store))
    .route('/api/letters', reportLetterRoutes)
    .route('/api/facilities', roundFormRoutes)
    .route('/api/hazards', hazardPhotoRoutes(photos))
    .route('/api/hazards', hazardSheetRoutes(photos.store))
    .route('/api/facilities', facilityPhotoRoutes(photos))
    .route('/api/photos', photoFileRoutes({ ...photos, uses: [findHazardPhotoUse, findFacilityPhotoUse] }))
    .route('/api/facility-gaps', gapRoutes)
    .route('/api/facilities/gaps', gapRoutes)
    .route('/api/facilities', facilityInspectionRoutes)
    .route('/api/facilities', facilityRoutes)
    .route('/api/imports', importRoutes(importServices(dependencies)))
    .route('/api/exports', exportRoutes(exportSettings(dependencies, photos)))
    .route('/api/screenings', screeningRoutes)
    .route('/api/hotspots/density', densityRoutes)
    .route('/api/evaluations', evaluationRoutes)
    .route('/api/traffic-volumes', trafficVolumeRoutes)
    .route('/api/statistics', statisticsRoutes)
    .route('/api/reports', reportRoutes)
    .route('/api/supervision-lists', supervisionListRoutes(photos))
    .route('/api/inspection', inspectionRoutes({ anchorFile: dependencies.auditAnchorFile }))
    .route('/api/accidents', hazardsThenRoutes)
    .route('/api/hazards', hazardSurroundingsRoutes)
    .route('/api/patrol', patrolRoutes)
    .route('/api/to-do', toDoRoutes(countPlacesToCheck))
  api.get('/api/openapi.json', openAPIRouteHandler(api, { documentation }))
  api.get('/api/docs', async (c) => {
    const description = (await (await api.request('/api/openapi.json')).json()) as ApiDescription
    return c.html(docsPage(description))
  })
  api.get('/api/docs/life-cycle', (c) => c.html(lifeCyclePage()))
  api.get('/api/docs/rights', (c) => c.html(rightsPage()))
  api.get('/api/docs/screening-rules', async (c) => c.html(rulesPage(await findOwnRule(c.var.readDb))))
  if (webFolder) app.route('/', webRoutes(webFolder))
  return api
}

export type AppType = ReturnType<typeof createApp>
