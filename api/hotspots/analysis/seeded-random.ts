/** Numbers in [0, 1) from a seed, the same on every machine: mulberry32, integers of 32 bits only. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** A seed from words and another seed, so that every road draws its own numbers (FNV-1a). */
export function seedOf(words: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
