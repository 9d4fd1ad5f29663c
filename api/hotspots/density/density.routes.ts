import { recordExport } from '../../audit/record-export.commands.ts'
import { requirePermission } from '../../auth/require-permission.ts'
import { actingOf } from '../../http/acting.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { isShownOnPage } from '../../http/shown-on-page.ts'
import { validate } from '../../http/validate.ts'
import { drawDensity, estimateDensity } from './density.commands.ts'
import { DensityAnswer, DensityQuery } from './density.schema.ts'

const describe = describing('hotspots')

export const densityRoutes = newRouter().get(
  '/',
  describe('沿公路的事故密度（热力线） · Density of accidents along the roads', 200, DensityAnswer),
  requirePermission('business:read'),
  validate('query', DensityQuery),
  async (c) => {
    const { format, ...scope } = c.req.valid('query')
    if (format === 'json') return c.json(await estimateDensity(c.var.readDb, scope, c.var.now()), 200)
    const drawn = await drawDensity(c.var.readDb, scope, c.var.now())
    if (!isShownOnPage(c)) {
      const taken = { objectType: 'density', format, filter: scope, rows: drawn.features.length }
      await recordExport(c.var.db, actingOf(c), taken)
    }
    return c.json(drawn, 200, { 'content-type': 'application/geo+json; charset=utf-8' })
  },
)
