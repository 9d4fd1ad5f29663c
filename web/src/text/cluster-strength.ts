/** In words: most of the density, a good part of it, or little of it is more than chance. */
export function strengthWord(strength: number): 'strong' | 'middle' | 'weak' {
  if (strength >= 0.5) return 'strong'
  return strength >= 0.25 ? 'middle' : 'weak'
}

export const strengthPercent = (strength: number) => Math.round(strength * 100)
