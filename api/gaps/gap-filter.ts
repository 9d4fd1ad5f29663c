import type { Feature, FeatureCollection, Point } from 'geojson'
import { gapRuleIds } from './gap-rules.ts'
import type { Gap, GapFilter, GapList } from './gap.schema.ts'

const isAmong = <T>(values: readonly T[] | undefined, value: T) =>
  values === undefined || values.includes(value)

function isInside([west, south, east, north]: NonNullable<GapFilter['bbox']>, { point }: Gap): boolean {
  return point !== null && point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north
}

/** What the filter shows, and nothing else. */
export function matchingGaps(gaps: readonly Gap[], filter: GapFilter): Gap[] {
  return gaps.filter(
    (gap) =>
      isAmong(filter.rule, gap.rule) &&
      isAmong(filter.severity, gap.severity) &&
      isAmong(filter.road, gap.road ?? 'other') &&
      (filter.squad === undefined || (gap.squad !== null && filter.squad.includes(gap.squad))) &&
      (filter.bbox === undefined || isInside(filter.bbox, gap)) &&
      (filter.answered === undefined || filter.answered === (gap.answered !== null)) &&
      (filter.dismissed === undefined || filter.dismissed === (gap.dismissed !== null)),
  )
}

export function countGaps(gaps: readonly Gap[]): Pick<GapList, 'total' | 'located' | 'counts'> {
  return {
    total: gaps.length,
    located: gaps.filter(({ point }) => point !== null).length,
    counts: gapRuleIds.map((rule) => ({ rule, gaps: gaps.filter((gap) => gap.rule === rule).length })),
  }
}

/** From the gap behind the cursor; from the first where that one is gone. */
export function pageOfGaps(
  gaps: readonly Gap[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Pick<GapList, 'items' | 'nextCursor'> {
  const start = cursor === undefined ? 0 : gaps.findIndex(({ id }) => id === cursor) + 1
  const items = gaps.slice(start, start + limit)
  const last = items[items.length - 1]
  return { items, ...(start + limit < gaps.length && last ? { nextCursor: last.id } : {}) }
}

export function gapFeatures(
  gaps: readonly Gap[],
  facts: Omit<GapList, 'items' | 'nextCursor'>,
): FeatureCollection<Point | null> & typeof facts {
  const features = gaps.map(({ point, ...properties }): Feature<Point | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: point && { type: 'Point', coordinates: point },
    properties,
  }))
  return { type: 'FeatureCollection', ...facts, features }
}
