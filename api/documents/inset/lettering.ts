/** Draws text as outlines, so that a machine without a single Chinese font draws it as well. */
export interface Lettering {
  readonly width: (text: string, size: number) => number
  /** Paths with their baseline at 0 0, growing to the right; nothing for what the font does not have. */
  readonly outlines: (text: string, size: number) => string
}

/** Outlines are drawn in these and brought to their size. */
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

/** Capitals and ideographs stand about so far above the baseline. */
const middleOfLetters = 0.36

export const round = (value: number) => Math.round(value * 10) / 10 || 0

export function startOf({ text, x, size, anchor = 'start' }: Word, lettering: Lettering): number {
  if (anchor === 'start') return x
  const width = lettering.width(text, size)
  return anchor === 'end' ? x - width : x - width / 2
}

export function drawWord(word: Word, lettering: Lettering): string {
  const { text, y, size, fill = '#1d1b16', halo } = word
  const outlines = lettering.outlines(text, size)
  const place = `translate(${round(startOf(word, lettering))} ${round(y + size * middleOfLetters)})`
  // Behind all letters at once: the halo of one must not cut into the one before.
  const behind = halo
    ? `<g fill="none" stroke="${halo}" stroke-width="${0.28 * unitsPerEm}" stroke-linejoin="round">${outlines}</g>`
    : ''
  return `<g transform="${place}">${behind}<g fill="${fill}">${outlines}</g></g>`
}
