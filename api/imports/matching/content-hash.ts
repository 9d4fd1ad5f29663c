/** FNV-1a with four seeds: names the content of a row, on the server and in the worker alike. */
const seeds = [0x811c9dc5, 0x9747b28c, 0x1b873593, 0xcc9e2d51] as const
const prime = 0x01000193

const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0')

/** 128 bits in hex: equal for equal text, and for nothing else that a brigade will ever import. The text is gone through once for all seeds. */
export function contentHash(text: string): string {
  let [a, b, c, d]: number[] = [...seeds]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a! ^ code, prime)
    b = Math.imul(b! ^ code, prime)
    c = Math.imul(c! ^ code, prime)
    d = Math.imul(d! ^ code, prime)
  }
  return hex(a!) + hex(b!) + hex(c!) + hex(d!)
}

export const shortHash = (text: string, digits: number): string => contentHash(text).slice(0, digits)

/** Keys in their order: the same facts make the same text. */
export const contentOf = (columns: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)))
