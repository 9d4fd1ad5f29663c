import type { Change } from '../statistics/indices.ts'

/** ↓6.3 under a heading that says per cent; an arrow is what black-and-white paper keeps, and nothing is divided by nothing. */
export function changeText({ percent, trend }: Change): string {
  if (percent === null) return '—(上年同期为0)'
  if (trend === 'level') return '持平'
  // A small change may round to 0.0 and is still one.
  return `${trend === 'up' ? '↑' : '↓'}${Math.abs(percent).toFixed(1)}`
}

/** ↓6.3% where no heading says it. */
export const changePercentText = (change: Change): string =>
  changeText(change).replace(/^[↑↓].*$/, (text) => `${text}%`)
