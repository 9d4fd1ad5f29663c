import { z } from 'zod'
import { ownSquadOf } from '../auth/own-squad.ts'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import { requirePermission } from '../auth/require-permission.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import type { Actor } from '../http/actor.ts'
import { requireVersion, versionFromIfMatch } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { isShownOnPage } from '../http/shown-on-page.ts'
import { validate } from '../http/validate.ts'
import { changeHazard } from './change-hazard.commands.ts'
import { onlookerOf, viewOf } from './hazard-answer.routes.ts'
import { hazardMessages } from './hazard-messages.ts'
import { HazardQuery, type HazardFilter } from './hazard-query.schema.ts'
import { hazardFile } from './hazard-file.routes.ts'
import { hazardFeatures, hazardView } from './hazard-view.ts'
import { registerHazard } from './hazard.commands.ts'
import { listTransitions } from './hazard-history.queries.ts'
import { countHazards, findAnyHazard, listHazards } from './hazard.queries.ts'
import {
  Hazard,
  HazardHistory,
  HazardList,
  HazardPatch,
  NewHazard,
  TransitionRequest,
} from './hazard.schema.ts'
import { transitionHazard, type HazardServices } from './transition-hazard.commands.ts'

const Id = z.object({ id: z.uuid() })
/** A file holds all that the filter shows, not a page of it. */
const exportLimit = 20_000

const describe = describing('hazards')

const exported = (actor: Actor, filter: HazardFilter): HazardFilter => {
  const squad = requireExportScope(actor, 'hazards', filter.squad)
  return { ...filter, ...(squad ? { squad: [...squad] } : {}) }
}

export const hazardRoutes = (services: HazardServices) =>
  newRouter()
    .get(
      '/',
      describe(
        '隐患列表，编号大的在前；mine=first 本中队的在前 · Hazards, newest number first or own first',
        200,
        HazardList,
      ),
      requirePermission('business:read'),
      validate('query', HazardQuery),
      async (c) => {
        const { format, edition, limit, cursor, mine, ...asked } = c.req.valid('query')
        const onlooker = await onlookerOf(c)
        const leaves = format !== 'json' && !(format === 'geojson' && isShownOnPage(c))
        const filter = leaves ? exported(c.var.actor, asked) : asked
        const own = mine && { squad: ownSquadOf(c.var.actor) }
        const page = leaves ? { limit: exportLimit, mine: own } : { limit: limit + 1, cursor, mine: own }
        const rows = await listHazards(c.var.db, filter, page, onlooker.today)
        const items = rows.slice(0, leaves ? exportLimit : limit).map((row) => hazardView(row, onlooker))
        const counts = await countHazards(c.var.db, filter, onlooker.today)
        if (leaves) return hazardFile(c, { items, filter, format, edition, today: onlooker.today, counts })
        if (format === 'geojson')
          return c.json(hazardFeatures(items, counts), 200, {
            'content-type': 'application/geo+json; charset=utf-8',
          })
        const last = items[items.length - 1]
        const next = rows.length > limit && last ? { nextCursor: last.number } : {}
        return c.json({ items, ...counts, ...next }, 200)
      },
    )
    .put(
      '/:id',
      describe('登记隐患，编号由客户端生成，重发不重复 · Register under a client-made id', 201, Hazard),
      requirePermission('hazard:register'),
      validate('param', Id),
      validate('json', NewHazard),
      async (c) => {
        const { id } = c.req.valid('param')
        const { hazard, isNew } = await registerHazard(c.var.db, id, c.req.valid('json'), actingOf(c))
        return c.json(await viewOf(c, hazard), isNew ? 201 : 200)
      },
    )
    .get(
      '/:id',
      describe('一条隐患 · One hazard', 200, Hazard),
      requirePermission('business:read'),
      validate('param', Id),
      async (c) => {
        const hazard = await findAnyHazard(c.var.db, c.req.valid('param').id)
        if (!hazard) throw new NotFound(hazardMessages.unknownHazard())
        return c.json(await viewOf(c, hazard), 200)
      },
    )
    .patch(
      '/:id',
      describe('更正登记内容，须带 If-Match · Correct what was entered; needs If-Match', 200, Hazard),
      requirePermission('hazard:register'),
      validate('param', Id),
      validate('json', HazardPatch),
      async (c) => {
        const { id } = c.req.valid('param')
        const version = requireVersion(c.req.header('if-match'))
        return c.json(
          await viewOf(c, await changeHazard(c.var.db, id, c.req.valid('json'), version, actingOf(c))),
          200,
        )
      },
    )
    .post(
      '/:id/transitions',
      describe('办理一个环节 · Take the hazard one step along its life', 200, Hazard),
      requirePermission('business:read'),
      validate('param', Id),
      validate('json', TransitionRequest),
      async (c) => {
        const { id } = c.req.valid('param')
        const version = versionFromIfMatch(c.req.header('if-match'))
        const context = { acting: actingOf(c), services }
        const hazard = await transitionHazard(c.var.db, id, c.req.valid('json'), version, context)
        return c.json(await viewOf(c, hazard), 200)
      },
    )
    .get(
      '/:id/history',
      describe('一条隐患的经过 · What happened to a hazard', 200, HazardHistory),
      requirePermission('business:read'),
      validate('param', Id),
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await findAnyHazard(c.var.db, id))) throw new NotFound(hazardMessages.unknownHazard())
        const items = await listTransitions(c.var.db, id)
        return c.json({ items: items.map((item) => ({ ...item, at: item.at.toISOString() })) }, 200)
      },
    )
