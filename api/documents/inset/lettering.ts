/** The type that words in drawings are set in, so that a machine without a single Chinese font draws them as well. */
export interface Lettering {
  readonly width: (text: string, size: number) => number
  /** Path data with the baseline at 0 0, `unitsPerEm` to its size; empty for what the font does not have. */
  readonly outline: (character: string) => string
}

export const unitsPerEm = 1000

export type Anchor = 'start' | 'middle' | 'end'

export interface Word {
  readonly text: string
  readonly x: number
  /** Of the middle of the letters. */
  readonly y: number
  readonly size: number
  readonly anchor?: Anchor
  readonly fill?: string
  /** Colour behind the letters; none where they stand on plain ground. */
  readonly halo?: string
}

/** Words are not part of the SVG: its renderer takes longer for their outlines than for all the rest. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  /** What is written over it, in the order of writing. */
  readonly lettered: readonly Word[]
}

/** Takes down a word that a drawing has. */
export type Write = (word: Word) => void

/** Capitals and ideographs stand about so far above the baseline. */
const middleOfLetters = 0.36

export const round = (value: number) => Math.round(value * 10) / 10 || 0

export const baselineOf = ({ y, size }: Word): number => y + size * middleOfLetters

export function startOf({ text, x, size, anchor = 'start' }: Word, lettering: Lettering): number {
  if (anchor === 'start') return x
  const width = lettering.width(text, size)
  return anchor === 'end' ? x - width : x - width / 2
}
