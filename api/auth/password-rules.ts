import type { Text } from '../http/text.ts'

/** NIST SP 800-63B asks for length and a list of bad choices; 等保二级 asks for complexity: a long one may be plain, a shorter one is mixed. */
export const passwordRules = { plainLength: 12, mixedLength: 10, mixedKinds: 3, longest: 128, remembered: 5 }

const dayMs = 86_400_000
const restLength = 6

const common = [
  'password passw0rd p@ssw0rd qwerty qwertyuiop asdfghjkl zxcvbnm admin administrator root welcome letmein',
  'iloveyou woaini 5201314 1314520 abc123 a123456 1qaz2wsx qazwsx 1q2w3e4r 147258369 112233 123123 666666 888888',
  'otog etuoke eerduosi ordos jiaojing jiaotong jingcha gongan police 150624 qwe123 test demo user changeme',
  '密码 鄂托克 交警 交管 大队 公安',
].flatMap((line) => line.split(' '))

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const tracks = rows.flatMap((row) => [row, [...row].reverse().join('')])

/** Four neighbours on a keyboard row or in the alphabet, or the same key four times, are one choice and not four. */
function withoutRuns(text: string): string {
  let rest = text.replace(/(.)\1{3,}/gu, '')
  for (let from = 0; from + 4 <= rest.length;) {
    const isRun = tracks.some((track) => track.includes(rest.slice(from, from + 4)))
    if (isRun) rest = rest.slice(0, from) + rest.slice(from + 4)
    else from++
  }
  return rest
}

function withoutCommon(password: string, username: string): string {
  const words = [...common, username].filter((word) => word.length >= 2)
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase())
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

const words = {
  tooShort: {
    zh: '密码至少 12 个字符；若同时含大写、小写、数字、符号中的三类，至少 10 个。',
    en: 'Use at least 12 characters, or at least 10 with three of: capital letters, small letters, digits, signs.',
  },
  tooLong: { zh: '密码最长 128 个字符。', en: 'Use at most 128 characters.' },
  username: { zh: '密码不能含用户名。', en: 'The password must not contain the username.' },
  common: {
    zh: '这个密码太常见、太好猜（连续数字、键盘顺序、单位名称之类），请换一个。',
    en: 'This password is too common (runs of digits or keys, the name of the unit). Choose another.',
  },
} as const satisfies Record<string, Text>

/** Why this cannot be the new password; undefined where it can. What was used before is known to the database only. */
export function passwordRefusal(plain: string, username: string): Text | undefined {
  const password = plain.normalize('NFKC')
  const length = [...password].length
  const isMixed = kinds.filter((kind) => kind.test(password)).length >= passwordRules.mixedKinds
  if (length < (isMixed ? passwordRules.mixedLength : passwordRules.plainLength)) return words.tooShort
  if (length > passwordRules.longest) return words.tooLong
  if (username.length > 3 && password.toLowerCase().includes(username.toLowerCase())) return words.username
  const rest = withoutRuns(withoutCommon(password, username))
  return new Set(rest).size < restLength ? words.common : undefined
}

export const isPasswordTooOld = (setAt: Date, now: Date, maxAgeDays: number | undefined): boolean =>
  maxAgeDays !== undefined && now.getTime() - setAt.getTime() > maxAgeDays * dayMs
