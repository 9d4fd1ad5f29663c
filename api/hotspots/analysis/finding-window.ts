import type { Text } from '../../http/text.ts'
import type { Fired } from './finding.ts'
import { poissonAtLeast } from './poisson.ts'
import { expectedIn, positionAt, type Route } from './route.ts'

export interface Stretch {
  readonly fromStake: number
  readonly toStake: number
}

/** What a method that looks at whole windows, units or sections has to say of one of them: all accidents count. */
export function firedFor(
  route: Route,
  { id, text, windowLength }: { readonly id: string; readonly text: Text; readonly windowLength: number },
  densest: number,
): Fired {
  const expected = expectedIn(route.accidents.length, windowLength, route.length)
  const pValue = poissonAtLeast(densest, expected)
  return { id, text, windowLength, of: 'any', densest, qualifying: densest, expected, pValue }
}

/** From the first to the last accident in it. */
export function trimmed(route: Route, first: number, end: number): Stretch {
  return { fromStake: route.stakes[first]!, toStake: route.stakes[end - 1]! }
}

export const accidentsBetween = (route: Route, { fromStake, toStake }: Stretch) =>
  route.accidents.slice(positionAt(route.stakes, fromStake), positionAt(route.stakes, toStake, true))
