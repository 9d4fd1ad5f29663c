import { arabicFromChinese } from '../../roads/stakes/chinese-numerals.ts'

/** Digits and a power of ten: a decimal without binary dust. 0.3万 is 3 × 10³. */
export interface ExactDecimal {
  readonly digits: bigint
  readonly exponent: number
}

export interface Quantity {
  readonly amount: ExactDecimal
  readonly isNegative: boolean
  readonly isApproximate: boolean
  /** The letters O, l or I stood for digits. */
  readonly wasConfusable: boolean
  /** The unit that stood behind the number, without 万 and the like: 元, 人. */
  readonly unit: string
  /** 千, 万 or 亿 stood behind the number. */
  readonly hasScale: boolean
  readonly hasDecimals: boolean
}

const scales: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
}
const approximate = /约|大概|左右|上下|余|多|近|≈|~|不足|超过|以上/g
const money = /人民币|RMB|CNY|[¥￥$]/g
const shape = /^([-+(]?)(\d+(?:\.\d*)?|\.\d+)\)?(千万|百万|十万|[十百千万亿])?([^\d.]*)$/
const mixed = /^([-+]?)(\d+(?:\.\d+)?)万(\d{1,4})(元)?$/
const chineseNumber = /^[〇零一二两三四五六七八九十百千]+(?=[人名起个辆元块圆万]|$)/
const confusable = /(?<=[\d.]|^)[OolI|]+(?=[\dOolI|.]|$|[人名元万起个辆])/g
const longest = 40

export const decimalOf = (text: string): ExactDecimal => {
  const [whole = '', fraction = ''] = text.split('.')
  return { digits: BigInt(whole + fraction || '0'), exponent: -fraction.length }
}

export const scaled = ({ digits, exponent }: ExactDecimal, power: number): ExactDecimal => ({
  digits,
  exponent: exponent + power,
})

/** Half up; `isExact` where nothing was cut off. */
export function toWhole({ digits, exponent }: ExactDecimal): { whole: bigint; isExact: boolean } {
  if (exponent >= 0) return { whole: digits * 10n ** BigInt(exponent), isExact: true }
  const unit = 10n ** BigInt(-exponent)
  return { whole: (digits + unit / 2n) / unit, isExact: digits % unit === 0n }
}

function withDigits(text: string): { text: string; wasConfusable: boolean } {
  let wasConfusable = false
  const digits = text.replace(confusable, (letters) => {
    wasConfusable = true
    return letters.replace(/o/gi, '0').replace(/[lI|]/g, '1')
  })
  const isNumber = /\d/.test(text)
  return wasConfusable && isNumber ? { text: digits, wasConfusable } : { text, wasConfusable: false }
}

/** 3,000 and 1,234,567.5; a comma elsewhere is none of the number's. */
const withoutThousands = (text: string) =>
  /^[-+]?\d{1,3}(?:,\d{3})+(?![\d,])/.test(text) ? text.replaceAll(',', '') : text

/** 2人, 约3000元, 0.3万, 3万5000元, ¥3,000.50, 两人; half-width. Undefined where it is no number. */
export function readQuantity(written: string): Quantity | undefined {
  if (written.length > longest) return undefined
  const bare = written.replace(/\s+/g, '').replace(money, '')
  const plain = bare.replace(approximate, '')
  const { text, wasConfusable } = withDigits(plain)
  const arabic = text.replace(chineseNumber, (numeral) => arabicFromChinese(numeral) ?? numeral)
  const number = withoutThousands(arabic)
  const state = { isApproximate: plain !== bare, wasConfusable }
  const [, sign, wan, rest, yuan = ''] = mixed.exec(number) ?? []
  if (wan !== undefined) {
    // 3万5 is 35 000 by word of mouth, 3万5000 by its digits: only the full form is read.
    if (rest!.length < 4) return undefined
    const digits = decimalOf(wan).digits * 10_000n + BigInt(rest!)
    if (wan.includes('.')) return undefined
    const amount = { digits, exponent: 0 }
    return { amount, ...state, isNegative: sign === '-', unit: yuan, hasScale: true, hasDecimals: false }
  }
  const [, opening, value, scale, unit = ''] = shape.exec(number) ?? []
  if (value === undefined) return undefined
  return {
    amount: scaled(decimalOf(value), scale === undefined ? 0 : scales[scale]!),
    ...state,
    // Bookkeepers write a minus as brackets.
    isNegative: opening === '-' || (opening === '(' && number.includes(')')),
    unit,
    hasScale: scale !== undefined,
    hasDecimals: value.includes('.'),
  }
}
