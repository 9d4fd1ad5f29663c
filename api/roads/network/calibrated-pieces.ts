import { stakeAtMeasure } from './calibration.ts'
import type { NetworkSection } from './road-network.ts'

/** Longitude, latitude, stake. */
export type StakedVertex = readonly [longitude: number, latitude: number, stake: number]

/** Small boxes for the index: a piece is a kilometre or two. */
const verticesPerPiece = 16

function vertexAt(
  section: NetworkSection,
  segment: number,
  measure: number,
): readonly [longitude: number, latitude: number] {
  const { longitudes: x, latitudes: y, measures } = section
  const share = (measure - measures[segment]!) / (measures[segment + 1]! - measures[segment]!)
  return [
    x[segment]! + share * (x[segment + 1]! - x[segment]!),
    y[segment]! + share * (y[segment + 1]! - y[segment]!),
  ]
}

/** One run of stakes that grow evenly: the drawn vertices between its ends, and the ends themselves. */
function runOf(
  section: NetworkSection,
  { fromMeasure, toMeasure, ...stakes }: NetworkSection['calibration'][number],
) {
  const { longitudes, latitudes, measures, calibration } = section
  const run: StakedVertex[] = []
  for (let i = 0; i < measures.length; i++) {
    const measure = measures[i]!
    if (measure === fromMeasure) run.push([longitudes[i]!, latitudes[i]!, stakes.fromStake])
    else if (measure === toMeasure) run.push([longitudes[i]!, latitudes[i]!, stakes.toStake])
    else if (measure > fromMeasure && measure < toMeasure)
      run.push([longitudes[i]!, latitudes[i]!, stakeAtMeasure(calibration, measure)])
    const next = measures[i + 1]
    if (next === undefined) break
    if (measure < fromMeasure && fromMeasure < next)
      run.push([...vertexAt(section, i, fromMeasure), stakes.fromStake])
    if (measure < toMeasure && toMeasure < next)
      run.push([...vertexAt(section, i, toMeasure), stakes.toStake])
  }
  return run
}

/** The section as lines whose third number is the stake, cut where stakes jump or their scale changes, and every few vertices. */
export function calibratedPieces(section: NetworkSection): StakedVertex[][] {
  return section.calibration.flatMap((calibration) => {
    const run = runOf(section, calibration)
    const pieces: StakedVertex[][] = []
    for (let start = 0; start + 1 < run.length; start += verticesPerPiece - 1)
      pieces.push(run.slice(start, start + verticesPerPiece))
    return pieces
  })
}
