import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import { formatRange } from '../../../api/roads/stakes/stake-format.ts'
import type {
  Accident,
  Facility,
  Hazard,
  RankedPlace,
  ScreeningRun,
  ScreeningSite,
} from '../api/api-types.ts'
import { recordKinds, type RecordKind, type Selection } from '../map/map-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import type { Words } from '../text/words.ts'

export interface RecordSelection {
  readonly kind: RecordKind
  readonly id: string
}

export type SelectedRecord =
  | { readonly kind: 'accident'; readonly accident: Accident }
  | { readonly kind: 'hazard'; readonly hazard: Hazard }
  | { readonly kind: 'facility'; readonly facility: Facility }
  | { readonly kind: 'hotspot'; readonly site: ScreeningSite; readonly run: ScreeningRun }
  | {
      readonly kind: 'hotspotElsewhere'
      readonly place: RankedPlace
      /** The same stretch in the ranking that is shown. */
      readonly now: ScreeningSite | undefined
    }

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
  const sites = found?.features.map(({ properties }) => properties) ?? []
  const site = sites.find((each) => each.id === id)
  if (found && site) return { kind, site, run: found.screening }
  const place = await calls.rankedPlace(id)
  return { kind: 'hotspotElsewhere', place, now: sites.find((each) => isSameStretch(each, place)) }
}

const isSameStretch = (a: RankedPlace | ScreeningSite, b: RankedPlace) =>
  a.road === b.road && a.fromStake < b.toStake && b.fromStake < a.toStake

const rankedTitle = (
  { rank, road, roadName, fromStake, toStake }: RankedPlace | ScreeningSite,
  words: Words,
) => `${words.hotspots.rank(rank)} ${road === 'CAYJ' ? roadName : road} ${formatRange(fromStake, toStake)}`

export function titleOf(record: SelectedRecord, { words, language }: AppState): string {
  switch (record.kind) {
    case 'accident':
      return words.accidents.title
    case 'hazard':
      return record.hazard.title
    case 'facility':
      return facilityKinds[record.facility.kind][language]
    case 'hotspot':
      return rankedTitle(record.site, words)
    case 'hotspotElsewhere':
      return rankedTitle(record.place, words)
  }
}
