/** Longer texts are not coordinates; the rest is not read. */
const longest = 2000

/** Before NFKC, which would turn º into the letter o and ´ into a blank. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/[°º˚∘゜]|(?<=[\d０-９]\s*)度/g, '°'],
  [/[″＂“”„‟〃ʺ˝]|(?<=[\d０-９]\s*)秒/g, '"'],
  [/[′＇‘’´｀`ʹ]|(?<=[\d０-９]\s*)分/g, "'"],
  [/''/g, '"'],
  [/[−–—‐‑﹣－]/g, '-'],
]

/** A link carries its coordinates behind %2C and %3A. */
const decoded = (text: string) =>
  text.replace(/(?:%[0-7][0-9a-f])+/gi, (escaped) => decodeURIComponent(escaped))

/** Half-width digits and one sign each for degrees, minutes, seconds and minus. */
export function normaliseCoordinateText(text: string): string {
  const plain = marks.reduce(
    (read, [sign, mark]) => read.replace(sign, mark),
    decoded(text.slice(0, longest)),
  )
  return plain
    .normalize('NFKC')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/[、，。]/g, ',')
}
