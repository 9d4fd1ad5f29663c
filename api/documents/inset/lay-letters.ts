/** How much of each pixel around a pen a letter covers, row by row, 0 to 255. */
export interface Mask {
  /** Of its corner, from the pen. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly cover: Uint8Array
}

/** Red, green and blue, row by row. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Lays one letter on, its pen at whole pixels; what lies outside the picture is left out. */
export function layLetter(
  pixels: Pixels,
  mask: Mask,
  [x, y]: readonly [number, number],
  colour: string,
): void {
  const { data, width, height } = pixels
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const [left, top] = [x + mask.left, y + mask.top]
  const [fromColumn, toColumn] = [Math.max(0, -left), Math.min(mask.width, width - left)]
  const toRow = Math.min(mask.height, height - top)
  const lay = (at: number, paint: number, cover: number) => {
    const ground = data[at]!
    data[at] = ground + ((paint - ground) * cover) / 255
  }
  for (let row = Math.max(0, -top); row < toRow; row += 1)
    for (let column = fromColumn; column < toColumn; column += 1) {
      const cover = mask.cover[row * mask.width + column]!
      if (cover === 0) continue
      const at = ((top + row) * width + left + column) * 3
      lay(at, red!, cover)
      lay(at + 1, green!, cover)
      lay(at + 2, blue!, cover)
    }
}
