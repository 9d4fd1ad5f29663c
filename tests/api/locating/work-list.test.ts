import { describe, expect, test } from 'vitest'
import {
  countRecords,
  pageAfter,
  readCursor,
  workList,
  writeCursor,
  type ReviewedRecord,
} from '../../../api/locating/work-list.ts'

const id = (n: number) => `0190f000-0000-7000-8000-${String(n).padStart(12, '0')}`

const record = (n: number, differences: Partial<ReviewedRecord> = {}): ReviewedRecord => ({
  kind: 'accident',
  id: id(n),
  road: null,
  gravity: 1,
  time: 1000,
  isLocated: true,
  isConfirmed: false,
  reasons: ['far'],
  ...differences,
})

const ids = (records: readonly ReviewedRecord[]) => records.map((each) => Number(each.id.slice(-3)))

describe('the order of the work list', () => {
  test('puts the gravest first, then the newest, and settles ties by id', () => {
    const records = [
      record(1),
      record(2, { time: 2000 }),
      record(3, { gravity: 2, time: 9000 }),
      record(4, { gravity: 0, time: 1 }),
      record(5),
      record(6, { kind: 'hazard' }),
    ]
    expect(ids(workList(records, {}))).toEqual([4, 2, 5, 1, 6, 3])
  })

  test('goes on behind a record that was placed meanwhile', () => {
    const records = workList([record(1), record(2), record(3), record(4)], {})
    const { page, nextCursor } = pageAfter(records, undefined, 2)
    expect(ids(page)).toEqual([4, 3])
    const rest = records.filter((each) => each.id !== page[1]!.id)
    const next = pageAfter(rest, readCursor(nextCursor!), 2)
    expect(ids(next.page)).toEqual([2, 1])
    expect(next.nextCursor).toBeUndefined()
  })

  test('a cursor is read as it was written, and nothing else is one', () => {
    const position = record(7, { gravity: 0, time: -5 })
    expect(readCursor(writeCursor(position))).toEqual({
      gravity: 0,
      time: -5,
      kind: 'accident',
      id: position.id,
    })
    for (const text of ['', '1', '3~5~accident~' + id(1), `1~5~road~${id(1)}`, '1~x~hazard~' + id(1)])
      expect(readCursor(text), text).toBeUndefined()
  })
})

describe('what is listed', () => {
  const records = [
    record(1, { reasons: [] }),
    record(2, { reasons: ['unlocated'], isLocated: false }),
    record(3, { reasons: ['outside', 'far'] }),
    record(4, { isConfirmed: true }),
    record(5, { isConfirmed: true, reasons: ['unlocated'], isLocated: false }),
  ]

  test('is what has a reason and was not found right', () => {
    expect(ids(workList(records, {}))).toEqual([3, 2])
    expect(ids(workList(records, { reason: 'outside' }))).toEqual([3])
    expect(ids(workList(records, { kind: 'hazard' }))).toEqual([])
    expect(ids(workList(records, { confirmed: true }))).toEqual([5, 4])
  })

  test('counts every record in the total, and in the reasons only those to do', () => {
    expect(countRecords(records)).toEqual({
      total: 5,
      located: 3,
      unlocated: 1,
      ambiguous: 0,
      outside: 1,
      far: 1,
      toDo: 2,
      confirmed: 2,
    })
  })
})
