import {
  hazardLevels,
  supervisionLevels,
  type SupervisionLevel,
} from '../../../../api/hazards/hazard-codes.ts'
import {
  acceptanceItems,
  deliveryMethods,
  revisitResults,
  urgingSteps,
  type UrgingStep,
} from '../../../../api/hazards/life/life-codes.ts'
import type { HazardRecords } from '../../api/record-calls.ts'
import { formatDate, formatMoment } from '../../text/format.ts'
import type { Language, Words } from '../../text/words.ts'

export interface RecordEntry {
  readonly id: string
  readonly title: string
  readonly mark?: { readonly text: string; readonly tone: 'plain' | 'good' | 'warn' | 'danger' }
  readonly rows: readonly { readonly label: string; readonly value: string | null }[]
}
type Section = 'reviewDrafts' | 'documents' | 'listings' | 'extensions' | 'acceptances' | 'revisits'
type Row<Name extends Section> = HazardRecords[Name][number]

interface Telling {
  readonly words: Pick<Words, 'records' | 'punctuation' | 'transitions'>
  readonly language: Language
}

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ') || null

/** Tells the rows of one hazard in an officer's words; no code of ours reaches the page. */
export function tellerOf({ words: { records: words, punctuation, transitions }, language }: Telling) {
  const date = (day: string | null) => day && formatDate(day, language)
  const byAt = (name: string | null, at: string | null) =>
    name && at ? words.byAt(name, formatMoment(at, language)) : name
  const asked = transitions.fields
  const itemName = (item: string) => acceptanceItems.find(({ zh }) => zh === item)?.[language] ?? item
  const delivery = (method: string | null) =>
    deliveryMethods.find(({ zh }) => zh === method)?.[language] ?? method

  const reviewDraft = ({ fields, ...row }: Row<'reviewDrafts'>): RecordEntry => ({
    id: row.id,
    title: byAt(row.actorName, row.at)!,
    rows: [
      { label: asked.level, value: fields.level ? hazardLevels[fields.level][language] : null },
      { label: asked.analysis, value: fields.analysis ?? null },
      { label: asked.advice, value: fields.advice ?? null },
      { label: asked.emergencyAdvice, value: fields.emergencyAdvice ?? null },
      { label: asked.temporaryControlPlan, value: fields.temporaryControlPlan ?? null },
      { label: asked.responsibleUnit, value: row.responsibleUnitName },
      { label: asked.dueDate, value: date(fields.dueDate ?? null) },
      { label: words.note, value: row.note },
    ],
  })

  function document({ kind, number, note, ...row }: Row<'documents'>): RecordEntry {
    const step = note !== null && note in urgingSteps ? urgingSteps[note as UrgingStep][language] : null
    const awaited = row.receiptOn === null && kind === 'notice'
    return {
      id: row.id,
      title: joined(words.documentKinds[kind], number)!,
      ...(awaited ? { mark: { text: words.receiptAwaited, tone: 'warn' as const } } : {}),
      rows: [
        { label: words.addressee, value: row.addressee },
        { label: words.delivery, value: joined(date(row.deliveredOn), delivery(row.deliveryMethod)) },
        { label: words.receipt, value: joined(date(row.receiptOn), row.receiptBy) },
        { label: words.step, value: step },
        { label: words.note, value: step ? null : note },
        { label: words.recordedBy, value: byAt(row.actorName, row.at) },
      ],
    }
  }

  function listing({ state, level, ...row }: Row<'listings'>): RecordEntry {
    const tone = state === 'listed' ? 'danger' : state === 'requested' ? 'warn' : 'plain'
    return {
      id: row.id,
      title: words.listingOf(supervisionLevels[level as SupervisionLevel]?.[language] ?? ''),
      mark: { text: words.listingStates[state], tone },
      rows: [
        { label: words.number, value: row.documentNumber },
        { label: words.listedOn, value: date(row.listedOn) },
        { label: words.listingUnit, value: row.listingUnit },
        { label: words.requiredBy, value: date(row.requiredBy) },
        { label: words.proposedOn, value: date(row.requestedOn) },
        { label: words.proposal, value: row.proposal },
        { label: words.refusedReason, value: row.refusedReason },
        { label: words.delistedOn, value: date(row.delistedOn) },
        { label: words.delistingDocument, value: row.delistingDocument },
      ],
    }
  }

  function extension({ state, ...row }: Row<'extensions'>): RecordEntry {
    const tone = state === 'pending' ? 'warn' : state === 'granted' ? 'good' : 'plain'
    return {
      id: row.id,
      title: words.dates(date(row.fromDue)!, date(row.toDue)!),
      mark: { text: words.decisions[state], tone },
      rows: [
        {
          label: words.reason,
          value: joined(row.reason, row.isWinterPause ? punctuation.aside(words.winter) : null),
        },
        { label: words.askedBy, value: byAt(row.requestedByName, row.requestedAt) },
        { label: words.decidedBy[state], value: byAt(row.decidedByName, row.decidedAt) },
        { label: words.opinion, value: row.opinion },
        { label: words.number, value: row.documentNumber },
      ],
    }
  }

  function acceptance({ conclusion, checks, ...row }: Row<'acceptances'>): RecordEntry {
    const unmet = checks.filter(({ isMet }) => !isMet).map(({ item }) => itemName(item))
    const told =
      unmet.length > 0 ? words.unmet(unmet.join(punctuation.semicolon)) : words.allMet(checks.length)
    return {
      id: row.id,
      title: date(row.acceptedOn)!,
      mark: { text: words.conclusions[conclusion], tone: conclusion === 'passed' ? 'good' : 'danger' },
      rows: [
        {
          label: words.attendees,
          value: row.attendees
            .map(({ unit, name }) => words.attendee(unit, name))
            .join(punctuation.semicolon),
        },
        { label: words.checks, value: checks.length > 0 ? told : null },
        { label: words.comment, value: row.opinion },
        { label: words.recordedBy, value: byAt(row.actorName, row.at) },
      ],
    }
  }

  const revisit = ({ result, ...row }: Row<'revisits'>): RecordEntry => ({
    id: row.id,
    title: date(row.revisitedOn)!,
    mark: { text: revisitResults[result][language], tone: result === 'holds' ? 'good' : 'danger' },
    rows: [
      { label: words.found, value: row.note },
      { label: words.recordedBy, value: byAt(row.actorName, row.at) },
    ],
  })

  return (records: HazardRecords): { section: Section; entries: RecordEntry[] }[] =>
    [
      { section: 'reviewDrafts' as const, entries: records.reviewDrafts.map(reviewDraft) },
      { section: 'documents' as const, entries: records.documents.map(document) },
      { section: 'listings' as const, entries: records.listings.map(listing) },
      { section: 'extensions' as const, entries: records.extensions.map(extension) },
      { section: 'acceptances' as const, entries: records.acceptances.map(acceptance) },
      { section: 'revisits' as const, entries: records.revisits.map(revisit) },
    ].filter(({ entries }) => entries.length > 0)
}
