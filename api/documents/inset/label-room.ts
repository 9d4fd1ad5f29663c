import { startOf, type Lettering, type Word } from './lettering.ts'
import type { Box, Place } from './inset-frame.ts'

/** What is on the drawing already, so that nothing is written over it. */
export interface Room {
  readonly take: (box: Box) => void
  /** Takes the first of the boxes that is free and gives its index. */
  readonly takeFirst: (boxes: readonly Box[]) => number | undefined
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const holds = (outer: Box, inner: Box) =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom

export function newRoom(frame: Box): Room {
  const taken: Box[] = []
  const isFree = (box: Box) => holds(frame, box) && !taken.some((other) => meet(box, other))
  return {
    take: (box) => void taken.push(box),
    takeFirst: (boxes) => {
      const found = boxes.findIndex(isFree)
      if (found < 0) return undefined
      taken.push(boxes[found]!)
      return found
    },
  }
}

export const around = ([x, y]: Place, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
})

export function wordBox(word: Word, lettering: Lettering): Box {
  const left = startOf(word, lettering)
  const half = word.size * 0.6
  return {
    left: left - 2,
    top: word.y - half,
    right: left + lettering.width(word.text, word.size) + 2,
    bottom: word.y + half,
  }
}

/** Beside a place, nearest first: to the right, left, above, below, then a little farther out. */
export function wordsBeside([x, y]: Place, distance: number, word: Omit<Word, 'x' | 'y' | 'anchor'>): Word[] {
  return [1, 1.7, 2.6].flatMap((times) => {
    const d = distance * times
    const s = d * 0.8
    return [
      { ...word, x: x + d, y, anchor: 'start' as const },
      { ...word, x: x - d, y, anchor: 'end' as const },
      { ...word, x, y: y - d - word.size * 0.4, anchor: 'middle' as const },
      { ...word, x, y: y + d + word.size * 0.4, anchor: 'middle' as const },
      { ...word, x: x + s, y: y - s, anchor: 'start' as const },
      { ...word, x: x - s, y: y - s, anchor: 'end' as const },
      { ...word, x: x + s, y: y + s, anchor: 'start' as const },
      { ...word, x: x - s, y: y + s, anchor: 'end' as const },
    ]
  })
}

/** The first of the places offered that is free; undefined where there is none. */
export function placeWord(room: Room, words: readonly Word[], lettering: Lettering): Word | undefined {
  const found = room.takeFirst(words.map((word) => wordBox(word, lettering)))
  return found === undefined ? undefined : words[found]
}
