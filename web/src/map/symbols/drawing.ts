/** A symbol as SVG source: the same drawing goes onto the map, into the legend and into lists. */
export interface SymbolDrawing {
  readonly width: number
  readonly height: number
  readonly body: string
  /** Which part of an image is drawn out to hold a text, and where the text stands. */
  readonly stretch?: {
    readonly x: readonly [number, number]
    readonly y: readonly [number, number]
    readonly content: readonly [number, number, number, number]
  }
}

export function svgSource({ width, height, body }: SymbolDrawing, scale = 1): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${body}</svg>`
}

export const sansFamily = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"

export function letter(
  text: string,
  place: { readonly x: number; readonly y: number; readonly size: number; readonly fill: string },
): string {
  const { x, y, size, fill } = place
  // Baseline by hand: dominant-baseline differs between renderers of SVG images.
  return `<text x="${x}" y="${y + size * 0.36}" font-family="${sansFamily}" font-size="${size}" font-weight="700" fill="${fill}" text-anchor="middle">${text}</text>`
}
