import { seededRandom } from './seeded-random.ts'

export interface ScanQuestion {
  /** Accidents thrown at random on the road. */
  readonly events: number
  /** Metres of each piece that a window cannot leave: between chain breaks. */
  readonly pieces: readonly number[]
  readonly windowLength: number
  readonly simulations: number
  readonly seed: number
}

/** Most events in any window of a sorted row. */
function fullestWindow(places: Float64Array, windowLength: number): number {
  let most = 0
  let first = 0
  for (let last = 0; last < places.length; last++) {
    while (places[last]! - places[first]! > windowLength) first++
    if (last - first + 1 > most) most = last - first + 1
  }
  return most
}

/**
 * The fullest window of every simulation, falling: what the worst place of this road holds if its accidents fall anywhere.
 * It answers what p of one window does not, that the window was chosen because it is the fullest (scan statistic).
 */
export function simulateMaxima(question: ScanQuestion): Int32Array {
  const { events, pieces, windowLength, simulations } = question
  const random = seededRandom(question.seed)
  const length = pieces.reduce((sum, piece) => sum + piece, 0)
  // Laid end to end with a window's length between them, no window reaches across.
  const ends: number[] = []
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece)
  const places = new Float64Array(events)
  const maxima = new Int32Array(simulations)
  for (let run = 0; run < simulations; run++) {
    for (let i = 0; i < events; i++) {
      const place = random() * length
      let piece = 0
      while (piece < ends.length - 1 && place >= ends[piece]!) piece++
      places[i] = place + piece * 2 * windowLength
    }
    maxima[run] = fullestWindow(places.sort(), windowLength)
  }
  return maxima.sort().reverse()
}

/** Share of simulated roads whose fullest window holds as many; the real road counts as one more, so it is never 0. */
export function scanProbability(maxima: Int32Array, densest: number): number {
  let asMany = 0
  while (asMany < maxima.length && maxima[asMany]! >= densest) asMany++
  return (asMany + 1) / (maxima.length + 1)
}
