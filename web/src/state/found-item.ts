import type { CoordinateSystem } from '../../../api/roads/coordinates/coordinates.ts'

export const foundKinds = ['stake', 'road', 'place', 'coordinate', 'hazard', 'accident', 'facility'] as const
export type FoundKind = (typeof foundKinds)[number]

/** One answer to a search, whether this device or the service found it. */
export interface FoundItem {
  readonly kind: FoundKind
  readonly label: string
  readonly detail: string
  readonly road?: string | null | undefined
  readonly stake?: number | null | undefined
  readonly toStake?: number | null | undefined
  readonly point?: readonly number[] | null | undefined
  readonly bounds?: readonly number[] | null | undefined
  readonly id?: string | null | undefined
  /** What the symbol of a record says: status and level, severity, or kind and state. */
  readonly sign?: readonly string[] | undefined
  /** Sentences: what was assumed in reading the text. */
  readonly notes?: readonly string[]
  /** Nothing was assumed and nothing else is as likely: it may stand first. */
  readonly isCertain?: boolean
  /** A coordinate as its own system writes it. */
  readonly given?: { readonly lon: number; readonly lat: number; readonly crs: CoordinateSystem }
  /** A coordinate that lies on the road which was named. */
  readonly fits?: boolean | undefined
}

export const keyOf = (item: FoundItem): string =>
  item.kind === 'stake'
    ? `stake:${item.road}:${Math.round(item.stake ?? -1)}:${Math.round(item.toStake ?? -1)}`
    : item.kind === 'road'
      ? `road:${item.road}`
      : `${item.kind}:${item.id ?? item.label}`

/** What this device is sure of, then the service's order, then what this device only supposes; nothing twice. */
export function mergeFound(own: readonly FoundItem[], answered: readonly FoundItem[]): FoundItem[] {
  const isTelling = own.length > 0 ? (item: FoundItem) => item.kind !== 'coordinate' : () => true
  const all = [
    ...own.filter(({ isCertain }) => isCertain),
    ...answered.filter((item) => isTelling(item)),
    ...own.filter(({ isCertain }) => !isCertain),
  ]
  const seen = new Set<string>()
  return all.filter((item) => {
    const key = keyOf(item)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export interface FoundGroup {
  readonly kind: FoundKind
  readonly items: readonly { readonly item: FoundItem; readonly index: number }[]
}

/** Kinds in the order of their best item; each item keeps its place in the one list that the keys walk through. */
export function groupFound(items: readonly FoundItem[]): FoundGroup[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  let index = 0
  return kinds.map((kind) => ({
    kind,
    items: items.filter((item) => item.kind === kind).map((item) => ({ item, index: index++ })),
  }))
}
