import { requireExportScope } from '../../auth/own-squad.commands.ts'
import type { Exporting, ExportOrder, ExportPlan } from '../../exports/export-kind.ts'
import { Unprocessable } from '../../http/problem.ts'
import type { Text } from '../../http/text.ts'
import { fieldErrors } from '../../http/validate.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { findFilterWords } from '../hazard-filter.queries.ts'
import { HazardFilter } from '../hazard-query.schema.ts'
import { countHazards, listHazards } from '../hazard.queries.ts'
import { ledgerMessages } from './ledger-messages.ts'

const pageLength = 500

/** The filter as the list takes it, narrowed to what this person may take out. */
export function exportedFilter({ actor }: Exporting, { request }: ExportOrder): HazardFilter {
  const read = HazardFilter.safeParse(request)
  if (!read.success)
    throw new Unprocessable(
      ledgerMessages.badRequest(),
      fieldErrors(read.error.issues).map(({ path, message }) => ({ path: `request.${path}`, message })),
    )
  const squad = requireExportScope(actor, 'hazards', read.data.squad)
  return { ...read.data, ...(squad ? { squad: [...squad] } : {}) }
}

/** How many there are, under a title that says which; refused where there is none. */
export async function planHazards(
  exporting: Exporting,
  order: ExportOrder,
  titleOf: (words: Text) => Text,
): Promise<ExportPlan> {
  const { db, now } = exporting
  const filter = exportedFilter(exporting, order)
  const { total } = await countHazards(db, filter, bannerDay(now))
  if (total === 0) throw new Unprocessable(ledgerMessages.empty())
  return { total, title: titleOf(await findFilterWords(db, filter)) }
}

/** Row after row, read page by page: never all of them at once. */
export async function* exportedHazards({ db, now }: Exporting, filter: HazardFilter, signal: AbortSignal) {
  let cursor: string | undefined
  do {
    signal.throwIfAborted()
    const page = await listHazards(db, filter, { limit: pageLength, cursor }, bannerDay(now))
    yield* page
    cursor = page.length === pageLength ? page.at(-1)!.number : undefined
  } while (cursor !== undefined)
}
