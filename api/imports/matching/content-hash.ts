/** FNV-1a with four seeds: names the content of a row, on the server and in the worker alike. */
function fnv(text: string, seed: number): number {
  let hash = seed >>> 0
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}

const seeds = [0x811c9dc5, 0x9747b28c, 0x1b873593, 0xcc9e2d51]

/** 128 bits in hex: equal for equal text, and for nothing else that a brigade will ever import. */
export const contentHash = (text: string): string =>
  seeds.map((seed) => fnv(text, seed).toString(16).padStart(8, '0')).join('')

export const shortHash = (text: string, digits: number): string => contentHash(text).slice(0, digits)

/** Keys in their order: the same facts make the same text. */
export const contentOf = (columns: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)))
