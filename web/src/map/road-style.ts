import { sansFamily, type SymbolDrawing } from './symbols/drawing.ts'
import type { Theme } from './map-types.ts'

export const roadClasses = ['national', 'provincial', 'firstClass', 'county'] as const
export type RoadClass = (typeof roadClasses)[number]

interface RoadColours {
  readonly fill: string
  readonly casing: string
}

export const roadColours: Readonly<Record<Theme, Readonly<Record<RoadClass, RoadColours>>>> = {
  light: {
    national: { fill: '#cf5a43', casing: '#7a2416' },
    provincial: { fill: '#eab54e', casing: '#80560f' },
    firstClass: { fill: '#4d9c98', casing: '#174f4d' },
    county: { fill: '#fffdf6', casing: '#8a806c' },
  },
  dark: {
    national: { fill: '#d4705c', casing: '#0d0f10' },
    provincial: { fill: '#d3a54c', casing: '#0d0f10' },
    firstClass: { fill: '#5fa9a5', casing: '#0d0f10' },
    county: { fill: '#c9c5ba', casing: '#0d0f10' },
  },
}

/** The line widths of the sheet, in pixels of the fill; the casing adds a little on both sides. */
export const roadWidths: Readonly<Record<RoadClass, number>> = {
  national: 1.1,
  provincial: 0.85,
  firstClass: 1.4,
  county: 0.7,
}

/** A road is drawn by what its number says; one without a number of the state is the first-class road. */
export function roadClass(code: string): RoadClass {
  if (/^G\d/.test(code)) return 'national'
  if (/^S\d/.test(code)) return 'provincial'
  if (/^[XYCZL]\d/.test(code)) return 'county'
  return 'firstClass'
}

export const shieldColours: Readonly<Record<RoadClass, { ground: string; ink: string; rim: string }>> = {
  national: { ground: '#b3261a', ink: '#ffffff', rim: '#ffffff' },
  provincial: { ground: '#f7cf3c', ink: '#16130c', rim: '#16130c' },
  firstClass: { ground: '#17605d', ink: '#ffffff', rim: '#ffffff' },
  county: { ground: '#ffffff', ink: '#16130c', rim: '#16130c' },
}

const isWide = (character: string) => /[\u2e80-\u9fff]/.test(character)

/** An empty plate, drawn out to the width of its number. */
export function drawPlate(kind: RoadClass): SymbolDrawing {
  const { ground, rim } = shieldColours[kind]
  const body =
    `<rect x=".75" y=".75" width="22.5" height="20.5" rx="4" fill="${ground}" stroke="#1d1b16" stroke-width="1"/>` +
    `<rect x="2.4" y="2.4" width="19.2" height="17.2" rx="2.6" fill="none" stroke="${rim}" stroke-width="1.1"/>`
  return { width: 24, height: 22, body, stretch: { x: [8, 16], y: [8, 14], content: [6, 3.5, 18, 18.5] } }
}

/** The number plate of a road as it stands beside it (GB 5768 plates: red, yellow, white); the ground is the same by day and night. */
export function drawShield(code: string, label: string): SymbolDrawing {
  const { ground, ink, rim } = shieldColours[roadClass(code)]
  const textWidth = [...label].reduce((sum, character) => sum + (isWide(character) ? 13 : 8.1), 0)
  const width = Math.round(textWidth + 12)
  const body =
    `<rect x=".75" y=".75" width="${width - 1.5}" height="20.5" rx="4" fill="${ground}" stroke="#1d1b16" stroke-width="1"/>` +
    `<rect x="2.4" y="2.4" width="${width - 4.8}" height="17.2" rx="2.6" fill="none" stroke="${rim}" stroke-width="1.1"/>` +
    `<text x="${width / 2}" y="15.7" font-family="${sansFamily}" font-size="13" font-weight="700" fill="${ink}" text-anchor="middle">${label}</text>`
  return { width, height: 22, body }
}

/** A piece of road with the broken edge of a sketch, for the legend. */
export function drawSketchRoad(theme: Theme): SymbolDrawing {
  const { fill, casing } = roadColours[theme].provincial
  const body =
    `<path d="M1 10H33" stroke="${casing}" stroke-width="9" stroke-dasharray="6 4"/>` +
    `<path d="M1 10H33" stroke="${fill}" stroke-width="5.5"/>`
  return { width: 34, height: 20, body }
}
