import type { ScreenedAccident } from './accident-on-road.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { hypergeometricAtLeast } from './hypergeometric.ts'
import { timeBand } from './regularity.ts'

export const featureKinds = ['form', 'causeClass', 'light', 'weather', 'hours', 'weekday'] as const
export type FeatureKind = (typeof featureKinds)[number]

export type FeatureCounts = Readonly<Record<FeatureKind, ReadonlyMap<string, number>>>

/** A box for each value: counting in the map itself would look it up twice. */
function countValues(
  accidents: readonly ScreenedAccident[],
  feature: (accident: ScreenedAccident) => string | null,
): Map<string, number> {
  const boxes = new Map<string, { count: number }>()
  for (let i = 0; i < accidents.length; i++) {
    const code = feature(accidents[i]!)
    if (code === null) continue
    const box = boxes.get(code)
    if (box) box.count++
    else boxes.set(code, { count: 1 })
  }
  return new Map([...boxes].map(([code, { count }]) => [code, count]))
}

/** Bands and days are few small numbers: no map is asked for each accident. */
function countNumbers(
  accidents: readonly ScreenedAccident[],
  indexOf: (accident: ScreenedAccident) => number,
  nameOf: (index: number) => string,
): Map<string, number> {
  const counts = new Int32Array(8)
  for (let i = 0; i < accidents.length; i++) counts[indexOf(accidents[i]!)]!++
  return new Map([...counts].flatMap((count, i) => (count > 0 ? [[nameOf(i), count] as const] : [])))
}

/** How often each value of each feature occurs; what is not known is not counted. */
export const featureCounts = (accidents: readonly ScreenedAccident[]): FeatureCounts => ({
  form: countValues(accidents, ({ form }) => form),
  causeClass: countValues(accidents, ({ causeClass }) => causeClass),
  light: countValues(accidents, ({ light }) => light),
  weather: countValues(accidents, ({ weather }) => weather),
  hours: countNumbers(
    accidents,
    ({ hour }) => Math.floor(hour / 3),
    (band) => timeBand(band * 3),
  ),
  weekday: countNumbers(accidents, ({ weekday }) => weekday, String),
})

export interface Feature {
  readonly kind: FeatureKind
  readonly code: string
  /** Of the site's accidents with the feature known, and of the road's. */
  readonly hits: number
  readonly drawn: number
  readonly marked: number
  readonly all: number
  readonly pValue: number
  /** Benjamini–Hochberg over all values of all features that the site has. */
  readonly falseDiscovery: number
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, n) => all + n, 0)

/** What a site has more of than its road: every value found there tested against a blind draw, the least likely first. */
export function overRepresented(site: FeatureCounts, road: FeatureCounts): Feature[] {
  const tested = featureKinds.flatMap((kind) => {
    const [drawn, all] = [sum(site[kind]), sum(road[kind])]
    return [...site[kind]].map(([code, hits]) => {
      const draw = { hits, drawn, marked: road[kind].get(code) ?? hits, all }
      return { kind, code, ...draw, pValue: hypergeometricAtLeast(draw) }
    })
  })
  const rates = falseDiscoveryRates(tested.map(({ pValue }) => pValue))
  return tested
    .map((feature, i) => ({ ...feature, falseDiscovery: rates[i]! }))
    .sort(
      (a, b) =>
        a.pValue - b.pValue ||
        b.hits - a.hits ||
        featureKinds.indexOf(a.kind) - featureKinds.indexOf(b.kind) ||
        (a.code < b.code ? -1 : 1),
    )
}
