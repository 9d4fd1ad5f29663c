/** The little of each row that is kept to compare it with the others: a large file has 300,000. */
export interface RowKey {
  readonly position: number
  readonly row: number
  readonly key: string | null
  /** Of what the row says; equal text, equal row. */
  readonly content: string
  readonly updatedAt: string | undefined
}

export type WithinFile =
  | { readonly kind: 'same'; readonly as: RowKey }
  | { readonly kind: 'differs'; readonly from: RowKey; readonly isNewer: boolean }

/**
 * Rows whose number stands in the file more than once. Of equal ones the first is kept; of different ones each is told
 * of the other, since nobody knows yet which is right.
 */
export function compareWithinFile(rows: readonly RowKey[]): Map<number, WithinFile[]> {
  const first = new Map<string, RowKey>()
  const found = new Map<number, WithinFile[]>()
  const add = (to: RowKey, relation: WithinFile) =>
    found.set(to.position, [...(found.get(to.position) ?? []), relation])
  const isNewer = (a: RowKey, b: RowKey) => (a.updatedAt ?? '') > (b.updatedAt ?? '')
  for (const row of rows) {
    if (row.key === null) continue
    const earlier = first.get(row.key)
    if (!earlier) first.set(row.key, row)
    else if (earlier.content === row.content) add(row, { kind: 'same', as: earlier })
    else {
      add(row, { kind: 'differs', from: earlier, isNewer: isNewer(row, earlier) })
      add(earlier, { kind: 'differs', from: row, isNewer: isNewer(earlier, row) })
    }
  }
  return found
}
