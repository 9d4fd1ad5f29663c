import { withArabicNumerals } from './chinese-numerals.ts'

export interface NormalisedText {
  readonly text: string
  readonly wasConfusable: boolean
  readonly wasCut: boolean
}

/** Longest text that is read: a pasted message, not a book. */
export const longestText = 2000

/** O for 0 and l or I for 1, only directly behind a digit, a K or a plus and not before another letter. */
const confusable = /(?<=[\dK+])[OolI|]+(?=[\dOolI|+\s]|[^\x21-\x7e]|KM|M|$)/g

/** 蒙K is the plate of Ordos, not a stake. */
const plate = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z\d]{5,6}(?![\d+.])/g

/** 1,046公里. */
const thousands = /(?<![\d+.])(\d{1,3}),(\d{3})(?=\s?(?:公里|千米|KM|\+))/g

/** K1046十200: the sign was read as the numeral ten. */
const tenForPlus = /(?<=K\s?\d{1,4}\s?)十(?=\s?\d{3}(?!\d))/g

/** Of a place, as it is written in Taiwan and Hong Kong or on old plans. */
const traditional = new Map(
  [...'國国縣县鄉乡線线樁桩號号處处東东側侧與与橋桥離离約约灣湾邊边'.matchAll(/(.)(.)/gu)].map(
    ([, old, simple]) => [old!, simple!],
  ),
)
const inTraditional = new RegExp(`[${[...traditional.keys()].join('')}]`, 'gu')

/** Roads are marked with characters of the private use area later on. */
const privateUse = /[\uE000-\uF8FF]/g

/** One form for full-width and half-width, case, blanks and numerals, so that the patterns need to know only one. */
export function normaliseStakeText(text: string): NormalisedText {
  // Some characters become eighteen: the cut holds for what is read.
  const compatible = text.slice(0, longestText).normalize('NFKC').slice(0, longestText)
  let wasConfusable = false
  let digitsOnly = compatible
    .replace(privateUse, ' ')
    .replace(inTraditional, (old) => traditional.get(old)!)
    .replace(/k/g, 'K')
  digitsOnly = digitsOnly.replace(tenForPlus, () => {
    wasConfusable = true
    return '+'
  })
  // Each pass can bring the next letter beside a digit: K1O2O.
  for (let pass = 0; pass < 4; pass++)
    digitsOnly = digitsOnly.replace(confusable, (letters) => {
      wasConfusable = true
      return letters.replace(/o/gi, '0').replace(/[lI|]/g, '1')
    })
  const upper = digitsOnly.toUpperCase().replace(/\s+/gu, ' ').trim()
  return {
    text: withArabicNumerals(upper.replace(plate, ' ').replace(thousands, '$1$2')),
    wasConfusable,
    wasCut: text.length > longestText,
  }
}
