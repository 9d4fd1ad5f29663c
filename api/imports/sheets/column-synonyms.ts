import type { Text } from '../../http/text.ts'
import type { ImportKind } from '../import-types.ts'

/** How the titles of a sheet name one field. Titles are compared after `readTitle`: no blanks, units, `*` or brackets. */
export interface FieldSynonyms {
  readonly field: string
  readonly name: Text
  /** Whole titles, the usual one first: of two columns that fit, the one that stands earlier here is taken. */
  readonly titles: readonly string[]
  /** Words that say it inside a longer title; tried last. */
  readonly contained?: readonly string[]
  /** Words that rule a `contained` match out. */
  readonly unless?: readonly string[]
  /** Without such a column every record needs a second look, so the clerk is told once for the sheet. */
  readonly isNeeded?: boolean
  /** Fields that can stand in for it: the date alone, or road and stake for the words of a place. */
  readonly givenBy?: readonly string[]
}

export interface KindSynonyms {
  readonly kind: ImportKind
  readonly fields: readonly FieldSynonyms[]
  /** Titles that are known and left out on purpose, and what to say about them. */
  readonly leftOut?: readonly string[]
}

type Extra = Partial<Pick<FieldSynonyms, 'contained' | 'unless' | 'isNeeded' | 'givenBy'>>

/** A field whose own Chinese name is its usual title. */
export const fieldSynonyms = (
  name: string,
  zh: string,
  en: string,
  titles: readonly string[],
  extra: Extra = {},
): FieldSynonyms => ({ field: name, name: { zh, en }, titles: [zh, ...titles], ...extra })
