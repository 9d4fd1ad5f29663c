import type { Cell } from '../import-types.ts'

export interface ReadTitle {
  /** What titles are compared by: half-width, capitals, no blanks, marks, brackets or units. */
  readonly key: string
  /** What one unit of the title means in the field's own unit: 财损(万元) → 10000. */
  readonly factor: number | null
}

const factors: Readonly<Record<string, number>> = {
  元: 1,
  人民币元: 1,
  千元: 1000,
  万元: 10_000,
  万: 10_000,
  亿元: 100_000_000,
}

/** In brackets these say nothing about which field it is. */
const units =
  /^(?:人|名|起|个|辆|次|公里|千米|KM|米|M|必填|选填|可选|填写|代码|编码|CODE|YYYY.*|年月日.*|格式.*)$/
const bracketed = /[([【〔<]([^()[\]【】〔〕<>]*)[)\]】〕>]/g
/** 财损万元, 直接财产损失:元 without brackets. */
const trailingUnit = /(?<=[损失财])[:/,]?(人民币元|千元|万元|亿元|元)$/

export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'object' ? cell.text : String(cell)
}

/** Half-width without blanks: what stays is what a person reads. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/[\s\u200B\uFEFF]+/gu, '')

export function readTitle(title: string): ReadTitle {
  let factor: number | null = null
  const plain = compact(title.slice(0, 200))
    .toUpperCase()
    .replace(/单位[::]/g, '')
    .replace(bracketed, (_, inner: string) => {
      const unit = factors[inner]
      if (unit !== undefined) factor = unit
      return unit !== undefined || units.test(inner) ? '' : inner
    })
    .replace(trailingUnit, (_, unit: string) => {
      factor = factors[unit] ?? factor
      return ''
    })
  return { key: plain.replace(/[*★#、,.。:;_\-—'"“”]/g, ''), factor }
}
