import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import type { Locator } from 'playwright-core'
import sharp from 'sharp'

/** What a camera reads off this part of the page. */
export async function readCode(part: Locator): Promise<string | undefined> {
  const shot = sharp(await part.screenshot())
    .resize({ width: 400 })
    .ensureAlpha()
  const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/** The glyphs of each page's first words: the same on all where the heading is repeated. */
export function firstWordsOfPages(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/<<[^>]*\/Filter \/FlateDecode[^>]*>>\s*stream\r?\n/g)].map((match) => {
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    try {
      return inflateSync(pdf.subarray(start, end)).toString('latin1')
    } catch {
      return ''
    }
  })
  return streams.flatMap((stream) => {
    const shown = /BT[\s\S]*?<([0-9A-Fa-f]+)>\s*Tj/.exec(stream)
    return shown ? [shown[1]!] : []
  })
}

export const pageCount = (pdf: Buffer): number =>
  [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
