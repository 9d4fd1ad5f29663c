import type { Indices } from './indices.ts'
import { wanInSentence } from './money.ts'
import { cutoffWords } from './period.ts'

/** The sentence of the annual summary. Its figures are those of the table: general procedure, and what of it was reported. */
export function annualSentence(to: string, general: Indices, reported: Indices): string {
  const figures = ({ killed, injured, lossYuan }: Indices) =>
    `死亡${killed}人,受伤${injured}人,财损${wanInSentence(lossYuan)}万元`
  return (
    `${cutoffWords(to)},全旗发生道路交通事故一般程序共计${general.accidents}起,${figures(general)}` +
    `(其中一般程序统计事故${reported.accidents}起,${figures(reported)})。`
  )
}
