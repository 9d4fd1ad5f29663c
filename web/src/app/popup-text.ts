import type { AccidentSummary } from '../../../api/accidents/accident.schema.ts'
import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import { facilityStates } from '../../../api/facilities/facility-states.ts'
import { hazardStatuses, type HazardStatus } from '../../../api/hazards/hazard-status.ts'
import { formatPlace } from '../../../api/roads/stakes/stake-format.ts'
import type { Facility, Hazard, ScreeningSite } from '../api/api-types.ts'
import type { MapData } from '../map/map-types.ts'
import { formatMoment } from '../text/format.ts'
import type { Language, Words } from '../text/words.ts'
import type { RecordSelection } from './selected-record.svelte.ts'

export interface PopupText {
  readonly title: string
  readonly line: string
}

type Tell<Properties> = (record: Properties, words: Words, language: Language) => PopupText

const placeOf = (road: string | null, roadName: string, stake: number | null) =>
  road !== null && stake !== null ? formatPlace(road, stake) : roadName

const accident: Tell<AccidentSummary> = (record, { accidents, filters, hotspots }, language) => ({
  title: `${filters.severities[record.severity]} · ${accidents.title}`,
  line: [
    placeOf(record.road, record.roadName, record.stake),
    formatMoment(record.occurredAt, language),
    hotspots.killedInjured(record.killed, record.injured),
  ].join(' · '),
})

const hazard: Tell<Hazard> = (record, _, language) => ({
  title: record.title,
  line: `${record.displayNumber} · ${hazardStatuses[record.status as HazardStatus][language]}`,
})

const facility: Tell<Facility> = (record, { facilities }, language) => ({
  title: `${facilityKinds[record.kind][language]} ${facilities.amount(record.quantity, record.unit)}`,
  line: `${placeOf(record.road, record.roadName, record.stake)} · ${facilityStates[record.state][language]}`,
})

const hotspot: Tell<ScreeningSite> = (record, { hotspots }) => ({
  title: `${hotspots.rank(record.rank)} ${record.stakeText}`,
  line: `${hotspots.times(record.accidents)} ${hotspots.killedInjured(record.killed, record.injured)}`,
})

/** The two lines over a symbol that was chosen; the panel beside the map tells the rest. */
export function popupText(
  { kind, id }: RecordSelection,
  data: MapData,
  words: Words,
  language: Language,
): PopupText | undefined {
  const layers = {
    accident: data.accidents,
    hazard: data.hazards,
    facility: data.facilities,
    hotspot: data.hotspots,
  }
  const record = layers[kind].features.find(({ properties }) => properties?.id === id)?.properties
  if (!record) return undefined
  const tell = { accident, hazard, facility, hotspot }[kind] as Tell<unknown>
  return tell(record, words, language)
}
