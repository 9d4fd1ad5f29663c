import sharp from 'sharp'

const pixelsPerUnit = 2

/** Sixteen colours would do; a palette halves the file, and grey lines stay sharp where JPEG would blur them. */
export async function rasterOf(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: 72 * pixelsPerUnit })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 6 })
    .toBuffer()
}
