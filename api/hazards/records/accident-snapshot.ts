import type { Text } from '../../http/text.ts'

interface Counted {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
}

/** What was counted around a ticket on the day it was taken on. */
export interface AccidentSnapshot {
  readonly calibreName: string
  readonly cutoff: string
  /** Metres before and behind the place or stretch: more than the lists count, which stay within it. */
  readonly radius: number
  readonly oneYear: Counted
  readonly threeYears: Counted
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export const isAccidentSnapshot = (value: unknown): value is AccidentSnapshot =>
  isObject(value) && 'radius' in value && isObject(value['oneYear']) && isObject(value['threeYears'])

const zhCount = ({ accidents, killed, injured }: Counted) => `${accidents}起${killed}死${injured}伤`
const enCount = ({ accidents, killed, injured }: Counted) =>
  `${accidents} accidents, ${killed} killed, ${injured} injured`

/** 立项时前后 500 米的一般程序事故（截至…）：近一年2起1死3伤，近三年…. */
export const snapshotInWords = (snapshot: AccidentSnapshot): Text => {
  const { radius, cutoff, calibreName, oneYear, threeYears } = snapshot
  return {
    zh: `前后 ${radius} 米内的${calibreName}事故（截至 ${cutoff}）：近一年${zhCount(oneYear)}，近三年${zhCount(threeYears)}`,
    en: `Accidents (general procedure) within ${radius} m to ${cutoff}: one year ${enCount(oneYear)}; three years ${enCount(threeYears)}`,
  }
}
