import { distanceBetween, type LonLat } from '../network/geodesy.ts'

/** One drawn line of a file, with what it says of itself. */
export interface ImportedWay {
  /** As the file's maker would look for it: way/123456, feature 7. */
  readonly id: string
  /** Road codes and names as written; ways of a route relation carry the relation's too. */
  readonly refs: readonly string[]
  /** `forward`: traffic runs as the line is drawn, on one carriageway. */
  readonly oneway: 'no' | 'forward' | 'backward'
  readonly isRoundabout: boolean
  /** A ramp or slip road that bears the number of the road it leads to. */
  readonly isLink: boolean
  readonly coordinates: readonly LonLat[]
}

export function lengthOf(line: readonly LonLat[]): number {
  return line.reduce((sum, point, i) => sum + (i === 0 ? 0 : distanceBetween(line[i - 1]!, point)), 0)
}

/** The point at a measure along a line, and the number of the vertex before it. */
export function pointAlong(line: readonly LonLat[], measure: number): { point: LonLat; vertex: number } {
  let passed = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const length = distanceBetween(a, b)
    if (passed + length >= measure && length > 0) {
      const share = Math.max(0, (measure - passed) / length)
      return { point: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], vertex: i - 1 }
    }
    passed += length
  }
  return { point: line[line.length - 1]!, vertex: line.length - 1 }
}

/** The line at every vertex, and between them at least every `step` metres. */
export function sampleAlong(line: readonly LonLat[], step: number): LonLat[] {
  return line.flatMap((point, i) => {
    const next = line[i + 1]
    if (!next) return [point]
    const pieces = Math.max(1, Math.ceil(distanceBetween(point, next) / step))
    return Array.from({ length: pieces }, (_, k): LonLat => {
      // The vertices themselves, so that a caller can tell them from the points between.
      if (k === 0) return point
      const share = k / pieces
      return [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])]
    })
  })
}
