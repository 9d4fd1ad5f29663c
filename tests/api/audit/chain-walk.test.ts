import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ChainWalk, mostFindings, type Anchor, type ChainLink } from '../../../api/audit/chain-walk.ts'

interface Row {
  sequence: number
  text: string
  previousHash: string
  hash: string
}
const hashOf = ({ sequence, text, previousHash }: Omit<Row, 'hash'>) =>
  createHash('sha256').update(`${sequence}|${text}|${previousHash}`).digest('hex')

const sealed = (row: Omit<Row, 'hash'>): Row => ({ ...row, hash: hashOf(row) })

function chainOf(length: number): Row[] {
  const rows: Row[] = []
  for (let sequence = 1; sequence <= length; sequence++)
    rows.push(sealed({ sequence, text: `act ${sequence}`, previousHash: rows.at(-1)?.hash ?? '' }))
  return rows
}

const linkOf = (row: Row): ChainLink => ({
  sequence: row.sequence,
  hash: row.hash,
  previousHash: row.previousHash,
  hashAs: (sequence) => hashOf({ ...row, sequence }),
})

function findingsOf(rows: readonly Row[], anchors: readonly Anchor[] = []) {
  const walk = new ChainWalk(anchors)
  for (const row of [...rows].sort((a, b) => a.sequence - b.sequence)) walk.take(linkOf(row))
  return walk.finish().findings
}
const at = (rows: readonly Row[], sequence: number) => rows.find((row) => row.sequence === sequence)!
const anchorAt = (rows: readonly Row[], sequence: number): Anchor => ({
  day: '2026-11-20',
  sequence,
  entryHash: at(rows, sequence).hash,
})

describe('walking the chain', () => {
  test('an untouched chain holds, with its anchors', () => {
    const rows = chainOf(12)
    expect(findingsOf(rows, [anchorAt(rows, 5), anchorAt(rows, 12)])).toEqual([])
    expect(findingsOf([])).toEqual([])
  })

  test('a changed entry is named', () => {
    const rows = chainOf(8)
    at(rows, 4).text = 'another act'
    expect(findingsOf(rows)).toEqual([{ kind: 'changed', from: 4, to: 4 }])
  })

  test('a changed last entry is named, too', () => {
    const rows = chainOf(3)
    at(rows, 3).text = 'another act'
    expect(findingsOf(rows)).toEqual([{ kind: 'changed', from: 3, to: 3 }])
  })

  test('an entry written again with its hash no longer leads to the next', () => {
    const rows = chainOf(8)
    rows[3] = sealed({ ...at(rows, 4), text: 'another act' })
    expect(findingsOf(rows)).toEqual([{ kind: 'unlinked', from: 5, to: 5 }])
  })

  test('removed entries are a gap', () => {
    const rows = chainOf(9).filter(({ sequence }) => sequence !== 4 && sequence !== 5)
    expect(findingsOf(rows)).toEqual([{ kind: 'missing', from: 4, to: 5 }])
  })

  test('an entry removed at the beginning is a gap', () => {
    expect(findingsOf(chainOf(4).slice(1))).toEqual([{ kind: 'missing', from: 1, to: 1 }])
  })

  test('a gap closed by renumbering is found', () => {
    const rows = chainOf(8).filter(({ sequence }) => sequence !== 4)
    for (const row of rows) if (row.sequence > 4) row.sequence -= 1
    expect(findingsOf(rows)).toEqual([
      { kind: 'missing', from: 4, to: 4 },
      { kind: 'moved', from: 4, to: 7, was: 5 },
    ])
  })

  test('an entry slipped in moves those behind it', () => {
    const rows = chainOf(8)
    for (const row of rows) if (row.sequence >= 4) row.sequence += 1
    rows.push(sealed({ sequence: 4, text: 'forged', previousHash: at(rows, 3).hash }))
    expect(findingsOf(rows)).toEqual([
      { kind: 'inserted', from: 4, to: 4 },
      { kind: 'moved', from: 5, to: 9, was: 4 },
    ])
  })

  test('two entries that changed places are told as moved, not as forged', () => {
    const rows = chainOf(8)
    const [a, b] = [at(rows, 4), at(rows, 5)]
    a.sequence = 5
    b.sequence = 4
    expect(findingsOf(rows)).toEqual([
      { kind: 'moved', from: 4, to: 4, was: 5 },
      { kind: 'moved', from: 5, to: 5, was: 4 },
    ])
  })

  test('a cut tail is seen by the anchor that was written before the cut', () => {
    const rows = chainOf(8)
    const anchor = anchorAt(rows, 8)
    expect(findingsOf(rows.slice(0, 6), [anchor])).toEqual([
      { kind: 'cut', from: 7, to: 8, day: '2026-11-20' },
    ])
    expect(findingsOf([], [anchor])).toEqual([{ kind: 'cut', from: 1, to: 8, day: '2026-11-20' }])
  })

  test('a chain computed afresh holds in itself, but not against its anchor', () => {
    const rows = chainOf(8)
    const anchor = anchorAt(rows, 6)
    const forged: Row[] = []
    for (const { sequence, text } of rows)
      forged.push(
        sealed({
          sequence,
          text: sequence === 2 ? 'another act' : text,
          previousHash: forged.at(-1)?.hash ?? '',
        }),
      )
    expect(findingsOf(forged)).toEqual([])
    expect(findingsOf(forged, [anchor])).toEqual([{ kind: 'rewritten', from: 6, to: 6, day: '2026-11-20' }])
  })

  test('a thousand broken entries are not told one by one', () => {
    const rows = chainOf(1000)
    for (const row of rows) if (row.sequence % 2) row.text = 'another act'
    expect(findingsOf(rows).length).toBe(mostFindings)
  })
})
