import { readTitle } from './read-title.ts'

/** FNV-1a, twice with different seeds: 64 bits are plenty to tell the sheets of a brigade apart. */
function hashOf(text: string, seed: number): string {
  let hash = seed
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** The same titles in the same order are the same sheet, whatever their blanks and brackets. */
export function shapeOf(titles: readonly string[]): string {
  const keys = titles.map((title) => `${readTitle(title).key}×${readTitle(title).factor ?? ''}`)
  while (keys.at(-1) === '×') keys.pop()
  const text = keys.join('|')
  return hashOf(text, 0x811c9dc5) + hashOf(text, 0x9747b28c)
}
