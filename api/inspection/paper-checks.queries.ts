import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import { isOverdue } from '../hazards/overdue.queries.ts'
import { inspectionLimits as limits } from './inspection-limits.ts'
import { dayOf, inScope, listFound, ticket, type FoundRow, type Scope } from './inspection-scope.queries.ts'

const did = (action: string) => sql`exists (
  select from hazard_transition where hazard_transition.hazard_id = hazard.id and action = ${action})`
const hasReceipt = sql`(exists (
    select from hazard_document where hazard_document.hazard_id = hazard.id and kind = 'notice' and receipt_on is not null)
  or exists (
    select from hazard_photo where hazard_photo.hazard_id = hazard.id and stage = 'receipt' and withdrawn_at is null))`
const notifiedOn = sql`(
  select max(${dayOf('hazard_transition.at')}) from hazard_transition
  where hazard_transition.hazard_id = hazard.id and action = 'notify')`

/** 4 抄告有文号、有回执 */
export function listPaperFindings(db: Database, scope: Scope): Promise<FoundRow[]> {
  return listFound(
    db,
    sql`select ${ticket}, 'noDocumentNumber' as code, json_build_object() as detail from hazard
      where ${inScope(scope)} and (${did('notify')} or hazard.status in (30, 40, 50, 60, 70))
        and not exists (
          select from hazard_document where hazard_document.hazard_id = hazard.id and kind = 'notice' and number <> '')
        and not exists (
          select from hazard_transition where hazard_transition.hazard_id = hazard.id and action = 'notify'
            and fields->>'documentNumber' <> '')`,
    sql`select ${ticket}, 'noReceipt', json_build_object('since', ${notifiedOn})
      from hazard
      where ${inScope(scope)} and hazard.status = 30 and not ${hasReceipt} and ${notifiedOn} is not null`,
    sql`select ${ticket}, 'receiptNotKept', json_build_object() from hazard
      where ${inScope(scope)} and ${did('sign')} and not ${hasReceipt}`,
  )
}

/** Later than the first date, and no extension says so. */
const dueMoved = (scope: Scope) => sql`${inScope(scope)} and hazard.due_date > hazard.original_due_date
  and not exists (
    select from extension where extension.hazard_id = hazard.id and state = 'granted' and to_due >= hazard.due_date)`
const wasCorrected = sql`exists (
  select from correction, jsonb_array_elements(correction.changes) as change
  where correction.hazard_id = hazard.id and correction.state = 'approved'
    and change->>'field' = 'dueDate' and change->>'after' = hazard.due_date::text)`

/** 5 逾期有催办、延期有批准 */
export function listOverdueFindings(db: Database, scope: Scope): Promise<FoundRow[]> {
  const { today } = scope
  return listFound(
    db,
    sql`select ${ticket}, 'notUrged' as code, json_build_object('days', ${today}::date - hazard.due_date) as detail
      from hazard
      where ${inScope(scope)} and ${isOverdue(today)}
        and not exists (
          select from hazard_document where hazard_document.hazard_id = hazard.id and kind = 'urging'
            and ${dayOf('hazard_document.at')} >= hazard.due_date)
        and not exists (
          select from hazard_transition where hazard_transition.hazard_id = hazard.id and action = 'urge'
            and ${dayOf('hazard_transition.at')} >= hazard.due_date)`,
    sql`select ${ticket}, 'dueMoved', json_build_object('from', hazard.original_due_date, 'to', hazard.due_date)
      from hazard
      where ${dueMoved(scope)} and not ${wasCorrected}`,
    sql`select ${ticket}, 'dueCorrected', json_build_object('from', hazard.original_due_date, 'to', hazard.due_date)
      from hazard
      where ${dueMoved(scope)} and ${wasCorrected}`,
    sql`select ${ticket}, 'extensionWaits', json_build_object('since', ${dayOf('extension.requested_at')})
      from hazard join extension on extension.hazard_id = hazard.id
      where ${inScope(scope)} and extension.state = 'pending'`,
  )
}

/** 6 挂牌有摘牌 */
export function listListingFindings(db: Database, scope: Scope): Promise<FoundRow[]> {
  const { today } = scope
  const listed = sql`hazard join listing on listing.hazard_id = hazard.id
    where ${inScope(scope)} and listing.state = 'listed'`
  return listFound(
    db,
    sql`select ${ticket}, 'notDelisted' as code, json_build_object('document', listing.document_number) as detail
      from ${listed} and hazard.status = 70`,
    sql`select ${ticket}, 'listedTooLong',
        json_build_object('document', listing.document_number, 'days', ${today}::date - listing.required_by)
      from ${listed} and hazard.status <> 70 and listing.required_by < ${today}::date`,
    sql`select ${ticket}, 'listingUnanswered',
        json_build_object('days', ${today}::date - listing.requested_on)
      from hazard join listing on listing.hazard_id = hazard.id
      where ${inScope(scope)} and listing.state = 'requested'
        and ${today}::date - listing.requested_on > ${limits.listingAnswerDays}::int`,
    sql`select ${ticket}, 'levelWithoutListing', json_build_object() from hazard
      where ${inScope(scope)} and hazard.supervision_level >= 2 and hazard.status not in (16, 17)
        and not exists (select from listing where listing.hazard_id = hazard.id and state in ('listed', 'delisted'))`,
  )
}
