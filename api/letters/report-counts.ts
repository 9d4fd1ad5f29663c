import { hazardLevels, hazardTypes, type HazardType } from '../hazards/hazard-codes.ts'
import { documentRoadName } from '../roads/stakes/stake-format.ts'
import type { TicketFacts } from './letter-facts.ts'

/** 平交路口3处、急弯2处: the most frequent first, ties by where they stand. */
export function countsInWords(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name}${count}处`)
    .join('、')
}

const levelsDown = [3, 2, 1] as const

/** 其中重大2处、较大1处; what has no level yet is said too. */
export function levelsInWords(tickets: readonly TicketFacts[]): string {
  const of = (level: number | null) => tickets.filter(({ hazard }) => hazard.level === level).length
  const parts = [
    ...levelsDown.map((level) => [hazardLevels[level].zh, of(level)] as const),
    ['未定级', of(null)] as const,
  ]
  return parts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}隐患${count}处`)
    .join('、')
}

export const typesInWords = (tickets: readonly TicketFacts[]): string =>
  countsInWords(
    tickets.map(({ hazard }) => hazardTypes[hazard.types[0] as HazardType]?.zh ?? '其他').map(firstName),
  )

/** 标志缺失/损坏/遮挡 is a choice on a form; a sentence takes it as it is, with 、 for the strokes. */
const firstName = (name: string) => name.replaceAll('/', '、')

export const roadsInWords = (tickets: readonly TicketFacts[]): string =>
  countsInWords(tickets.map(({ hazard }) => documentRoadName(hazard.road ?? '', hazard.roadName)))

export const townshipsInWords = (tickets: readonly TicketFacts[]): string =>
  countsInWords(tickets.map(({ hazard }) => hazard.township ?? '其他地区'))
