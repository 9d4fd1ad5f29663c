import type { LocatingReason } from './locating-reasons.ts'

export const recordKinds = ['accident', 'hazard'] as const
export type RecordKind = (typeof recordKinds)[number]

/** A record as far as the order and the counts of the list need it. */
export interface ReviewedRecord {
  readonly kind: RecordKind
  readonly id: string
  /** Code; null for roads without one. */
  readonly road: string | null
  /** 0 fatal or major, 1 injury or larger, 2 the rest. */
  readonly gravity: number
  /** Seconds since 1970. */
  readonly time: number
  readonly isLocated: boolean
  /** Somebody looked and said that the place is right, or as good as it gets. */
  readonly isConfirmed: boolean
  readonly reasons: readonly LocatingReason[]
}

export interface WorkListFilter {
  readonly kind?: RecordKind | undefined
  readonly reason?: LocatingReason | undefined
  /** true: those that were looked at and left as they are, instead of those to do. */
  readonly confirmed?: boolean | undefined
}

/** On one road, or with `other` on those without a code. */
export function onRoad(records: readonly ReviewedRecord[], road: string | undefined) {
  if (road === undefined) return records
  const code = road === 'other' ? null : road
  return records.filter((record) => record.road === code)
}

type Position = Pick<ReviewedRecord, 'gravity' | 'time' | 'kind' | 'id'>

/** Gravest first, then newest; ties by id, so that pages never overlap. */
export function byGravity(a: Position, b: Position): number {
  if (a.gravity !== b.gravity) return a.gravity - b.gravity
  if (a.time !== b.time) return b.time - a.time
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0
}

export const isToDo = ({ reasons, isConfirmed }: ReviewedRecord): boolean =>
  reasons.length > 0 && !isConfirmed

export function workList(records: readonly ReviewedRecord[], filter: WorkListFilter): ReviewedRecord[] {
  const isWanted = filter.confirmed ? ({ isConfirmed }: ReviewedRecord) => isConfirmed : isToDo
  return records
    .filter(isWanted)
    .filter(({ kind }) => filter.kind === undefined || kind === filter.kind)
    .filter(({ reasons }) => filter.reason === undefined || reasons.includes(filter.reason))
    .sort(byGravity)
}

export const writeCursor = ({ gravity, time, kind, id }: Position): string =>
  [gravity, time, kind, id].join('~')

export function readCursor(text: string): Position | undefined {
  const match = /^([0-2])~(-?\d{1,12}(?:\.\d+)?)~(accident|hazard)~([0-9a-f-]{36})$/.exec(text)
  if (!match) return undefined
  return { gravity: Number(match[1]), time: Number(match[2]), kind: match[3] as RecordKind, id: match[4]! }
}

/** The list goes on where the last page ended, even when its last record was placed meanwhile. */
export function pageAfter(list: readonly ReviewedRecord[], after: Position | undefined, limit: number) {
  const rest = after ? list.filter((record) => byGravity(after, record) < 0) : list
  const page = rest.slice(0, limit)
  const last = page[page.length - 1]
  return { page, ...(rest.length > limit && last ? { nextCursor: writeCursor(last) } : {}) }
}

/** `total` and `located` count every record; the reasons count what is to be done. */
export function countRecords(records: readonly ReviewedRecord[]) {
  const toDo = records.filter(isToDo)
  const having = (reason: LocatingReason) => toDo.filter(({ reasons }) => reasons.includes(reason)).length
  return {
    total: records.length,
    located: records.filter(({ isLocated }) => isLocated).length,
    unlocated: having('unlocated'),
    ambiguous: having('ambiguous'),
    outside: having('outside'),
    far: having('far'),
    toDo: toDo.length,
    confirmed: records.filter(({ isConfirmed }) => isConfirmed).length,
  }
}
