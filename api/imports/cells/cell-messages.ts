import type { Text } from '../../http/text.ts'

/** A cell as a message quotes it. */
export const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

export const cellMessages = {
  missing: (zh: string, en: string): Text => ({
    zh: `没有${zh}，请补上。`,
    en: `There is no ${en}. Add it.`,
  }),
  unreadableDate: (text: string): Text => ({
    zh: `“${short(text)}”不是能认出的日期，请写成 2018-03-05；有时刻的写成 2018-03-05 14:30。`,
    en: `“${short(text)}” is no date that can be read. Write 2018-03-05, or 2018-03-05 14:30 where the time is known.`,
  }),
  noYear: (text: string): Text => ({
    zh: `“${short(text)}”没有年份，请补上年份。`,
    en: `“${short(text)}” has no year. Add it.`,
  }),
  twoDigitYear: (text: string, year: number): Text => ({
    zh: `“${short(text)}”的年份只有两位，按 ${year} 年读取，请核对。`,
    en: `The year of “${short(text)}” has two digits; ${year} was taken. Check it.`,
  }),
  monthBeforeDay: (text: string): Text => ({
    zh: `“${short(text)}”按“月/日/年”读取，请核对月和日。`,
    en: `“${short(text)}” was read as month/day/year. Check month and day.`,
  }),
  doubtfulHour: (text: string): Text => ({
    zh: `“${short(text)}”的时段与钟点不合，请核对是哪一天的几点。`,
    en: `The part of the day and the hour of “${short(text)}” do not go together. Check day and hour.`,
  }),
  inFuture: (text: string): Text => ({
    zh: `“${short(text)}”晚于现在，请核对。`,
    en: `“${short(text)}” lies in the future. Check it.`,
  }),
  tooEarly: (text: string): Text => ({
    zh: `“${short(text)}”早于 1990 年，请核对（可能是序列号或起算日期不同）。`,
    en: `“${short(text)}” is before 1990. Check it; it may be a serial number or count from another day.`,
  }),
  fromSerial: (text: string, read: string): Text => ({
    zh: `“${short(text)}”是表格的日期序列号，读作 ${read}。`,
    en: `“${short(text)}” is a spreadsheet’s serial number and was read as ${read}.`,
  }),
  unreadableTime: (text: string): Text => ({
    zh: `“${short(text)}”不是能认出的时刻，请写成 14:30。`,
    en: `“${short(text)}” is no time of day that can be read. Write 14:30.`,
  }),
  unreadableNumber: (text: string): Text => ({
    zh: `“${short(text)}”不是能认出的数字，请核对。`,
    en: `“${short(text)}” is no number that can be read. Check it.`,
  }),
  negative: (text: string): Text => ({
    zh: `“${short(text)}”是负数，不能采用，请更正后再导入。`,
    en: `“${short(text)}” is negative and cannot be taken. Correct it and import again.`,
  }),
  notWhole: (text: string): Text => ({
    zh: `“${short(text)}”不是整数，请核对。`,
    en: `“${short(text)}” is not a whole number. Check it.`,
  }),
  tooLarge: (text: string): Text => ({
    zh: `“${short(text)}”过大，请核对数字和单位。`,
    en: `“${short(text)}” is too large. Check the number and its unit.`,
  }),
  approximate: (text: string): Text => ({
    zh: `“${short(text)}”是约数，按所写数字采用。`,
    en: `“${short(text)}” is approximate; the number was taken as written.`,
  }),
  confusable: (text: string, read: string): Text => ({
    zh: `“${short(text)}”中的字母 O、l、I 按数字读作 ${read}，请核对。`,
    en: `Letters O, l or I in “${short(text)}” were read as digits: ${read}. Check it.`,
  }),
  noneAsZero: (text: string): Text => ({
    zh: text === '' ? '空白，拟按 0 人采用，请确认。' : `“${short(text)}”拟按 0 人采用，请确认。`,
    en:
      text === ''
        ? 'The cell is empty; 0 is proposed. Confirm it.'
        : `0 is proposed for “${short(text)}”. Confirm it.`,
  }),
  unknownCount: (text: string): Text => ({
    zh: `“${short(text)}”没有给出数字，请补上。`,
    en: `“${short(text)}” gives no number. Add it.`,
  }),
  rounded: (text: string, yuan: number): Text => ({
    zh: `“${short(text)}”取整为 ${yuan} 元。`,
    en: `“${short(text)}” was rounded to ${yuan} yuan.`,
  }),
  ownUnit: (text: string, yuan: number): Text => ({
    zh: `“${short(text)}”自带单位，与列名的单位不同，按单元格读作 ${yuan} 元，请核对。`,
    en: `“${short(text)}” has a unit other than its column’s; it was read as ${yuan} yuan. Check it.`,
  }),
  perhapsTenThousands: (text: string): Text => ({
    zh: `“${short(text)}”带小数且很小，可能以万元为单位，请核对。`,
    en: `“${short(text)}” is small and has decimals: it may be in 万元. Check it.`,
  }),
  unknownCode: (text: string): Text => ({
    zh: `“${short(text)}”不在代码表中，请选定。`,
    en: `“${short(text)}” is not in the code table. Choose one.`,
  }),
  guessedCode: (text: string, name: string): Text => ({
    zh: `“${short(text)}”按“${name}”采用，请核对。`,
    en: `“${short(text)}” was taken for “${name}”. Check it.`,
  }),
  codeNameDiffer: (text: string, name: string): Text => ({
    zh: `“${short(text)}”的代码和名称不一致，按代码“${name}”采用，请核对。`,
    en: `Code and name of “${short(text)}” differ; the code was taken (“${name}”). Check it.`,
  }),
  severalCodes: (text: string, name: string): Text => ({
    zh: `“${short(text)}”有几个值，只能采用一个，取了“${name}”，请核对。`,
    en: `“${short(text)}” has several values and one can be taken: “${name}”. Check it.`,
  }),
  unreadableYesNo: (text: string): Text => ({
    zh: `“${short(text)}”看不出是或否，请选定。`,
    en: `“${short(text)}” is neither yes nor no. Choose one.`,
  }),
  reportedUnconfirmed: (): Text => ({
    zh: '代码 3 为“上报未更新成功”，拟按已上报采用，请核对。',
    en: 'Code 3 means reported, update failed; reported is proposed. Check it.',
  }),
  endsInZeros: (text: string): Text => ({
    zh: `编号“${short(text)}”末三位是 000，可能原本如此，也可能被表格软件改过。请与原系统核对，无误再写入。`,
    en: `The number “${short(text)}” ends in 000: it may be so, or a spreadsheet changed it. Compare it with the original before taking it.`,
  }),
  precisionLost: (text: string): Text => ({
    zh: `编号精度丢失：“${short(text)}”已被表格软件当作数字，末位变成了 0。请从原系统重新导出为文本，或补填编号。`,
    en: `The number lost its last digits: a spreadsheet took “${short(text)}” for a number. Export it again as text, or type it in.`,
  }),
  unreadableNo: (text: string): Text => ({
    zh: `编号“${short(text)}”应为 4—18 位数字或字母，请核对。`,
    en: `The number “${short(text)}” should be 4 to 18 digits or letters. Check it.`,
  }),
  tooLong: (most: number): Text => ({
    zh: `文字超过 ${most} 字，只采用前 ${most} 字，请核对。`,
    en: `The text is longer than ${most} characters; the rest was left out. Check it.`,
  }),
  personalMasked: (): Text => ({
    zh: '文字中的姓名、证件号、电话或号牌已遮去，不保存。',
    en: 'Names, identity numbers, phones or plates in the text were masked; they are not stored.',
  }),
  unknownRoad: (text: string): Text => ({
    zh: `“${short(text)}”不在路线库中，按文字保留；请核对路名或先登记该路。`,
    en: `“${short(text)}” is not a registered road; it is kept as words. Check it or register the road.`,
  }),
  roadAmbiguous: (text: string): Text => ({
    zh: `“${short(text)}”对应多条路线，请选定。`,
    en: `“${short(text)}” fits several roads. Choose one.`,
  }),
  unknownSquad: (text: string): Text => ({
    zh: `“${short(text)}”不是已登记的中队，请选定；不选则按管段推定。`,
    en: `“${short(text)}” is no registered squad. Choose one, or the stretch of the road decides.`,
  }),
  unknownTownship: (text: string): Text => ({
    zh: `“${short(text)}”不是已登记的苏木镇或园区，请选定；不选则按位置推定。`,
    en: `“${short(text)}” is no registered township or park. Choose one, or the place decides.`,
  }),
}
