import type { Theme } from './map-types.ts'

export interface DensityClass {
  /** Accidents per kilometre and year, from here on. */
  readonly from: number
  readonly colour: string
  /** Of the line at zoom 10, so that the worst is seen without its colour. */
  readonly width: number
}

/** Fixed steps, each twice the one before: two periods or two roads can be compared by eye. */
const steps = [0.25, 0.5, 1, 2, 4, 8]
const widths = [13, 16, 20, 25, 30, 35]

const colours: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#ffe9a8', '#fdc55e', '#f8923a', '#e4532b', '#b3161f', '#5d0012'],
  dark: ['#4d4326', '#80661f', '#b98525', '#eba63a', '#ffd27d', '#fff6dc'],
}

export const densityEdge: Readonly<Record<Theme, string>> = { light: '#4a3b2a', dark: '#0b0c0d' }

export function densityClasses(theme: Theme): DensityClass[] {
  return steps.map((from, i) => ({ from, colour: colours[theme][i]!, width: widths[i]! }))
}
