import type { Text } from '../http/text.ts'
import { exactRatio } from './exact-ratio.ts'

/** 四项指数: accidents, killed (within 7 days), injured, direct loss in whole yuan. */
export interface Indices {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
}

export const indexKeys = [
  'accidents',
  'killed',
  'injured',
  'lossYuan',
] as const satisfies readonly (keyof Indices)[]

export type Trend = 'up' | 'down' | 'level'

export interface Change {
  readonly difference: number
  /** One decimal; null where the previous figure is 0 and no percentage exists. */
  readonly percent: number | null
  readonly trend: Trend
}

export type Changes = Readonly<Record<keyof Indices, Change>>

export const trendWords: Readonly<Record<Trend, Text>> = {
  up: { zh: '上升', en: 'up' },
  down: { zh: '下降', en: 'down' },
  level: { zh: '持平', en: 'unchanged' },
}

/** Half away from zero, as offices round; in whole numbers, so nothing is lost on the way. */
function percentOf(difference: number, previous: number): number {
  const percent = Number(exactRatio(BigInt(difference) * 100n, previous, 1))
  return percent === 0 ? 0 : percent
}

export function changeBetween(current: number, previous: number): Change {
  const difference = current - previous
  const trend = difference > 0 ? 'up' : difference < 0 ? 'down' : 'level'
  if (previous === 0) return { difference, percent: null, trend }
  return { difference, percent: percentOf(difference, previous), trend }
}

export function changesBetween(current: Indices, previous: Indices): Changes {
  return {
    accidents: changeBetween(current.accidents, previous.accidents),
    killed: changeBetween(current.killed, previous.killed),
    injured: changeBetween(current.injured, previous.injured),
    lossYuan: changeBetween(current.lossYuan, previous.lossYuan),
  }
}

export const noAccidents: Indices = { accidents: 0, killed: 0, injured: 0, lossYuan: 0 }

/** Sums of whole numbers: exact, and the same in any order. */
export const sumOfIndices = (rows: readonly Indices[]): Indices =>
  rows.reduce(
    (sum, row) => ({
      accidents: sum.accidents + row.accidents,
      killed: sum.killed + row.killed,
      injured: sum.injured + row.injured,
      lossYuan: sum.lossYuan + row.lossYuan,
    }),
    noAccidents,
  )
