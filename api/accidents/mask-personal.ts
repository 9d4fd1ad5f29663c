/** One cheap look before the exact patterns: most texts of a table have none of these. */
const suspicious =
  /\d{6}|\d{3}[- ]\d{4}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]|当事人|驾驶|司机|车主|死者|伤者|姓名|报警人|报案人|乘车人|乘员|行人/

/** 18 digits with a birthday inside, or 15 digits of the old form. */
const identity = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])/g
const phone = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]\s?[·.-]?\s?(?:[A-Z0-9]{4}[挂学警港澳领使]|[A-Z0-9]{5,6}(?![\d+]))/gi

const roles = '当事人|驾驶人|驾驶员|司机|车主|死者|伤者|姓名|报警人|报案人|乘车人|乘员|行人'
/** Words that follow a role and are no name. */
const noName =
  '驾|驶|酒|因|沿|由|在|未|受|死|当|的|为|均|系|被|无|从|操|疲|超|对|发|不|违|逃|弃|经|送|负|承|饮|忽|观|措|及|和|与|横|步|骑|乘|突|过|行|走|左|右|下|上|离|现|已|将|是|有|没|等|两|双|各|之|其|某|甲|乙|丙|丁|随意|难以|事故'
/** What ends a name: a sign, or the verb of the story. */
const behindName = String.raw`(?=[\s,，。、;；:：()（）\[\]0-9A-Z]|驾|持|饮|酒|沿|步行|骑|乘|无证|受伤|死亡|当场|横过|横穿|经抢救|系|因|与|和|未|在|被|由|超速|疲劳|逆行|闯|左转|右转|掉头|倒车|行驶|逃逸|弃车|$)`
const named = new RegExp(
  String.raw`(${roles})(姓名)?(\s*(?:[:：]|为|是)?\s*)(?!${noName})([\u4E00-\u9FFF·]{2,8}?)${behindName}`,
  'gu',
)

/** Identity numbers, phones, plates and names behind a role: taken out before anything is stored. */
export function maskPersonal(text: string): string {
  if (!suspicious.test(text)) return text
  return text
    .replace(identity, '［证件号］')
    .replace(phone, '［电话］')
    .replace(plate, '［号牌］')
    .replace(named, (whole: string, role: string, word = '', sign = '', name: string) =>
      // 张某 is already masked; the surname tells the parties of a story apart.
      name.endsWith('某') || name.includes('某') ? whole : `${role}${word}${sign}${name.slice(0, 1)}某`,
    )
}
