/** The only kinds taken: what phones and cameras make. Name and declared type are not looked at. */
export const photoTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
} as const
export type PhotoType = keyof typeof photoTypes

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const textAt = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** Brands of still pictures coded by HEVC; avif, mp4 and mov have others. */
const heifBrands = ['heic', 'heix', 'mif1', 'msf1']

export function sniffPhoto(bytes: Uint8Array): PhotoType | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP') return 'image/webp'
  const isHeif = textAt(bytes, 4, 8) === 'ftyp' && heifBrands.includes(textAt(bytes, 8, 12))
  return isHeif ? 'image/heic' : undefined
}

/** From one marker to the next; within the scan 0xff00 and restart markers are data. */
function endOfJpeg(bytes: Uint8Array): number {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at++
      continue
    }
    const marker = bytes[at + 1]!
    if (marker === 0xd9) return at + 2
    const isBare = marker === 0x00 || marker === 0x01 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)
    at += isBare ? (marker === 0xff ? 1 : 2) : 2 + view(bytes).getUint16(at + 2)
  }
  return bytes.length
}

function endOfPng(bytes: Uint8Array): number {
  let at = 8
  while (at + 12 <= bytes.length) {
    const isEnd = textAt(bytes, at + 4, at + 8) === 'IEND'
    at += 12 + view(bytes).getUint32(at)
    if (isEnd) return at
  }
  return bytes.length
}

function endOfBoxes(bytes: Uint8Array): number {
  let at = 0
  while (at + 8 <= bytes.length && /^[\w ]{4}$/.test(textAt(bytes, at + 4, at + 8))) {
    const size = view(bytes).getUint32(at)
    if (size === 0) return bytes.length
    if (size === 1 && at + 16 > bytes.length) return bytes.length
    const length = size === 1 ? Number(view(bytes).getBigUint64(at + 8)) : size
    if (length < 8) break
    at += length
  }
  return Math.min(at, bytes.length)
}

const ends: Readonly<Record<PhotoType, (bytes: Uint8Array) => number>> = {
  'image/jpeg': endOfJpeg,
  'image/png': endOfPng,
  'image/webp': (bytes) => 8 + view(bytes).getUint32(4, true),
  'image/heic': endOfBoxes,
}

/** Small and large letters count the same, but for the first sign. */
function includes(bytes: Uint8Array, text: string, from: number, to = bytes.length): boolean {
  const first = text.charCodeAt(0)
  const sought = text.toLowerCase()
  for (let at = bytes.indexOf(first, from); at >= 0 && at < to; at = bytes.indexOf(first, at + 1))
    if (textAt(bytes, at, at + text.length).toLowerCase() === sought) return true
  return false
}

/** Where the readers of other formats look for their own beginning. */
const pdfHead = 1024
const zipTail = 65_557

/**
 * A picture that is at the same time a page, a program or an archive. Phones do add to the end of a picture (a second
 * picture, a few seconds of film): that stays, since the original is evidence and is only ever sent as a picture.
 */
export function isAlsoSomethingElse(bytes: Uint8Array, type: PhotoType): boolean {
  const end = Math.min(ends[type](bytes), bytes.length)
  return (
    includes(bytes, '%PDF-', 0, pdfHead) ||
    includes(bytes, 'PK\x05\x06', Math.max(0, bytes.length - zipTail)) ||
    includes(bytes, '<?php', 0) ||
    ['<html', '<script', '<svg ', '<!doctype', '%PDF-'].some((sign) => includes(bytes, sign, end))
  )
}
