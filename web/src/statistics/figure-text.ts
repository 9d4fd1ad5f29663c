import { trendWords, type Change } from '../../../api/statistics/indices.ts'
import type { Language, Words } from '../text/words.ts'

/** 下降 6.3%, in words as well as in numbers. */
export function changeWords(
  { percent, trend }: Change,
  words: Words['statistics'],
  language: Language,
): string {
  const text = percent === null ? null : Math.abs(percent).toFixed(1)
  return words.change(trendWords[trend][language], text)
}

/** Worse is up, for all of the four. */
export const changeTone = ({ trend, difference }: Change): 'worse' | 'better' | 'same' =>
  difference === 0 ? 'same' : trend === 'up' ? 'worse' : 'better'

/** Part of the longest bar, in whole per cent; something is never drawn as nothing. */
export const barShare = (value: number, most: number): number =>
  value === 0 || most === 0 ? 0 : Math.max(2, Math.round((value / most) * 100))

/** Five shades by the count: 0 is none, the most is the darkest. */
export const shadeOf = (value: number, most: number): number =>
  value === 0 || most === 0 ? 0 : Math.ceil((value / most) * 4)
