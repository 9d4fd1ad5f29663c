import type { FieldError } from '../http/problem.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import type { StakeAnchor } from '../roads/road.schema.ts'
import {
  anchorErrors,
  anchorsCarriedOver,
  isDrawnBackwards,
  type AnchoredLine,
  type AnchorPlace,
} from './anchor-checks.ts'
import { roadEditingMessages } from './road-editing-messages.ts'

type Method = StakeAnchor['method']

export interface PlacedAnchor extends AnchorPlace {
  readonly method: Method
  readonly note: string | null
}

export interface RedrawnSection {
  readonly sequence: number
  readonly line: AnchoredLine
  /** Of the new drawing itself. */
  readonly given: readonly PlacedAnchor[]
  /** Of the old drawing, where they are to be kept. */
  readonly standing: readonly PlacedAnchor[]
}

export type AnchoredSection =
  | { readonly ok: true; readonly anchors: readonly PlacedAnchor[] }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly isReversed: boolean }

/** An old anchor that the new drawing contradicts stays behind: what is given now is what was looked at. */
function carriedOver({ line, given, standing }: RedrawnSection): PlacedAnchor[] {
  const anchors: PlacedAnchor[] = [...given]
  for (const anchor of anchorsCarriedOver(line, standing))
    if (anchorErrors(line, anchors, anchor).length === 0) anchors.push(anchor)
  return anchors
}

const asGiven = (path: string, index: number) => (error: FieldError) => ({
  ...error,
  path: `${path}.anchors.${index}.${error.path}`,
})

/** The anchors of a redrawn section: those given with it and those that hold on it still, or what is wrong with them. */
export function anchorsOfSection(section: RedrawnSection, path: string): AnchoredSection {
  const { line, given, standing, sequence } = section
  if (isDrawnBackwards(line, [...given, ...standing])) {
    const message = roadEditingMessages.againstAnchors(sequence)
    return { ok: false, errors: [{ path: `${path}.coordinates`, message }], isReversed: true }
  }
  const errors = given.flatMap((anchor, index) => {
    const others = given.filter((other) => other !== anchor)
    return anchorErrors(line, others, anchor).map(asGiven(path, index))
  })
  if (errors.length > 0) return { ok: false, errors, isReversed: false }
  return { ok: true, anchors: carriedOver(section) }
}

/** The anchors that say no more than where the old drawing began and ended. */
export function isEndOfDrawing(
  { stake, method }: Pick<PlacedAnchor, 'stake' | 'method'>,
  { fromStake, toStake }: { readonly fromStake: number; readonly toStake: number },
): boolean {
  return method === 'interpolated' && (stake === fromStake || stake === toStake)
}

export const asPair = ([longitude, latitude]: LonLat): [number, number] => [longitude, latitude]
