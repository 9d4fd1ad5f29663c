import type { CodeTable } from '../../accidents/accident-codes.ts'
import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
import {
  absenceOf,
  empty,
  halfWidth,
  read,
  remembered,
  toCheck,
  unread,
  type CellReading,
} from './cell-reading.ts'

export interface CodeSpec {
  readonly table: CodeTable
  /** Other words for a code: those of other exports and of older standards. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Words that name a code only roughly: taken, but to be looked at. */
  readonly rough?: Readonly<Record<string, string>>
}

/** 晴、晴天 and （晴） are compared without signs. */
const nameKey = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()[\]、,，;；/\-—–~.·:：]/gu, '')

const codeAndName = /^(\d{1,2})\s*[-—–_:：.、\s/|]?\s*(\D.*)$/s
const nameAndCode = /^(\D+?)\s*[([]\s*(\d{1,2})\s*[)\]]$/s
const separators = /[、,;/|\s]+/

interface Lookup {
  readonly byCode: ReadonlyMap<string, string>
  readonly byName: ReadonlyMap<string, string>
  readonly rough: ReadonlyMap<string, string>
  readonly nameOf: (code: string) => string
}

function lookupOf({ table, aliases = {}, rough = {} }: CodeSpec): Lookup {
  const byCode = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const [code, { zh }] of Object.entries(table)) {
    // 01 arrives as 1 where a spreadsheet took it for a number.
    byCode.set(code, code).set(code.replace(/^0+(?=\d)/, ''), code)
    byName.set(nameKey(zh), code)
  }
  for (const [name, code] of Object.entries(aliases))
    (/^\d+$/.test(name) ? byCode : byName).set(/^\d+$/.test(name) ? name : nameKey(name), code)
  const roughly = new Map(Object.entries(rough).map(([name, code]) => [nameKey(name), code]))
  return { byCode, byName, rough: roughly, nameOf: (code) => table[code]?.zh ?? code }
}

const findCode = ({ byCode, byName }: Lookup, text: string) => byCode.get(text) ?? byName.get(nameKey(text))

/** 撞固定物（护栏）: one known name inside the words, or the words inside one known name. */
function guess({ byName }: Lookup, text: string): string | undefined {
  const key = nameKey(text)
  if (key.length < 2 || /^\d+$/.test(key)) return undefined
  const names = [...byName]
  const within = names.filter(([name]) => name.length > 1 && key.includes(name))
  const fits = within.length > 0 ? within : names.filter(([name]) => name.includes(key))
  const codes = new Set(fits.map(([, code]) => code))
  const longest = fits.sort((a, b) => b[0].length - a[0].length)[0]
  // 碰撞运动车辆 also holds 碰撞: the longest name speaks, unless several are as long.
  if (codes.size > 1 && (within.length === 0 || fits[1]![0].length === longest![0].length)) return undefined
  return longest?.[1]
}

function readPair(lookup: Lookup, text: string): CellReading<string> | undefined {
  const first = codeAndName.exec(text)
  const second = first ? undefined : nameAndCode.exec(text)
  const [code, name] = first ? [first[1]!, first[2]!] : second ? [second[2]!, second[1]!] : []
  if (code === undefined || name === undefined) return undefined
  const byCode = lookup.byCode.get(code)
  if (byCode === undefined) return undefined
  const byName = lookup.byName.get(nameKey(name)) ?? guess(lookup, name)
  if (byName === byCode) return read(byCode)
  return read(byCode, toCheck('code_name_differ', cellMessages.codeNameDiffer(text, lookup.nameOf(byCode))))
}

function readSeveral(lookup: Lookup, text: string): CellReading<string> | undefined {
  const parts = text.split(separators).filter((part) => part !== '')
  if (parts.length < 2) return undefined
  const codes = parts.map((part) => findCode(lookup, part))
  const [first] = codes
  if (first === undefined || codes.includes(undefined)) return undefined
  if (codes.every((code) => code === first)) return read(first)
  return read(first, toCheck('code_several', cellMessages.severalCodes(text, lookup.nameOf(first))))
}

function readCode(lookup: Lookup, cell: Cell): CellReading<string> {
  const text = halfWidth(cell)
    .replace(/^'/, '')
    .replace(/^(\d+)\.0$/, '$1')
  const absence = absenceOf(text)
  const exact = findCode(lookup, text)
  if (exact !== undefined) return read(exact)
  if (absence === 'unknown') return unread(toCheck('code_unknown', cellMessages.unknownCode(text)))
  if (absence) return empty
  const rough = lookup.rough.get(nameKey(text))
  if (rough !== undefined)
    return read(rough, toCheck('code_guessed', cellMessages.guessedCode(text, lookup.nameOf(rough))))
  const composed = readSeveral(lookup, text) ?? readPair(lookup, text)
  if (composed) return composed
  const guessed = guess(lookup, text)
  if (guessed !== undefined)
    return read(guessed, toCheck('code_guessed', cellMessages.guessedCode(text, lookup.nameOf(guessed))))
  return unread(toCheck('code_unknown', cellMessages.unknownCode(text)))
}

/** Reads codes or names of one table; keep one per column. */
export function newCodeReader(spec: CodeSpec): (cell: Cell) => CellReading<string> {
  const lookup = lookupOf(spec)
  return remembered((cell) => readCode(lookup, cell))
}
