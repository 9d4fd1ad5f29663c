import type { Trx } from '../../db/tables.ts'
import { listingColumns, noticeColumns, presentPapers, type CorrectablePapers } from './correctable-papers.ts'

const lastNotice = (trx: Trx, hazardId: string) =>
  trx
    .selectFrom('hazard_document')
    .select(['id', 'number', 'delivered_on as deliveredOn', 'receipt_on as receiptOn'])
    .where('hazard_id', '=', hazardId)
    .where('kind', '=', 'notice')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

const lastListing = (trx: Trx, hazardId: string) =>
  trx
    .selectFrom('listing')
    .select([
      'id',
      'document_number as documentNumber',
      'listed_on as listedOn',
      'listing_unit as listingUnit',
      'required_by as requiredBy',
    ])
    .where('hazard_id', '=', hazardId)
    .where('state', 'in', ['listed', 'delisted'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function findPresentPapers(trx: Trx, hazardId: string) {
  return presentPapers(await lastNotice(trx, hazardId), await lastListing(trx, hazardId))
}

const columnsIn = (columns: Readonly<Record<string, string>>, values: CorrectablePapers) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([field, value]) => field in columns && value !== undefined)
      .map(([field, value]) => [columns[field]!, value]),
  )

export async function updatePapers(trx: Trx, hazardId: string, values: CorrectablePapers): Promise<void> {
  const [ofNotice, ofListing] = [columnsIn(noticeColumns, values), columnsIn(listingColumns, values)]
  if (Object.keys(ofNotice).length > 0) {
    const notice = await lastNotice(trx, hazardId)
    await trx.updateTable('hazard_document').set(ofNotice).where('id', '=', notice!.id).execute()
  }
  if (Object.keys(ofListing).length > 0) {
    const listing = await lastListing(trx, hazardId)
    await trx.updateTable('listing').set(ofListing).where('id', '=', listing!.id).execute()
  }
}
