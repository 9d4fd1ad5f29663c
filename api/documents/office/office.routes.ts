import type { Context } from 'hono'
import { requirePermission } from '../../auth/require-permission.ts'
import { actingOf } from '../../http/acting.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { describing } from '../../http/describe-answer.ts'
import { requireVersion } from '../../http/if-match.ts'
import { newRouter } from '../../http/new-router.ts'
import { validate } from '../../http/validate.ts'
import { nextNumber } from './document-number.ts'
import { changeOffice } from './office.commands.ts'
import { findOfficeRecord, listNumbers, type OfficeRecord } from './office.queries.ts'
import { OfficeAnswer, OfficeInput } from './office.schema.ts'

const describe = describing('office')

async function answerOf(c: Context<AppEnv>, { office, version, updatedAt, updatedByName }: OfficeRecord) {
  const year = new Date(c.var.now().getTime() + 8 * 3_600_000).getUTCFullYear()
  const proposed = async (prefix: string) => nextNumber(prefix, year, await listNumbers(c.var.db, prefix))
  c.header('etag', `"${version}"`)
  const answer: OfficeAnswer = {
    ...office,
    legalBases: [...office.legalBases],
    version,
    updatedAt: updatedAt?.toISOString() ?? null,
    updatedByName,
    proposedNumbers: {
      letter: await proposed(office.letterPrefix),
      report: await proposed(office.reportPrefix),
    },
  }
  return answer
}

export const officeRoutes = newRouter()
  .get(
    '/',
    describe('文书设置：落款、代字、依据等 · What letters bear: organ, prefixes, bases', 200, OfficeAnswer),
    requirePermission('business:read'),
    async (c) => c.json(await answerOf(c, await findOfficeRecord(c.var.db)), 200),
  )
  .put(
    '/',
    describe('更改文书设置，须带 If-Match · Change them; needs If-Match', 200, OfficeAnswer),
    requirePermission('office:write'),
    validate('json', OfficeInput),
    async (c) => {
      const seen = requireVersion(c.req.header('if-match'))
      const acting = actingOf(c)
      const changed = await changeOffice(c.var.db, c.req.valid('json'), seen, acting)
      return c.json(await answerOf(c, changed), 200)
    },
  )
