import type { ImportedWay } from './imported-way.ts'

/** What a road is called, as far as a file may call it. */
export interface NamedRoad {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** `G109;G18`, `G 109、G18`: several roads on one way. */
const separators = /[;；,，、|]/

export function refsIn(text: string | undefined): string[] {
  return (text ?? '').split(separators).filter((part) => part.trim() !== '')
}

/** `G 109`, `g109`, `Ｇ-109` and `G109线` are one spelling. */
export function normaliseRef(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-_·.]/g, '')
  return plain.replace(/^([A-Z]{1,2}\d+)线$/u, '$1')
}

const gradeNames: Readonly<Record<string, string>> = { G: '国道', S: '省道', X: '县道', Y: '乡道', C: '村道' }

/** Names that follow from the code: 109国道, 国道109线 for G109. */
function numberedNames(code: string): string[] {
  const match = /^([GSXYC])(\d{2,4})$/.exec(code)
  const grade = match && gradeNames[match[1]!]
  if (!match || !grade) return []
  const number = match[2]!
  return [`${number}${grade}`, `${grade}${number}`, `${grade}${number}线`, `${number}线`]
}

/** A name with its bracket, and each of its parts: 国道109线（京拉线） is also 京拉线. */
function spellingsOf(name: string): string[] {
  const plain = name.normalize('NFKC')
  return [name, ...plain.split(/[()]/)].filter((part) => part.trim() !== '')
}

export function spellingsOfRoad({ code, name, aliases }: NamedRoad): ReadonlySet<string> {
  const names = [code, ...numberedNames(code), ...[name, ...aliases].flatMap(spellingsOf)]
  return new Set(names.map(normaliseRef))
}

export function refersTo(refs: readonly string[], spellings: ReadonlySet<string>): boolean {
  return refs.some((ref) => spellings.has(normaliseRef(ref)))
}

export function waysOfRoad(ways: readonly ImportedWay[], road: NamedRoad): ImportedWay[] {
  const spellings = spellingsOfRoad(road)
  return ways.filter(({ refs }) => refersTo(refs, spellings))
}
