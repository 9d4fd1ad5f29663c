export interface Symbol {
  readonly x: number
  /** Which of a group is shown for all of them: the greatest. */
  readonly weight: number
}

export interface SymbolGroup<Item> {
  readonly x: number
  readonly lane: number
  /** In order along the road; never empty. */
  readonly members: readonly Item[]
  readonly foremost: Item
}

interface Room {
  readonly symbolWidth: number
  readonly lanes: number
}

interface OpenGroup<Item> {
  x: number
  lane: number
  members: Item[]
}

const foremostOf = <Item extends Symbol>(members: readonly Item[]) =>
  members.reduce((best, each) => (each.weight > best.weight ? each : best))

/**
 * Side by side, then one above the other; what finds no room joins the group nearest to it, which says how many it is.
 * Nothing is left out: the groups hold exactly the symbols given.
 */
export function stackSymbols<Item extends Symbol>(
  symbols: readonly Item[],
  { symbolWidth, lanes }: Room,
): SymbolGroup<Item>[] {
  const groups: OpenGroup<Item>[] = []
  const last: (OpenGroup<Item> | undefined)[] = Array.from({ length: lanes }, () => undefined)
  for (const symbol of [...symbols].sort((a, b) => a.x - b.x)) {
    const lane = last.findIndex((group) => !group || symbol.x - group.x >= symbolWidth)
    if (lane >= 0) {
      const group = { x: symbol.x, lane, members: [symbol] }
      last[lane] = group
      groups.push(group)
      continue
    }
    const nearest = last.reduce((best, group) => (group!.x > best!.x ? group : best))!
    nearest.members.push(symbol)
  }
  return groups.map((group) => ({ ...group, foremost: foremostOf(group.members) }))
}
