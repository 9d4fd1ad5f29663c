import { baselineOf, startOf, type Lettering, type Word } from './lettering.ts'

/** One look of one character: the same wherever it stands on whole pixels. */
export interface Letter {
  readonly key: string
  readonly character: string
  /** In pixels. */
  readonly size: number
  /** Quarters of a pixel that the pen stands to the right of a whole one: letters keep their distances. */
  readonly quarters: number
  readonly isHalo: boolean
}

export interface LetterPlace {
  readonly letter: Letter
  readonly colour: string
  /** Of the pen on its baseline, in whole pixels. */
  readonly x: number
  readonly y: number
}

const quartersIn = 4

function placesOf(word: Word, lettering: Lettering, pixelsPerUnit: number): LetterPlace[] {
  const { text, fill = '#1d1b16', halo } = word
  const size = word.size * pixelsPerUnit
  const look = `${size} `
  const y = Math.round(baselineOf(word) * pixelsPerUnit)
  let pen = startOf(word, lettering) * pixelsPerUnit
  const letters = [...text].map((character) => {
    const at = Math.round(pen * quartersIn)
    pen += lettering.width(character, size)
    const x = Math.floor(at / quartersIn)
    return { character, x, quarters: at - x * quartersIn }
  })
  const laid = (isHalo: boolean, colour: string) =>
    letters.map(({ character, x, quarters }): LetterPlace => {
      const key = `${isHalo ? 'halo ' : ''}${look}${quarters}${character}`
      return { letter: { key, character, size, quarters, isHalo }, colour, x, y }
    })
  // Behind all letters at once: the halo of one must not cut into the one before.
  return [...(halo === undefined ? [] : laid(true, halo)), ...laid(false, fill)]
}

/** Where each letter of the words stands, in the order in which they are laid on. */
export const letterPlaces = (
  words: readonly Word[],
  lettering: Lettering,
  pixelsPerUnit: number,
): LetterPlace[] => words.flatMap((word) => placesOf(word, lettering, pixelsPerUnit))
