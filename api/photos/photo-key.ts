/** What is kept of one photo: the bytes as they came, and two smaller ones made from them. */
export const photoVariants = ['original', 'preview', 'thumbnail'] as const
export type PhotoVariant = (typeof photoVariants)[number]

export const photoHash = /^[0-9a-f]{64}$/

/** Two levels of folders, so that none holds more than some thousands; a forged hash gives no key at all. */
export function photoKey(sha256: string, variant: PhotoVariant): string {
  if (!photoHash.test(sha256)) throw new RangeError('A photo is named by 64 lower-case hexadecimal digits.')
  const name = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  return variant === 'original' ? name : `${name}.${variant}.jpg`
}
