import sharp, { type Sharp } from 'sharp'
import { layLetter } from './lay-letters.ts'
import { masksOf } from './letter-masks.writer.ts'
import { letterPlaces } from './letter-places.ts'
import type { Drawing, Lettering } from './lettering.ts'

/** Some 260 dots to the inch where a drawing is half a page wide. */
const pixelsPerUnit = 1.75

export const rasterSize = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width: width * pixelsPerUnit,
  height: height * pixelsPerUnit,
})

/** The drawing with its words, to be packed as wanted. */
export async function lettered(
  { svg, lettered }: Drawing,
  lettering: Lettering,
  pixelsEach = pixelsPerUnit,
): Promise<Sharp> {
  const ground = sharp(Buffer.from(svg), { density: 72 * pixelsEach }).flatten({ background: '#ffffff' })
  const places = letterPlaces(lettered, lettering, pixelsEach)
  const letters = places.map(({ letter }) => letter)
  const [{ data, info }, masks] = await Promise.all([
    ground.raw().toBuffer({ resolveWithObject: true }),
    masksOf(letters, lettering),
  ])
  const { width, height } = info
  for (const { letter, colour, x, y } of places)
    layLetter({ data, width, height }, masks.get(letter.key)!, [x, y], colour)
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** PNG: letters and grey lines stay sharp where JPEG would blur them. A palette took longer than all the rest. */
export async function rasterOf(drawing: Drawing, lettering: Lettering): Promise<Uint8Array> {
  return (await lettered(drawing, lettering)).png({ compressionLevel: 3 }).toBuffer()
}
