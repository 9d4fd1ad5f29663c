import { letter, type SymbolDrawing } from './symbols/drawing.ts'
import { facilityGlyph } from './symbols/facility-glyphs.ts'
import type { Theme } from './map-types.ts'

export const facilityStates = [
  'working',
  'fault',
  'missing',
  'planned',
  'toRemove',
  'removed',
  'permanent',
] as const
export type FacilityState = (typeof facilityStates)[number]

/** States that ask for somebody to drive out: shown at every zoom. */
export const defectStates: readonly FacilityState[] = ['fault', 'missing']

export const facilityColours = {
  light: {
    plate: '#fffdf6',
    edge: '#3b372e',
    ink: '#1d1b16',
    amber: '#e8a100',
    alert: '#b0101c',
    faint: '#837c6e',
  },
  dark: {
    plate: '#22272c',
    edge: '#d8d2c2',
    ink: '#f2ede1',
    amber: '#ffc23d',
    alert: '#ff6b64',
    faint: '#8d9396',
  },
} as const satisfies Record<Theme, Record<string, string>>

export type FacilityColours = (typeof facilityColours)[Theme]

const badges: Readonly<Partial<Record<FacilityState, string>>> = {
  fault: '!',
  missing: '?',
  planned: '拟',
  toRemove: '拆',
  permanent: '固',
}

function plate(state: FacilityState, colours: FacilityColours): string {
  const dashed = state === 'missing' || state === 'planned' ? 'stroke-dasharray="3.2 2.2"' : ''
  const edge =
    state === 'fault' || state === 'missing'
      ? colours.alert
      : state === 'removed'
        ? colours.faint
        : colours.edge
  const width = state === 'fault' || state === 'missing' ? 2 : 1.3
  return `<circle cx="15" cy="15" r="11" fill="${colours.plate}" stroke="${edge}" stroke-width="${width}" ${dashed}/>`
}

function badge(state: FacilityState, colours: FacilityColours): string {
  const text = badges[state]
  if (!text) return ''
  const isAlert = defectStates.includes(state)
  const fill = isAlert ? colours.alert : colours.ink
  return `<circle cx="23.5" cy="6.5" r="6" fill="${fill}" stroke="${colours.plate}" stroke-width="1.4"/>${letter(text, { x: 23.5, y: 6.5, size: isAlert ? 10 : 8, fill: colours.plate })}`
}

export function drawFacility(kind: string, state: FacilityState, theme: Theme): SymbolDrawing {
  const colours = facilityColours[theme]
  const isGhost = state === 'missing' || state === 'removed'
  const glyph = `<g transform="translate(15 15)" opacity="${isGhost ? 0.5 : 1}">${facilityGlyph(kind, colours)}</g>`
  const struck =
    state === 'removed' ? `<path d="M7.5 22.5 22.5 7.5" stroke="${colours.faint}" stroke-width="2"/>` : ''
  return { width: 30, height: 30, body: plate(state, colours) + glyph + struck + badge(state, colours) }
}
