import type { PaperLayout } from '../paper.ts'

/** One point is 1/72 inch. */
export const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4
/** Word counts in twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20)

export interface PageMeasures {
  readonly isLandscape: boolean
  /** Points. */
  readonly width: number
  readonly height: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  /** From the foot of the type area down to the top of the page number. */
  readonly numberBelow: number
}

const page = (
  isLandscape: boolean,
  [top, right, bottom, left, numberBelow]: readonly number[],
): PageMeasures => ({
  isLandscape,
  width: pointsOf(isLandscape ? 297 : 210),
  height: pointsOf(isLandscape ? 210 : 297),
  top: pointsOf(top!),
  right: pointsOf(right!),
  bottom: pointsOf(bottom!),
  left: pointsOf(left!),
  numberBelow: pointsOf(numberBelow!),
})

/** Millimetres: top, right, bottom, left, page number below. GB/T 9704-2012 5.2.1: 天头 37, 订口 28, 版心 156 × 225; 7.5: 7. */
export const pages: Readonly<Record<PaperLayout, PageMeasures>> = {
  letter: page(false, [37, 26, 35, 28, 7]),
  form: page(false, [25, 20, 22, 22, 5]),
  list: page(true, [25, 20, 20, 20, 4]),
}

export const typeWidth = ({ width, left, right }: PageMeasures): number => width - left - right
export const typeHeight = ({ height, top, bottom }: PageMeasures): number => height - top - bottom

/** GB/T 9704-2012 5.2.2: 22 lines on a page, 28 characters on a line. */
export const letterLine = pointsOf(225) / 22
/** 3号 is 16 points, a little wider than the twenty-eighth part of the line. */
export const letterTightening = pointsOf(156) / 28 - 16
