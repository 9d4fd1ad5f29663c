import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import { facilityStates } from '../../../api/facilities/facility-states.ts'
import { hazardStatusCodes, hazardStatuses } from '../../../api/hazards/hazard-status.ts'
import { hazardLevels } from '../../../api/hazards/hazard-codes.ts'
import { severities } from '../../../api/accidents/severity.ts'
import type { Language, Words } from '../text/words.ts'
import type { StripContent } from './strip-content.ts'

export interface LegendEntry {
  readonly symbol: string
  readonly label: string
}

type Marks = StripContent['marks']

function hazardEntries(marks: Marks, language: Language): LegendEntry[] {
  const parts = marks.filter(({ track }) => track === 'hazard').map(({ symbol }) => symbol.split(':'))
  const statuses = hazardStatusCodes.filter((status) => parts.some((part) => Number(part[1]) === status))
  const levels = ([2, 3] as const).filter((level) => parts.some((part) => Number(part[2]) === level))
  return [
    ...statuses.map((status) => ({
      symbol: `hazard:${status}:1:running`,
      label: hazardStatuses[status][language],
    })),
    ...levels.map((level) => ({
      symbol: `hazard:40:${level}:running`,
      label: hazardLevels[level][language],
    })),
  ]
}

function facilityEntries(marks: Marks, language: Language): LegendEntry[] {
  const parts = marks.map(({ symbol }) => symbol.split(':')).filter(([family]) => family === 'facility')
  const kinds = Object.entries(facilityKinds).filter(([kind]) => parts.some((part) => part[1] === kind))
  const states = Object.entries(facilityStates).filter(
    ([state]) => state !== 'working' && parts.some((part) => part[2] === state),
  )
  return [
    ...kinds.map(([kind, name]) => ({ symbol: `facility:${kind}:working`, label: name[language] })),
    ...states.map(([state, name]) => ({ symbol: `facility:solar_strobe:${state}`, label: name[language] })),
  ]
}

/** Only what this road has: a legend of everything would take the page. */
export function legendEntries(
  { marks, hotspots }: StripContent,
  words: Words,
  language: Language,
): LegendEntry[] {
  return [
    ...severities.map((severity) => ({
      symbol: `accident:${severity}`,
      label: words.filters.severities[severity],
    })),
    ...(hotspots.length ? [{ symbol: 'rank:1', label: words.strip.tracks.hotspot }] : []),
    ...hazardEntries(marks, language),
    ...facilityEntries(marks, language),
    ...(marks.some(({ track }) => track === 'gap')
      ? [{ symbol: 'gap:high', label: words.strip.tracks.gap }]
      : []),
  ]
}
