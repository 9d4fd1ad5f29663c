import { createRequire } from 'node:module'
import { openSync, type Font } from 'fontkit'
import { unitsPerEm, type Lettering } from './lettering.ts'

const fontFile = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'

interface Outline {
  readonly path: string
  /** Share of the size. */
  readonly advance: number
}

const missing: Outline = { path: '', advance: 0.5 }

function outlineOf(font: Font, codePoint: number): Outline {
  if (!font.hasGlyphForCodePoint(codePoint)) return missing
  const glyph = font.glyphForCodePoint(codePoint)
  const unit = unitsPerEm / font.unitsPerEm
  return { path: glyph.path.scale(unit, -unit).toSVG(), advance: glyph.advanceWidth / font.unitsPerEm }
}

function letteringOf(font: Font): Lettering {
  const outlines = new Map<string, Outline>()
  const outline = (character: string): Outline => {
    const known = outlines.get(character) ?? outlineOf(font, character.codePointAt(0)!)
    outlines.set(character, known)
    return known
  }
  return {
    width: (text, size) => [...text].reduce((sum, character) => sum + outline(character).advance * size, 0),
    outline: (character) => outline(character).path,
  }
}

let opened: Lettering | undefined

/** The font is 15 MB: it is opened when the first picture is drawn, and once. */
export function openLettering(): Lettering {
  opened ??= letteringOf(openSync(createRequire(import.meta.url).resolve(fontFile)) as Font)
  return opened
}
