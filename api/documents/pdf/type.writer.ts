import { createRequire } from 'node:module'
import type PdfDocument from 'pdfkit'
import type { Measure } from '../typesetting/line-breaking.ts'
import { printable } from '../typesetting/printable.ts'
import type { TextStyle } from '../typesetting/text-styles.ts'

const { resolve } = createRequire(import.meta.url)
const family = '@expo-google-fonts/noto-serif-sc'
/** SIL Open Font Licence: the only CJK type here that may travel inside a file. */
const files = {
  regular: `${family}/400Regular/NotoSerifSC_400Regular.ttf`,
  bold: `${family}/700Bold/NotoSerifSC_700Bold.ttf`,
} as const
export type Weight = keyof typeof files

export const weightOf = ({ face, isBold }: Pick<TextStyle, 'face' | 'isBold'>): Weight =>
  isBold || face === 'title' || face === 'heading' ? 'bold' : 'regular'

/** What of a font the package's types leave out. */
export interface OpenFont {
  readonly id: string
  readonly font: { hasGlyphForCodePoint: (codePoint: number) => boolean }
  readonly ref: () => unknown
  readonly encode: (text: string) => readonly [readonly string[], unknown]
  readonly widthOfString: (text: string, size: number) => number
}

export interface Type {
  readonly fonts: Readonly<Record<Weight, OpenFont>>
  readonly measureIn: (weight: Weight, size: number) => Measure
  /** What the type has no character for is set as 〓, as printers do: a gap that can be seen. */
  readonly settable: (text: string) => string
}

/** Ticks that the type lacks, by the one it has; what only chooses between looks is left out. */
const standIns: Readonly<Record<string, string>> = { '✔': '✓', '☑': '✓', '\uFE0E': '', '\uFE0F': '' }

const wordPattern = /[!-~\u00A0-\u024F]+|./gsu
/** Numbers and names come by the thousand; their widths are not worth keeping for ever. */
const mostWidths = 20_000

function widthsOf(font: OpenFont): (word: string) => number {
  const widths = new Map<string, number>()
  return (word) => {
    const known = widths.get(word)
    if (known !== undefined) return known
    if (widths.size >= mostWidths) widths.clear()
    const width = font.widthOfString(word, 1)
    widths.set(word, width)
    return width
  }
}

export function openType(document: typeof PdfDocument.prototype): Type {
  const open = (weight: Weight): OpenFont => {
    document.registerFont(weight, resolve(files[weight]))
    document.font(weight)
    return (document as unknown as { _font: OpenFont })._font
  }
  const fonts = { regular: open('regular'), bold: open('bold') }
  const widths = { regular: widthsOf(fonts.regular), bold: widthsOf(fonts.bold) }
  const missing = new Map<string, boolean>()
  const isMissing = (character: string) => {
    const known = missing.get(character)
    if (known !== undefined) return known
    const lacks = !fonts.regular.font.hasGlyphForCodePoint(character.codePointAt(0)!)
    missing.set(character, lacks)
    return lacks
  }
  return {
    fonts,
    measureIn: (weight, size) => (text) => {
      let width = 0
      for (const [word] of text.matchAll(wordPattern)) width += widths[weight](word)
      return width * size
    },
    settable: (text) =>
      printable(text).replace(/[^\n -~]/gu, (character) =>
        isMissing(character) ? (standIns[character] ?? '〓') : character,
      ),
  }
}
