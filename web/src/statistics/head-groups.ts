interface Head {
  readonly header: string
  readonly group?: string | undefined
}

export interface HeadGroup {
  readonly text: string
  readonly span: number
  /** Without a group: the header reaches over both rows. */
  readonly isAlone: boolean
}

/** The upper row of a heading of two; undefined where one row is enough. */
export function headGroups(columns: readonly Head[]): HeadGroup[] | undefined {
  if (columns.every(({ group }) => group === undefined)) return undefined
  const groups: HeadGroup[] = []
  for (const { header, group } of columns) {
    const last = groups.at(-1)
    if (group !== undefined && last && !last.isAlone && last.text === group)
      groups[groups.length - 1] = { ...last, span: last.span + 1 }
    else groups.push({ text: group ?? header, span: 1, isAlone: group === undefined })
  }
  return groups
}
