import type { SymbolDrawing } from './symbols/drawing.ts'
import { facilityBadge } from './symbols/facility-badges.ts'
import type { FacilityState } from '../../../api/facilities/facility-states.ts'
import { facilityGlyph } from '../../../api/documents/inset/facility-glyphs.ts'
import type { Theme } from './map-types.ts'

/** States that ask for somebody to drive out: shown at every zoom. */
export const defectStates: readonly FacilityState[] = ['fault', 'missing']

export const facilityColours = {
  light: {
    plate: '#fffdf6',
    edge: '#3b372e',
    ink: '#1d1b16',
    amber: '#e8a100',
    alert: '#b0101c',
    faint: '#6f685b',
  },
  dark: {
    plate: '#22272c',
    edge: '#d8d2c2',
    ink: '#f2ede1',
    amber: '#e0980f',
    alert: '#ff6b64',
    faint: '#a9aeb0',
  },
} as const satisfies Record<Theme, Record<string, string>>

export type FacilityColours = (typeof facilityColours)[Theme]

/** What a state does to an edge: its colour, its weight, whether it is broken. */
export function edgeOf(state: FacilityState, { alert, edge, faint }: FacilityColours): string {
  const looks: Readonly<Record<FacilityState, readonly [colour: string, width: number, dashes?: string]>> = {
    working: [edge, 1.3],
    fault: [alert, 3.3],
    missing: [alert, 2.4, '4.6 3'],
    planned: [edge, 1.7, '1.6 2.2'],
    toRemove: [edge, 1.3],
    removed: [faint, 1.1],
    permanent: [edge, 2.8],
  }
  const [colour, width, dashes] = looks[state]
  return `stroke="${colour}" stroke-width="${width}"${dashes ? ` stroke-dasharray="${dashes}"` : ''}`
}

/** Of what is not there the place is shown, and the ground shines through. */
export const isGone = (state: FacilityState): boolean => state === 'missing' || state === 'removed'

/** What became permanent stands on a square: it will not be carried away. Of what was removed only the struck glyph stays. */
function plate(state: FacilityState, colours: FacilityColours): string {
  if (state === 'removed') return ''
  const fill = `fill="${colours.plate}"${isGone(state) ? ' fill-opacity="0.6"' : ''}`
  return state === 'permanent'
    ? `<rect x="-10.6" y="-10.6" width="21.2" height="21.2" rx="1.5" ${fill} ${edgeOf(state, colours)}/>`
    : `<circle r="11" ${fill} ${edgeOf(state, colours)}/>`
}

export function strikeOf(state: FacilityState, { plate, faint }: FacilityColours): string {
  if (state !== 'removed') return ''
  const path = 'M-10.5 10.5 10.5 -10.5'
  return `<path d="${path}" stroke="${plate}" stroke-width="3.8"/><path d="${path}" stroke="${faint}" stroke-width="1.8"/>`
}

const size = 36

export function drawFacility(kind: string, state: FacilityState, theme: Theme): SymbolDrawing {
  const colours = facilityColours[theme]
  const glyph = `<g opacity="${isGone(state) ? 0.85 : 1}">${facilityGlyph(kind, colours)}</g>`
  const badge = `<g transform="translate(9.6 -9.6)">${facilityBadge(state, colours)}</g>`
  const body = plate(state, colours) + glyph + strikeOf(state, colours) + badge
  return {
    width: size,
    height: size,
    body: `<g transform="translate(${size / 2} ${size / 2})">${body}</g>`,
  }
}
