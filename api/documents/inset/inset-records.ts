import { around, type Room } from './label-room.ts'
import type { DrawnAccident, DrawnFacility, InsetFacts } from './inset-facts.ts'
import { isInside, grown, mapBox, metresOf, placeOf, type InsetFrame, type Place } from './inset-frame.ts'
import type { InsetGround } from './inset-ground.ts'
import { rightOf } from './inset-layout.ts'
import { severities } from '../../accidents/severity.ts'
import { accidentRadius, facilityRadius } from './map-symbols.ts'

export interface PlacedFacility {
  readonly kind: string
  readonly name: string
  readonly quantity: number
  /** Where it stands, and where its symbol found room. */
  readonly foot: Place
  readonly place: Place
}

export interface PlacedAccident {
  readonly accident: DrawnAccident
  readonly place: Place
}

/** Symbols nearer than this on the drawing stand for one place. */
const samePlace = 8

interface Footed {
  readonly facility: DrawnFacility
  readonly foot: Place
}

/** Four lights at one junction are one symbol with a number. */
function groupFacilities(footed: readonly Footed[]) {
  const groups: { readonly first: DrawnFacility; readonly foot: Place; quantity: number }[] = []
  for (const { facility, foot } of footed) {
    const same = groups.find(
      (group) =>
        group.first.name === facility.name &&
        group.first.side === facility.side &&
        Math.hypot(group.foot[0] - foot[0], group.foot[1] - foot[1]) < samePlace,
    )
    if (same) same.quantity += facility.quantity
    else groups.push({ first: facility, foot, quantity: facility.quantity })
  }
  return groups
}

/** First on its own side, then on the other, then wherever there is room. */
function placesAround([x, y]: Place, [rx, ry]: Place, side: DrawnFacility['side']): Place[] {
  const sign = side === 'left' ? -1 : 1
  return [24, 44, 64, 84].flatMap((distance) =>
    [0, 0.6, -0.6, 1.2, -1.2, Math.PI, Math.PI - 0.6, Math.PI + 0.6].map((turn): Place => {
      const [c, s] = [Math.cos(turn) * distance * sign, Math.sin(turn) * distance * sign]
      return [x + rx * c - ry * s, y + ry * c + rx * s]
    }),
  )
}

const east: Place = [1, 0]

/** A symbol never stands on the hazard's mark or on another; what finds no room is left to the legend's numbers. */
export function placeFacilities(
  ground: InsetGround,
  frame: InsetFrame,
  { facilities, hazard }: InsetFacts,
  room: Room,
): PlacedFacility[] {
  const footed = [...facilities]
    .filter(({ point }) => point !== null)
    .sort((a, b) => (a.stake ?? 0) - (b.stake ?? 0) || (a.id < b.id ? -1 : 1))
    .map((facility) => ({ facility, foot: placeOf(frame, metresOf(facility.point!)) }))
    .filter(({ foot }) => isInside(mapBox, foot))
  return groupFacilities(footed).flatMap(({ first, foot, quantity }) => {
    const { road } = hazard
    const right =
      road !== null && first.stake !== null ? (rightOf(ground, frame, road, first.stake) ?? east) : east
    const places = placesAround(foot, right, first.side)
    const found = room.takeFirst(places.map((place) => around(place, facilityRadius + 1)))
    if (found === undefined) return []
    return [{ kind: first.kind, name: first.name, quantity, foot, place: places[found]! }]
  })
}

/** On the road where they happened; several at one place stand in a row away from the road. */
export function placeAccidents(
  ground: InsetGround,
  frame: InsetFrame,
  { accidents, hazard }: InsetFacts,
): PlacedAccident[] {
  const counts = new Map<string, number>()
  const order = (accident: DrawnAccident) => severities.indexOf(accident.severity)
  return [...accidents]
    .filter(({ point }) => point !== null)
    .sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
    .flatMap((accident) => {
      const foot = placeOf(frame, metresOf(accident.point!))
      if (!isInside(grown(mapBox, -accidentRadius), foot)) return []
      const cell = foot.map((value) => Math.round(value / (2 * accidentRadius))).join()
      const count = counts.get(cell) ?? 0
      counts.set(cell, count + 1)
      const { road } = hazard
      const right =
        road !== null && accident.stake !== null
          ? (rightOf(ground, frame, road, accident.stake) ?? east)
          : east
      const distance = count * 2 * accidentRadius
      const place: Place = [foot[0] - right[0] * distance, foot[1] - right[1] * distance]
      return isInside(grown(mapBox, -accidentRadius), place) ? [{ accident, place }] : []
    })
}
