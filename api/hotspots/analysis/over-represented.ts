import type { ScreenedAccident } from './accident-on-road.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { hypergeometricAtLeast } from './hypergeometric.ts'
import { timeBand } from './regularity.ts'

export const featureKinds = ['form', 'causeClass', 'light', 'weather', 'hours', 'weekday'] as const
export type FeatureKind = (typeof featureKinds)[number]

export type FeatureCounts = Readonly<Record<FeatureKind, ReadonlyMap<string, number>>>

interface Box {
  count: number
}

/** A box for each value: counting in the map itself would look it up twice. */
function countIn(boxes: Map<string, Box>, code: string | null): void {
  if (code === null) return
  const box = boxes.get(code)
  if (box) box.count++
  else boxes.set(code, { count: 1 })
}

const opened = (boxes: ReadonlyMap<string, Box>) =>
  new Map([...boxes].map(([code, { count }]) => [code, count]))

const named = (counts: Int32Array, nameOf: (index: number) => string) =>
  new Map([...counts].flatMap((count, i) => (count > 0 ? [[nameOf(i), count] as const] : [])))

/**
 * How often each value of each feature occurs; what is not known is not counted. One pass, each accident taken up once;
 * bands and days are few small numbers, for which no map is asked.
 */
export function featureCounts(accidents: readonly ScreenedAccident[]): FeatureCounts {
  const boxes = () => new Map<string, Box>()
  const [form, causeClass, light, weather] = [boxes(), boxes(), boxes(), boxes()]
  const [bands, days] = [new Int32Array(8), new Int32Array(8)]
  for (let i = 0; i < accidents.length; i++) {
    const accident = accidents[i]!
    countIn(form, accident.form)
    countIn(causeClass, accident.causeClass)
    countIn(light, accident.light)
    countIn(weather, accident.weather)
    bands[Math.floor(accident.hour / 3)]!++
    days[accident.weekday]!++
  }
  return {
    ...{ form: opened(form), causeClass: opened(causeClass), light: opened(light), weather: opened(weather) },
    hours: named(bands, (band) => timeBand(band * 3)),
    weekday: named(days, String),
  }
}

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
