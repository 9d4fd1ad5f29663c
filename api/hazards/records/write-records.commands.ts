import type { Acting } from '../../http/acting.ts'
import { newId } from '../../db/id.ts'
import type { Trx } from '../../db/tables.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { isLateRequest } from '../clocks/extension-rules.ts'
import { loadCalendar } from '../clocks/holiday.queries.ts'
import type { HazardActionId } from '../hazard-actions.ts'
import { supervisionLevels, type SupervisionLevel } from '../hazard-codes.ts'
import type { DocumentKind } from '../hazard-records.table.ts'
import type { HazardRow } from '../hazard-row.ts'
import { updateHazard } from '../hazard.queries.ts'
import type { TransitionFields } from '../life/transition.schema.ts'
import { calibreNames } from '../../accidents/calibre.ts'
import * as records from './record.queries.ts'
import { grantExtension, refuseExtension } from './decide-extension.commands.ts'

export interface Act {
  readonly hazard: HazardRow
  readonly fields: TransitionFields
  readonly acting: Acting
}
/** Gives what the history keeps besides what was sent. */
type Writer = (trx: Trx, act: Act) => Promise<Record<string, unknown> | void>

const by = ({ actor, at }: Acting) => ({ at, actor_id: actor.id, actor_name: actor.displayName })

const document =
  (kind: DocumentKind): Writer =>
  async (trx, { hazard, fields, acting }) =>
    records.insertDocument(trx, {
      id: newId(),
      hazard_id: hazard.id,
      kind,
      number: fields.documentNumber ?? null,
      addressee: fields.addressee ?? fields.receivingBody ?? hazard.responsibleUnitName,
      delivery_method: fields.deliveryMethod ?? null,
      delivered_on: fields.deliveredOn ?? null,
      receipt_on: null,
      receipt_by: null,
      note: fields.note ?? fields.urgingStep ?? null,
      ...by(acting),
    })

/** 事故统计快照: what was known of the place on the day it was taken on, with its calibre and cut-off. */
const takeSnapshot: Writer = async (trx, { hazard, acting }) => {
  const until = bannerDay(acting.at)
  const yearsBack = (years: number) =>
    `${Number(until.slice(0, 4)) - years}${until.slice(4)}`.replace('-02-29', '-02-28')
  const [oneYear, threeYears] = [
    await records.countAccidentsNear(trx, hazard.id, { since: yearsBack(1), until }),
    await records.countAccidentsNear(trx, hazard.id, { since: yearsBack(3), until }),
  ]
  const calibre = { calibre: 'general', calibreName: calibreNames.general.zh, cutoff: until }
  return { accidentSnapshot: { ...calibre, radius: records.snapshotRadius, oneYear, threeYears } }
}

const receive: Writer = async (trx, { hazard, fields, acting }) => {
  const receipt_on = fields.receiptOn ?? (fields.receiptToFollow ? null : bannerDay(acting.at))
  await records.recordReceipt(trx, hazard.id, { receipt_on, receipt_by: fields.responsiblePerson ?? null })
}

/** The receipt that was to follow has come. */
const receiveLate: Writer = async (trx, { hazard, fields }) =>
  records.recordReceipt(trx, hazard.id, {
    receipt_on: fields.receiptOn!,
    receipt_by: hazard.responsiblePerson,
  })

const listingUnit = (level: number) => `${supervisionLevels[level as SupervisionLevel].zh}督办单位`

const propose: Writer = async (trx, { hazard, fields, acting }) =>
  records.insertListing(trx, {
    id: newId(),
    hazard_id: hazard.id,
    level: fields.listingLevel!,
    listing_unit: fields.listingUnit ?? listingUnit(fields.listingLevel!),
    state: 'requested',
    proposal: fields.proposal ?? null,
    requested_on: bannerDay(acting.at),
    created_at: acting.at,
    created_by: acting.actor.id,
  })

/** The supervising unit's date binds where it is earlier than ours; ours stays as the original one. */
const list: Writer = async (trx, { hazard, fields, acting }) => {
  const level = fields.listingLevel ?? hazard.facts.listingLevel
  const requiredBy = fields.requiredBy!
  await records.updateCurrentListing(trx, hazard.id, {
    state: 'listed',
    level,
    document_number: fields.documentNumber!,
    listed_on: fields.listedOn!,
    listing_unit: fields.listingUnit!,
    required_by: requiredBy,
    updated_at: acting.at,
    updated_by: acting.actor.id,
  })
  const isEarlier = hazard.dueDate === null || requiredBy < hazard.dueDate
  return {
    columns: {
      supervision_level: level,
      ...(isEarlier ? { due_date: requiredBy } : {}),
      ...(isEarlier && hazard.originalDueDate === null ? { original_due_date: requiredBy } : {}),
    },
  }
}

const refuseListing: Writer = async (trx, { hazard, fields, acting }) =>
  records.updateCurrentListing(trx, hazard.id, {
    state: 'refused',
    refused_reason: fields.reason ?? null,
    updated_at: acting.at,
    updated_by: acting.actor.id,
  })

const delist: Writer = async (trx, { hazard, fields, acting }) => {
  await records.updateCurrentListing(trx, hazard.id, {
    state: 'delisted',
    delisted_on: fields.delistedOn!,
    delisting_document: fields.documentNumber!,
    updated_at: acting.at,
    updated_by: acting.actor.id,
  })
  return { columns: { supervision_level: 0 } }
}

const askExtension: Writer = async (trx, { hazard, fields, acting }) => {
  await records.insertExtension(trx, {
    id: newId(),
    hazard_id: hazard.id,
    state: 'pending',
    from_due: hazard.dueDate!,
    to_due: fields.newDueDate!,
    is_winter_pause: fields.isWinterPause ?? false,
    reason: fields.reason!,
    requested_at: acting.at,
    requested_by: acting.actor.id,
    requested_by_name: acting.actor.displayName,
  })
  return { isLate: isLateRequest(hazard.dueDate!, bannerDay(acting.at), await loadCalendar(trx)) }
}

const acceptance =
  (conclusion: 'passed' | undefined): Writer =>
  async (trx, { hazard, fields, acting }) =>
    records.insertAcceptance(trx, {
      id: newId(),
      hazard_id: hazard.id,
      accepted_on: bannerDay(acting.at),
      attendees: JSON.stringify(fields.attendees ?? []),
      checks: JSON.stringify(fields.checks ?? []),
      conclusion: conclusion ?? fields.outcome ?? 'failed',
      opinion: fields.conclusion ?? fields.reason ?? null,
      ...by(acting),
    })

const revisit: Writer = async (trx, { hazard, fields, acting }) =>
  records.insertRevisit(trx, {
    id: newId(),
    hazard_id: hazard.id,
    revisited_on: bannerDay(acting.at),
    result: fields.result!,
    note: fields.note ?? null,
    ...by(acting),
  })

const writers: Readonly<Partial<Record<HazardActionId, Writer>>> = {
  approve: takeSnapshot,
  notify: document('notice'),
  handOver: document('handOver'),
  reportToGovernment: document('reportToGovernment'),
  urge: document('urging'),
  requestAcceptance: document('acceptanceRequest'),
  sign: receive,
  recordReceipt: receiveLate,
  proposeListing: propose,
  recordListing: list,
  refuseListing,
  delist,
  requestExtension: askExtension,
  grantExtension,
  refuseExtension,
  accept: acceptance('passed'),
  returnForRemedy: acceptance(undefined),
  revisit,
}

/** Writes the records of an act; gives what its line in the history keeps of them. */
export async function writeRecords(
  trx: Trx,
  action: HazardActionId,
  act: Act,
): Promise<Record<string, unknown>> {
  const { columns, ...kept } = (await writers[action]?.(trx, act)) ?? {}
  // Rides on the version of the act itself, which has been counted already.
  if (columns) await updateHazard(trx, act.hazard.id, columns, { keepsVersion: true })
  return kept
}
