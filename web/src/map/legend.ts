import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import {
  facilityStateIds,
  facilityStates,
  type FacilityState,
} from '../../../api/facilities/facility-states.ts'
import { mapWords } from '../text/map-words.ts'
import { severities } from '../../../api/accidents/severity.ts'
import { defectStates } from './facility-style.ts'
import { hazardRings, type HazardRing } from './hazard-style.ts'
import type { Language, LayerGroup } from './map-types.ts'

export interface LegendEntry {
  /** Name of the drawing: `symbolSvg(symbol, theme)` gives what the map shows. */
  readonly symbol: string
  readonly label: string
  /** A sentence, not a name: it wants the whole width. */
  readonly isLong?: boolean
}

export interface LegendSection {
  readonly id: LayerGroup | 'roads'
  readonly title: string
  readonly entries: readonly LegendEntry[]
}

/** One status that stands for each ring. */
const sampleStatus: Readonly<Record<HazardRing, string>> = {
  waiting: '10:1:running',
  taken: '20:1:running',
  remedying: '40:1:running',
  overdue: '40:1:overdue',
  closed: '70:1:running',
}

type Words = (typeof mapWords)['zh' | 'en']

const entry = (symbol: string, label: string): LegendEntry => ({ symbol, label })
const sentence = (symbol: string, label: string): LegendEntry => ({ symbol, label, isLong: true })

function hazardEntries({ hazardRing, hazardLevel }: Words['legend']): LegendEntry[] {
  const levels = [1, 2, 3] as const
  return [
    ...hazardRings.map((ring) => entry(`hazard:${sampleStatus[ring]}`, hazardRing[ring])),
    ...levels.slice(1).map((level) => entry(`hazard:40:${level}:running`, hazardLevel[level])),
  ]
}

function facilityEntries(language: Language): LegendEntry[] {
  const words = mapWords[language].legend.facility
  const isOther = (state: FacilityState) => state !== 'working' && !defectStates.includes(state)
  const states = [...defectStates, ...facilityStateIds.filter(isOther)]
  return [
    ...Object.entries(facilityKinds).map(([kind, name]) => entry(`facility:${kind}:working`, name[language])),
    ...states.map((state) => entry(`facility:solar_strobe:${state}`, facilityStates[state][language])),
    sentence('headed:solar_strobe:working:90', words.heading),
    sentence('lying:speed_bump:working:0:whole', words.lying),
    sentence('cluster:12:0', words.cluster),
    sentence('cluster:12:2', words.clusterWithDefects),
  ]
}

function roadEntries({ legend, roadShields }: Words): LegendEntry[] {
  return [
    entry('shield:G109', legend.roadClass.national),
    entry('shield:S216', legend.roadClass.provincial),
    entry(`shield:CAYJ:${roadShields.CAYJ}`, legend.roadClass.firstClass),
    entry('shield:X001', legend.roadClass.county),
    entry('tick:9', legend.stake),
    entry('sketch', legend.sketch),
  ]
}

/** Every symbol of the map with its meaning, in the order in which a reader asks for them. */
export function legendSections(language: Language): LegendSection[] {
  const words = mapWords[language]
  const { titles, hotspot, rank, severity } = words.legend
  return [
    { id: 'hotspots', title: titles.hotspots, entries: [entry('band', hotspot), entry('rank:1', rank)] },
    {
      id: 'accidents',
      title: titles.accidents,
      entries: severities.map((each) => entry(`accident:${each}`, severity[each])),
    },
    { id: 'hazards', title: titles.hazards, entries: hazardEntries(words.legend) },
    { id: 'facilities', title: titles.facilities, entries: facilityEntries(language) },
    { id: 'roads', title: titles.roads, entries: roadEntries(words) },
  ]
}
