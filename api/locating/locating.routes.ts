import { requirePermission } from '../auth/require-permission.ts'
import type { Database } from '../db/tables.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { BadRequest } from '../http/problem.ts'
import type { Language } from '../http/text.ts'
import { validate } from '../http/validate.ts'
import { confirmPlace, unconfirmPlace } from './confirm-place.commands.ts'
import { locatingMessages } from './locating-messages.ts'
import { locatingItem } from './locating-view.ts'
import {
  ConfirmInput,
  LocatingList,
  LocatingQuery,
  PlaceInput,
  RecordParam,
  ReviewedItem,
  UnconfirmInput,
} from './locating.schema.ts'
import { placeRecord, requireReviewed } from './place-record.commands.ts'
import { requireRecordPermission } from './record-permission.middleware.ts'
import { listPageDetails, loadGround, reviewRecords } from './work-list.queries.ts'
import { countRecords, isToDo, pageAfter, readCursor, workList, type RecordKind } from './work-list.ts'

const describe = describing('locating')

async function list(db: Database, query: LocatingQuery, language: Language): Promise<LocatingList> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor)
  if (query.cursor !== undefined && !after) throw new BadRequest(locatingMessages.unreadableCursor())
  const { accidents, hazards } = await reviewRecords(db, query.road)
  const { page, ...next } = pageAfter(workList([...accidents, ...hazards], query), after, query.limit)
  const ground = await loadGround(db)
  const items = await listPageDetails(db, page)
  return {
    calibre: 'all',
    items: items.map((item) => locatingItem(item, ground, language)),
    counts: { accidents: countRecords(accidents), hazards: countRecords(hazards) },
    ...next,
  }
}

async function item(db: Database, kind: RecordKind, id: string, language: Language): Promise<ReviewedItem> {
  const found = await requireReviewed(db, kind, id)
  return { ...locatingItem(found, await loadGround(db), language), done: !isToDo(found.record) }
}

export const locatingRoutes = newRouter()
  .get(
    '/',
    describe('待核对位置的事故与隐患，重的在前 · Places to check, gravest first', 200, LocatingList),
    requirePermission('business:read'),
    validate('query', LocatingQuery),
    async (c) => c.json(await list(c.var.db, c.req.valid('query'), c.var.language), 200),
  )
  .get(
    '/:kind/:id',
    describe('一条记录的位置与候选 · The place of one record with its candidates', 200, ReviewedItem),
    requirePermission('business:read'),
    validate('param', RecordParam),
    async (c) => {
      const { kind, id } = c.req.valid('param')
      const answer = await item(c.var.db, kind, id, c.var.language)
      c.header('etag', `"${answer.version}"`)
      return c.json(answer, 200)
    },
  )
  .post(
    '/:kind/:id/place',
    describe('定位，须带 If-Match · Place a record; needs If-Match', 200, ReviewedItem),
    requireRecordPermission,
    validate('param', RecordParam),
    validate('json', PlaceInput),
    async (c) => {
      const { kind, id } = c.req.valid('param')
      const target = { kind, id, version: requireVersion(c.req.header('if-match')) }
      const acting = actingOf(c)
      await placeRecord(c.var.db, target, c.req.valid('json'), acting)
      return c.json(await item(c.var.db, kind, id, c.var.language), 200)
    },
  )
  .post(
    '/:kind/:id/confirm',
    describe('确认现有位置，须带 If-Match · Confirm the place as it is; needs If-Match', 200, ReviewedItem),
    requireRecordPermission,
    validate('param', RecordParam),
    validate('json', ConfirmInput),
    async (c) => {
      const { kind, id } = c.req.valid('param')
      const target = { kind, id, version: requireVersion(c.req.header('if-match')) }
      const acting = actingOf(c)
      await confirmPlace(c.var.db, target, c.req.valid('json').reason, acting)
      return c.json(await item(c.var.db, kind, id, c.var.language), 200)
    },
  )
  .post(
    '/:kind/:id/unconfirm',
    describe('撤销确认，须带 If-Match · Take a confirmation back; needs If-Match', 200, ReviewedItem),
    requireRecordPermission,
    validate('param', RecordParam),
    validate('json', UnconfirmInput),
    async (c) => {
      const { kind, id } = c.req.valid('param')
      const target = { kind, id, version: requireVersion(c.req.header('if-match')) }
      const acting = actingOf(c)
      await unconfirmPlace(c.var.db, target, c.req.valid('json').reason, acting)
      return c.json(await item(c.var.db, kind, id, c.var.language), 200)
    },
  )
