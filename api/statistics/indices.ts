import type { Text } from '../http/text.ts'

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

/** What stands where no percentage can: a growth from nothing has none. */
export const noPrevious: Text = { zh: '—（上年同期为0）', en: '— (0 in the same period last year)' }

/** Half away from zero, as offices round; whole numbers in, so nothing is lost on the way. */
function percentOf(difference: number, previous: number): number {
  const tenths = Math.floor((Math.abs(difference) * 2000 + previous) / (2 * previous))
  return tenths === 0 ? 0 : (Math.sign(difference) * tenths) / 10
}

export function changeBetween(current: number, previous: number): Change {
  const difference = current - previous
  const trend = difference > 0 ? 'up' : difference < 0 ? 'down' : 'level'
  if (previous === 0) return { difference, percent: difference === 0 ? 0 : null, trend }
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
