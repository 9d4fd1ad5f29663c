/** A space as wide as a character. */
export const wide = '\u3000'

/** 2026年6月30日: no leading zeros, as documents write days. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Room to write a day by hand. */
export const blankDay = `${wide.repeat(4)}年${wide.repeat(2)}月${wide.repeat(2)}日`

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 一, 十, 十二, 二十; headings of a document never reach a hundred. */
export function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${ten}${digits[ones]}`
}

/** 一、 and （一）, the first two ranks of numbering. */
export const firstRank = (index: number) => `${numeral(index + 1)}、`
export const secondRank = (index: number) => `（${numeral(index + 1)}）`
export const thirdRank = (index: number) => `${index + 1}.`

const ownNumbering =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))\s*/

/** What stood between semicolons or on its own line, without its numbering and its last stop. */
export function itemsOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[；;\n]+/)
    .map((item) =>
      item
        .trim()
        .replace(ownNumbering, '')
        .replace(/[。.，,、\s]+$/, ''),
    )
    .filter((item) => item !== '')
}

/** A sentence that ends as one. */
export const sentence = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`)

/** 一、…；二、…。 in one line. */
export const enumerated = (items: readonly string[], rank: (index: number) => string): string =>
  items.length === 0 ? '' : `${items.map((item, index) => rank(index) + item).join('；')}。`

/** 121.50 → 121.5, 86.00 → 86: a sentence drops trailing zeros, a table keeps two decimals. */
export const wanWords = (wan: string): string =>
  `${wan.includes('.') ? wan.replace(/0+$/, '').replace(/\.$/, '') : wan}万元`

/** Boxes side by side, the chosen one ticked. */
export const ticked = (choices: readonly (readonly [string, boolean])[]): string =>
  choices.map(([label, isChosen]) => `${isChosen ? '■' : '□'}${label}`).join(wide)
