import type { Picture } from '../paper.ts'
import { pointsOf } from './measures.ts'
import type { Measure } from './line-breaking.ts'

/** Where the parts of a line begin, with equal room between them; nothing where they do not fit on one line. */
export function spreadPlaces(
  parts: readonly string[],
  width: number,
  measure: Measure,
): readonly number[] | undefined {
  const widths = parts.map(measure)
  const room = width - widths.reduce((sum, part) => sum + part, 0)
  const gap = parts.length > 1 ? room / (parts.length - 1) : room
  if (gap < measure('国') / 2) return undefined
  let at = 0
  return widths.map((part) => {
    const place = at
    at += part + gap
    return place
  })
}

/** GB/T 9704-2012 7.3.5.1: 成文日期右空四字; the organ is centred over it, as far as the margin lets it. In characters from the right. */
export function signaturePlaces(
  organ: string,
  date: string,
  measure: Measure,
): { readonly organ: number; readonly date: number } {
  const [organWidth, dateWidth] = [measure(organ), measure(date)]
  const right = Math.max(4, (organWidth - dateWidth) / 2)
  return { organ: Math.max(0, right + (dateWidth - organWidth) / 2), date: right }
}

const pointsPerPixel = 72 / 96
/** A page holds two rows of pictures, or three where three stand side by side. */
const highest = { 1: pointsOf(105), 2: pointsOf(95), 3: pointsOf(70) } as const
export const pictureGap = pointsOf(4)

/** As wide as its share of the line, but never blown up, and never so high that it fills a page alone. */
export function pictureSize(
  { widthPixels, heightPixels }: Pick<Picture, 'widthPixels' | 'heightPixels'>,
  perRow: 1 | 2 | 3,
  width: number,
): { readonly width: number; readonly height: number } {
  const share = (width - pictureGap * (perRow - 1)) / perRow
  const scale = Math.min(share / widthPixels, pointsPerPixel, highest[perRow] / heightPixels)
  return { width: widthPixels * scale, height: heightPixels * scale }
}

export const letterheadRed = 'E60000'

/** 发文机关标志 fills its line, as large as 50 points and never wider than the type area. */
export const letterheadSize = (organ: string, width: number, measure: Measure): number =>
  Math.min(50, (width * 0.98) / Math.max(1, measure(organ)))
