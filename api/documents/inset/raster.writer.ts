import sharp from 'sharp'

/** Some 260 dots to the inch where a drawing is half a page wide. */
const pixelsPerUnit = 1.75

export const rasterSize = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width: width * pixelsPerUnit,
  height: height * pixelsPerUnit,
})

/** PNG: letters and grey lines stay sharp where JPEG would blur them. A palette took longer than all the rest. */
export async function rasterOf(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: 72 * pixelsPerUnit })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 3 })
    .toBuffer()
}
