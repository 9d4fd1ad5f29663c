import { distanceBetween, type LonLat } from '../network/geodesy.ts'
import { feetOn, rulerOf, type Ruler } from './ruler.ts'

/** A line in its place along the road; `isTurned`: it was drawn against the order. */
export interface Placed<T> {
  readonly item: T
  readonly isTurned: boolean
}

interface Drawn {
  readonly coordinates: readonly LonLat[]
}

const headOf = <T extends Drawn>({ item, isTurned }: Placed<T>) =>
  isTurned ? item.coordinates[item.coordinates.length - 1]! : item.coordinates[0]!
const tailOf = <T extends Drawn>({ item, isTurned }: Placed<T>) => headOf({ item, isTurned: !isTurned })

/** Always on to the nearest end. */
function followFrom<T extends Drawn>(
  first: Placed<T>,
  others: readonly T[],
): { order: Placed<T>[]; gap: number } {
  const order = [first]
  let gap = 0
  for (let left = others; left.length > 0;) {
    const tail = tailOf(order[order.length - 1]!)
    const choices = left
      .flatMap((item) => [false, true].map((isTurned): Placed<T> => ({ item, isTurned })))
      .map((placed) => ({ placed, metres: distanceBetween(tail, headOf(placed)) }))
    const nearest = choices.reduce((best, choice) => (choice.metres < best.metres ? choice : best))
    gap += nearest.metres
    order.push(nearest.placed)
    left = left.filter((item) => item !== nearest.placed.item)
  }
  return { order, gap }
}

function turned<T>(order: readonly Placed<T>[]): Placed<T>[] {
  return [...order].reverse().map(({ item, isTurned }) => ({ item, isTurned: !isTurned }))
}

/** The order with the least ground between the lines, in one of its two directions. */
export function chainUp<T extends Drawn>(items: readonly T[]): Placed<T>[] {
  const attempts = items.flatMap((item) =>
    [false, true].map((isTurned) =>
      followFrom(
        { item, isTurned },
        items.filter((other) => other !== item),
      ),
    ),
  )
  return attempts.reduce((best, attempt) => (attempt.gap < best.gap - 0.5 ? attempt : best)).order
}

/** A road may be redrawn this far from where it was, and still tell where it begins. */
const presentReach = 5000

/** What tells where the stakes begin. */
export interface Beginning {
  readonly start?: LonLat | undefined
  /** The present lines of the road, in stake-increasing order. */
  readonly present: readonly (readonly LonLat[])[]
}

function measureOn(present: Ruler, point: LonLat): number | undefined {
  const foot = feetOn(present, point, presentReach)[0]
  return foot && foot.line * 1e7 + foot.measure
}

/** Metres by which the second place is farther along than the first; nothing when nobody can say. */
function advance({ start, present }: Beginning, first: LonLat, last: LonLat): number | undefined {
  if (start) return distanceBetween(start, last) - distanceBetween(start, first)
  const ruler = rulerOf(present)
  const [from, to] = [measureOn(ruler, first), measureOn(ruler, last)]
  if (from !== undefined && to !== undefined && from !== to) return to - from
  const [head, end] = [present[0]?.[0], present[present.length - 1]?.at(-1)]
  if (!head || !end) return undefined
  const asDrawn = distanceBetween(head, first) + distanceBetween(end, last)
  return distanceBetween(head, last) + distanceBetween(end, first) - asDrawn
}

/** Lines in the order of the stakes; nothing when neither a start nor a present line says which end is the first. */
export function orderAlongRoad<T extends Drawn>(
  items: readonly T[],
  beginning: Beginning,
): Placed<T>[] | undefined {
  const order = chainUp(items)
  const ahead = advance(beginning, headOf(order[0]!), tailOf(order[order.length - 1]!))
  if (ahead === undefined) return undefined
  return ahead < 0 ? turned(order) : order
}
