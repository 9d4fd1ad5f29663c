import type { FeatureCounts } from './over-represented.ts'

export interface Dominant {
  readonly code: string
  readonly count: number
}

/** What most accidents of a site have in common, and how many of them do. */
export interface Profile {
  readonly form: Dominant | null
  readonly causeClass: Dominant | null
  readonly light: Dominant | null
  readonly weather: Dominant | null
  readonly hours: Dominant | null
}

function dominant(counts: ReadonlyMap<string, number>): Dominant | null {
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return best ? { code: best[0], count: best[1] } : null
}

export function profileOf({ form, causeClass, light, weather, hours }: FeatureCounts): Profile {
  return {
    form: dominant(form),
    causeClass: dominant(causeClass),
    light: dominant(light),
    weather: dominant(weather),
    hours: dominant(hours),
  }
}
