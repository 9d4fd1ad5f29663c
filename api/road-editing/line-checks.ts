import type { FieldError } from '../http/problem.ts'
import { kindOfPair } from '../roads/coordinates/coordinate-range.ts'
import { distanceBetween, type LonLat } from '../roads/network/geodesy.ts'
import { roadEditingMessages } from './road-editing-messages.ts'

export const mostVertices = 50_000

export interface CheckedSection {
  readonly sequence: number
  readonly carriageway: 'both' | 'left' | 'right'
  readonly fromStake: number
  readonly toStake: number
  readonly coordinates: readonly LonLat[]
}

function lineErrors({ coordinates, fromStake, toStake }: CheckedSection, path: string): FieldError[] {
  const errors: FieldError[] = []
  if (toStake <= fromStake)
    errors.push({ path: `${path}.toStake`, message: roadEditingMessages.stakesReversed(fromStake, toStake) })
  const [first] = coordinates
  if (coordinates.some(([first, second]) => kindOfPair(first, second) === 'latLon'))
    errors.push({ path: `${path}.coordinates`, message: roadEditingMessages.swappedAxes() })
  else if (!first || coordinates.every((point) => distanceBetween(first, point) < 1))
    errors.push({ path: `${path}.coordinates`, message: roadEditingMessages.noLength() })
  return errors
}

const shareCarriageway = (a: CheckedSection, b: CheckedSection) =>
  a.carriageway === b.carriageway || a.carriageway === 'both' || b.carriageway === 'both'

/** `repeated`: metres of stakes that long chains give twice; so far two sections may overlap. */
function orderErrors(sections: readonly CheckedSection[], repeated: number): FieldError[] {
  const indexed = sections.map((section, index) => ({ section, index }))
  const ordered = indexed.sort((a, b) => a.section.sequence - b.section.sequence)
  return ordered.flatMap(({ section, index }, place) => {
    const before = ordered.slice(0, place).findLast((one) => shareCarriageway(one.section, section))?.section
    if (!before || section.fromStake >= before.toStake - repeated) return []
    const message = roadEditingMessages.sectionsOverlap(section.sequence, before.sequence)
    return [{ path: `sections.${index}.fromStake`, message }]
  })
}

function repeatedSequences(sections: readonly CheckedSection[]): FieldError[] {
  return sections.flatMap(({ sequence }, index) =>
    sections.findIndex((other) => other.sequence === sequence) < index
      ? [{ path: `sections.${index}.sequence`, message: roadEditingMessages.sameSequence(sequence) }]
      : [],
  )
}

/** What is wrong with the lines of a road by themselves, before their anchors are looked at. */
export function sectionErrors(sections: readonly CheckedSection[], repeated: number): FieldError[] {
  const vertices = sections.reduce((sum, { coordinates }) => sum + coordinates.length, 0)
  if (vertices > mostVertices)
    return [{ path: 'sections', message: roadEditingMessages.tooManyVertices(vertices) }]
  const twice = repeatedSequences(sections)
  const lines = sections.flatMap((section, index) => lineErrors(section, `sections.${index}`))
  return [...twice, ...lines, ...(twice.length > 0 ? [] : orderErrors(sections, repeated))]
}
