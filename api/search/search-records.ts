import { factsOfKind } from '../facilities/facility-kinds.ts'
import { hazardStatuses } from '../hazards/hazard-status.ts'
import type { Language } from '../http/text.ts'
import { position } from './search-stakes.ts'
import { matchQuality } from './search-ranking.ts'
import { normaliseQuery, withoutBrackets } from './search-text.ts'
import type { FoundAccident, FoundFacility, FoundHazard } from './search.queries.ts'
import type { SearchHit } from './search.schema.ts'

type Found = FoundHazard | FoundAccident | FoundFacility

const place = ({ id, road, stake, point }: Found) => ({
  id,
  ...(road === null ? {} : { road }),
  ...(stake === null ? {} : { stake }),
  ...(point === null ? {} : { point: position(point) }),
})

/** The end of a number is what people remember: 0012 of 鄂交隐〔2026〕0012. */
function numberScore(query: string, numbers: readonly string[]): number {
  const typed = withoutBrackets(query)
  const compact = numbers.map((number) => withoutBrackets(normaliseQuery(number)))
  if (compact.includes(typed)) return 0.99
  return compact.some((number) => number.endsWith(typed) || number.startsWith(typed)) ? 0.8 : 0.6
}

/** A title in whole beats a town of that name in part; words found only in the place come last. */
function hazardScore(query: string, { number, technicalNumber, title, isByNumber }: FoundHazard): number {
  if (isByNumber) return numberScore(query, [number, technicalNumber])
  const inTitle = matchQuality(query, normaliseQuery(title))
  return inTitle > 0 ? inTitle * 0.75 : 0.4
}

export function hazardHits(query: string, found: readonly FoundHazard[], language: Language): SearchHit[] {
  return found.map((hazard) => ({
    kind: 'hazard',
    label: hazard.title,
    detail: `${hazard.number} · ${hazardStatuses[hazard.status][language]}`,
    ...place(hazard),
    sign: [String(hazard.status), String(hazard.level ?? 1)],
    score: hazardScore(query, hazard),
  }))
}

/** Place and day; neither the brief nor anything of the persons. */
export function accidentHits(query: string, found: readonly FoundAccident[]): SearchHit[] {
  return found.map((accident) => ({
    kind: 'accident',
    label: accident.number,
    detail: `${accident.day} · ${accident.roadName} · ${accident.placeText}`,
    ...place(accident),
    sign: [accident.severity],
    score: numberScore(query, [accident.number]),
  }))
}

export function facilityHits(
  query: string,
  found: readonly FoundFacility[],
  language: Language,
): SearchHit[] {
  return found.map((facility) => ({
    kind: 'facility',
    label: facility.number,
    detail: `${factsOfKind(facility.kind)[language]} · ${facility.placeText}`,
    ...place(facility),
    sign: [facility.kind, facility.state],
    score: numberScore(query, [facility.number]) * 0.95,
  }))
}
