import { sql } from 'kysely'
import { accidentsSinceClosing } from '../life/reopening.queries.ts'

/** Shape: HazardFacts. One value per row, so that a list costs no further round trip. */
export const hazardFacts = sql`json_build_object(
  'actedAt', coalesce((
    select json_object_agg(last_act.action, last_act.at) from (
      select action, max(at) as at from hazard_transition where hazard_id = hazard.id group by action) last_act), '{}'),
  'photos', coalesce((
    select json_object_agg(taken.stage, taken.count) from (
      select stage, count(*)::int as count from hazard_photo
      where hazard_id = hazard.id and withdrawn_at is null group by stage) taken), '{}'),
  'listing', (select state from listing where hazard_id = hazard.id and state in ('requested', 'listed')),
  'listingLevel', coalesce((
    select level from listing where hazard_id = hazard.id and state in ('requested', 'listed')), 0),
  'isExtensionPending', exists(select 1 from extension where hazard_id = hazard.id and state = 'pending'),
  'extensionsGranted', (select count(*)::int from extension where hazard_id = hazard.id and state = 'granted'),
  'noticeOn', (
    select delivered_on from hazard_document where hazard_id = hazard.id and kind = 'notice' order by at desc, id desc limit 1),
  'receiptOn', (
    select receipt_on from hazard_document where hazard_id = hazard.id and kind = 'notice' order by at desc, id desc limit 1),
  'hasNotice', exists(select 1 from hazard_document where hazard_id = hazard.id and kind = 'notice'),
  'hasGovernmentReport', exists(
    select 1 from hazard_document where hazard_id = hazard.id and kind = 'reportToGovernment'),
  'lastRevisit', (select result from revisit where hazard_id = hazard.id order by at desc, id desc limit 1),
  'isReopeningProposed', hazard.status = 70 and exists(select 1 from ${accidentsSinceClosing}))`
