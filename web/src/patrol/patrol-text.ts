import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import type { LooseStop, Patrol } from '../api/api-types.ts'
import { formatDate } from '../text/format.ts'
import { punctuation } from '../../../api/http/text.ts'
import type { Language, Words } from '../text/words.ts'
import { kilometres } from './patrol-progress.ts'

export interface Teller {
  readonly words: Words['patrol']
  readonly language: Language
}

export function stopTitle(stop: LooseStop, { words, language }: Teller): string {
  if (stop.kind === 'hotspot') return words.accidents(stop.accidents ?? 0)
  return stop.facilityKind && language === 'en' ? facilityKinds[stop.facilityKind].en : stop.title
}

export function towardsText(
  direction: Patrol['direction'],
  towards: string | null | undefined,
  { words }: Teller,
): string {
  return towards ? words.towards(towards) : words.byStakes[direction]
}

const urgencyText = ({ overdueDays, urgency, kind }: LooseStop, { words }: Teller) =>
  overdueDays > 0 ? words.overdue(overdueDays) : urgency === 'soon' && kind === 'hazard' ? words.soon : ''

/** What the chat needs to know of a stop; no names of people, no telephone numbers. */
function stopLine(stop: LooseStop, where: string, teller: Teller): string {
  const { words, language } = teller
  const { comma, colon, aside } = punctuation[language]
  const said = [words.looks[stop.look], urgencyText(stop, teller)].filter(Boolean).join(comma)
  return `${where} ${words.kinds[stop.kind]}${colon}${stopTitle(stop, teller)}${aside(said)}`
}

/** The patrol as one message for the group. */
export function patrolText(patrol: Patrol, teller: Teller): string {
  const { words, language } = teller
  const head = [`【${words.title}】${formatDate(patrol.on, language)}`, patrol.squadName]
    .filter(Boolean)
    .join(' ')
  const roads = patrol.roads
    .filter(({ stops }) => stops.length > 0)
    .flatMap((road) => [
      `${road.roadName} ${towardsText(patrol.direction, road.towards, teller)}${punctuation[language].comma}${words.summary(road.stops.length, kilometres(road.total))}`,
      ...road.stops.map((stop, i) => {
        const where = `${i + 1}. ${stop.stakeText ?? ''} ${words.kilometres(kilometres(stop.sinceStart))}`
        return stopLine(stop, where, teller)
      }),
    ])
  const loose = patrol.offRoad.flatMap(({ township, stops }) => [
    township ?? words.noTownship,
    ...stops.map((stop) => stopLine(stop, `· ${stop.roadName}`, teller)),
  ])
  return [head, ...roads, ...loose].join('\n')
}
