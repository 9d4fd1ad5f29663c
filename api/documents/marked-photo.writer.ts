import sharp from 'sharp'
import { em, watermarkSvg, type DrawnText, type WatermarkText } from '../photos/watermark.ts'
import { unitsPerEm } from './inset/lettering.ts'
import { openLettering } from './inset/lettering.writer.ts'

/** In the type of the drawings, which has every sign that a number or a name may hold. */
function outlined(text: string): DrawnText {
  const lettering = openLettering()
  let width = 0
  const letters = [...text].map((character) => {
    const place = `translate(${width}) scale(${em / unitsPerEm})`
    width += lettering.width(character, em)
    return `<path transform="${place}" d="${lettering.outline(character)}"/>`
  })
  return { path: letters.join(''), width }
}

/** The photo with its mark in the picture itself, where nobody takes it out of the file. */
export async function markedPhoto(photo: Uint8Array, text: WatermarkText): Promise<Uint8Array> {
  const picture = sharp(photo)
  const { width, height } = await picture.metadata()
  const mark = Buffer.from(watermarkSvg(text, width, height, outlined))
  return picture
    .composite([{ input: mark }])
    .jpeg({ quality: 80 })
    .toBuffer()
}
