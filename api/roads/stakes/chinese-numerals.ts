const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  幺: 1,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一千零四十六 or 一〇四六 or 四十六点二 as Arabic digits; undefined where it is no number. */
export function arabicFromChinese(numeral: string): string | undefined {
  const [whole = '', fraction, ...more] = numeral.split('点')
  if (more.length > 0 || whole === '') return undefined
  const integer = /[十百千]/.test(whole) ? valueOf(whole) : digitsOf(whole)
  if (integer === undefined || fraction === undefined) return integer
  const decimals = digitsOf(fraction)
  return decimals === undefined ? undefined : `${integer}.${decimals}`
}

function digitsOf(text: string): string | undefined {
  const read = [...text].map((character) => digits[character])
  return read.length === 0 || read.includes(undefined) ? undefined : read.join('')
}

function valueOf(text: string): string | undefined {
  let sum = 0
  let digit: number | undefined
  // 二百五 is 250, 二百零五 is 205.
  let unit = 1
  for (const character of text) {
    const power = powers[character]
    if (power === undefined) {
      if (digit === 0) unit = 1
      digit = digits[character]
      if (digit === undefined) return undefined
      continue
    }
    // 十五 has no digit before its ten.
    sum += (digit ?? 1) * power
    digit = undefined
    unit = power / 10
  }
  return String(sum + (digit ?? 0) * unit)
}

/** Lazy, so that 三千米 is three kilometres (千米) and 三千五百米 is metres. */
const numeralBeforeUnit =
  /(?<!\d)[〇零幺一二两三四五六七八九十百千][〇零幺一二两三四五六七八九十百千点]{0,16}?(?=公里|千米|米|KM)/g

/** 1046公里五百, 1046公里五百处: spoken metres without their unit. */
const spokenMetres =
  /(?<=(?:公里|千米)[加又零过+]?)[一二两三四五六七八九]百(?:[零一二三四五六七八九十]{1,4})?(?=处|附近|路?段|左右|$|[\s,。;、)])/g

/** 一〇九国道, 幺零九国道, 一百零九国道, 国道一〇九线. */
const roadNumber =
  /[〇零幺一二三四五六七八九十百]{2,7}(?=国道|省道|县道|乡道)|(?<=国道|省道|县道|乡道)[〇零幺一二三四五六七八九十百]{2,7}(?=线)/g

/** 2百米. */
const mixedHundreds = /(?<![\d.])([1-9])百米/g

/** Only numerals that stand before a unit: 察敖一级公路 keeps its 一. */
export function withArabicNumerals(text: string): string {
  return text
    .replace(roadNumber, arabicOrJoined)
    .replace(numeralBeforeUnit, arabicOrJoined)
    .replace(spokenMetres, (numeral) => `${arabicFromChinese(numeral) ?? numeral}米`)
    .replace(mixedHundreds, (_, hundreds: string) => `${hundreds}00米`)
}

function arabicOrJoined(numeral: string): string {
  const read = arabicFromChinese(numeral)
  if (read !== undefined) return read
  // 公里零三百米: the leading 零 joins, it does not count.
  const rest = arabicFromChinese(numeral.slice(1))
  return rest === undefined ? numeral : numeral.slice(0, 1) + rest
}
