import { watermarkGlyphs } from './watermark-glyphs.ts'

/** Read once; a line without an outline is a space. */
const glyphs = new Map(
  watermarkGlyphs
    .trim()
    .split('\n')
    .map((line) => {
      const [, code = '', advance = '0', outline = ''] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? []
      return [String.fromCodePoint(Number.parseInt(code, 16)), { advance: Number(advance), outline }]
    }),
)
export const em = 200

export interface DrawnText {
  readonly path: string
  /** `em` units */
  readonly width: number
}

/** Signs without an outline are left out: a copy never shows an empty box. */
export function drawText(text: string): DrawnText {
  let x = 0
  let path = ''
  for (const sign of text) {
    const glyph = glyphs.get(sign)
    if (!glyph) continue
    if (glyph.outline) path += `<path transform="translate(${x} 0)" d="${glyph.outline}"/>`
    x += glyph.advance
  }
  return { path, width: x }
}

export interface WatermarkText {
  /** Large, across the picture. */
  readonly across: string
  /** Small, in a band at its foot. */
  readonly foot: string
}

/** Across the picture as well as at its foot, so that cutting the foot off does not take the mark away. */
export function watermarkSvg(
  { across, foot }: WatermarkText,
  width: number,
  height: number,
  draw: (text: string) => DrawnText = drawText,
): string {
  const large = draw(across)
  const small = draw(foot)
  const footScale = Math.min(Math.max(width, height) / 60 / em, (width * 0.96) / Math.max(small.width, 1))
  const band = footScale * em * 1.6
  const acrossScale = (Math.min(width, height) * 0.8) / Math.max(large.width, 1)
  const tilt = `translate(${width / 2} ${height / 2}) rotate(-30) scale(${acrossScale}) translate(${-large.width / 2} ${em * 0.35})`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <g transform="${tilt}" fill="#fff" fill-opacity=".3" stroke="#000" stroke-opacity=".25" stroke-width="3">${large.path}</g>
    <rect x="0" y="${height - band}" width="${width}" height="${band}" fill="#000" fill-opacity=".6"/>
    <g transform="translate(${width * 0.02} ${height - band * 0.3}) scale(${footScale})" fill="#fff">${small.path}</g>
  </svg>`
}
