import type { ScreeningRun } from '../api/api-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'

type Filtered = Pick<AppState, 'url' | 'period'> & {
  readonly data: { readonly indices: Pick<AppState['data']['indices'], 'value'> }
}

export const isOfPeriod = ({ from, to }: Pick<ScreeningRun, 'from' | 'to'>, { period }: Filtered): boolean =>
  from === period.from && to === period.to

/**
 * Accidents on record by now, where they are others than the screening counted. The page must count the same days,
 * calibre and roads: else there is nothing to compare, and undefined is answered.
 */
export function countSince(run: ScreeningRun, app: Filtered): number | undefined {
  const { road, severity, part, calibre } = app.url
  const isWhole = !road && severity.length === 0 && !part && calibre === run.calibre
  const now = isWhole && isOfPeriod(run, app) ? app.data.indices.value?.current.accidents : undefined
  return now === run.accidentCount ? undefined : now
}

/** The same question asked again, over what is on record today. */
export const questionOf = ({ preset, calibre, from, to, weights }: ScreeningRun) => ({
  ...{ preset, calibre, from, to, weights },
})
