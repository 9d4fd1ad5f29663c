import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import { formatRange } from '../../../api/roads/stakes/stake-format.ts'
import type { Accident, Facility, Hazard, ScreeningRun, ScreeningSite } from '../api/api-types.ts'
import { recordKinds, type RecordKind, type Selection } from '../map/map-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'

export interface RecordSelection {
  readonly kind: RecordKind
  readonly id: string
}

export type SelectedRecord =
  | { readonly kind: 'accident'; readonly accident: Accident }
  | { readonly kind: 'hazard'; readonly hazard: Hazard }
  | { readonly kind: 'facility'; readonly facility: Facility }
  | { readonly kind: 'hotspot'; readonly site: ScreeningSite; readonly run: ScreeningRun }

export const isOfRecord = (selection: Selection): selection is RecordSelection =>
  recordKinds.some((kind) => kind === selection.kind)

/** The list already has it, or, for accidents and shared addresses, it is fetched. */
export async function findSelected(
  app: AppState,
  { kind, id }: RecordSelection,
): Promise<SelectedRecord | undefined> {
  const { data, calls } = app
  if (kind === 'accident') return { kind, accident: await calls.accident(id) }
  if (kind === 'hazard') return { kind, hazard: await calls.hazard(id) }
  if (kind === 'facility') return { kind, facility: await calls.facility(id) }
  const found = data.hotspots.value
  const site = found?.features.find((feature) => feature.properties.id === id)?.properties
  return found && site ? { kind, site, run: found.screening } : undefined
}

export function titleOf(record: SelectedRecord, { words, language }: AppState): string {
  switch (record.kind) {
    case 'accident':
      return words.accidents.title
    case 'hazard':
      return record.hazard.title
    case 'facility':
      return facilityKinds[record.facility.kind][language]
    case 'hotspot':
      return `${words.hotspots.rank(record.site.rank)} ${record.site.road === 'CAYJ' ? record.site.roadName : record.site.road} ${formatRange(record.site.fromStake, record.site.toStake)}`
  }
}
