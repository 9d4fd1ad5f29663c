const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  deg: '°',
  mdash: '—',
  ndash: '–',
  times: '×',
  ldquo: '“',
  rdquo: '”',
}

function signOf(entity: string, body: string): string {
  if (!body.startsWith('#')) return named[body] ?? entity
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Only the signs that the format itself knows; what a document defines stays as it is written. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (entity, body: string) =>
        signOf(entity, body),
      )
    : text

/** Workbooks write control characters as _x000D_. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text

const patterns = new Map<string, RegExp>()

function patternOf(name: string): RegExp {
  const known = patterns.get(name)
  if (known) return known
  const pattern = new RegExp(`(?:^|[\\s:"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
  patterns.set(name, pattern)
  return pattern
}

/** The value of an attribute, its namespace prefix ignored. */
export function attributeOf(attributes: string, name: string): string | undefined {
  // Nearly every attribute stands like this, and a pattern costs five times as much.
  const plain = ` ${name}="`
  const at = attributes.indexOf(plain)
  if (at >= 0) {
    const from = at + plain.length
    return decodeEntities(attributes.slice(from, attributes.indexOf('"', from)))
  }
  if (!attributes.includes(name)) return undefined
  const found = patternOf(name).exec(attributes)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? undefined : decodeEntities(value)
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
