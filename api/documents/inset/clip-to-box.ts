import type { Box, Place } from './inset-frame.ts'

/** The part of a segment inside a box (Liang and Barsky, 1984), as shares of its length. */
function within({ left, top, right, bottom }: Box, [x, y]: Place, [x1, y1]: Place) {
  const [dx, dy] = [x1 - x, y1 - y]
  let [from, to] = [0, 1]
  for (const [slope, room] of [
    [-dx, x - left],
    [dx, right - x],
    [-dy, y - top],
    [dy, bottom - y],
  ] as const) {
    if (slope === 0 && room < 0) return undefined
    if (slope < 0) from = Math.max(from, room / slope)
    if (slope > 0) to = Math.min(to, room / slope)
  }
  return from < to ? ([from, to] as const) : undefined
}

/** The pieces of a line inside a box. */
export function clipToBox(line: readonly Place[], box: Box): Place[][] {
  const pieces: Place[][] = []
  let piece: Place[] = []
  for (let i = 1; i < line.length; i++) {
    const [start, end] = [line[i - 1]!, line[i]!]
    const shares = within(box, start, end)
    if (!shares) continue
    const at = (share: number): Place => [
      start[0] + share * (end[0] - start[0]),
      start[1] + share * (end[1] - start[1]),
    ]
    if (piece.length === 0 || shares[0] > 0) {
      if (piece.length > 1) pieces.push(piece)
      piece = [shares[0] > 0 ? at(shares[0]) : start]
    }
    piece.push(shares[1] < 1 ? at(shares[1]) : end)
    if (shares[1] < 1) {
      pieces.push(piece)
      piece = []
    }
  }
  return piece.length > 1 ? [...pieces, piece] : pieces
}
