import type { FacilityState } from '../../../../api/facilities/facility-states.ts'
import { edgeOf, facilityColours, isGone, strikeOf } from '../facility-style.ts'
import type { Theme } from '../map-types.ts'
import type { SymbolDrawing } from './drawing.ts'
import { facilityBadge } from './facility-badges.ts'

const size = 52
const middle = size / 2

interface Bar {
  readonly length: number
  readonly ink: string
  readonly amber: string
}

const bumpStripes = ({ length, ink, amber }: Bar) => {
  const count = Math.floor((length - 4) / 8)
  const stripe = (_: unknown, i: number) => {
    const x = (i - (count - 1) / 2) * 8
    return `<path d="M${x - 0.6} -3.6h3.4L${x + 0.6} 3.6h-3.4Z" fill="${amber}"/>`
  }
  const body = `<rect x="${-length / 2 + 1.6}" y="-3.6" width="${length - 3.2}" height="7.2" rx="1.6" fill="${ink}"/>`
  return body + Array.from({ length: count }, stripe).join('')
}

const rumbleStrokes = ({ length, ink }: Bar) => {
  const half = length / 2 - 2.6
  const path = [-4.2, 0, 4.2].map((y) => `M${-half} ${y}H${half}`).join('')
  return `<path d="${path}" stroke="${ink}" stroke-width="2"/>`
}

const bodies: Readonly<Record<string, { readonly thickness: number; readonly draw: (bar: Bar) => string }>> =
  {
    speed_bump: { thickness: 10.4, draw: bumpStripes },
    rumble_line: { thickness: 15, draw: rumbleStrokes },
  }

/** Kinds that lie on the roadway, and are drawn lying where the road is wide enough to see it. */
export const liesOnRoad = (kind: string): boolean => kind in bodies

export interface Lying {
  readonly kind: string
  readonly state: FacilityState
  /** Degrees clockwise from north in which the road runs. */
  readonly bearing: number
  /** Over the whole roadway, or over one half of it. */
  readonly isWhole: boolean
}

/** A bar square to the road. The badge of the state stays upright, which is why the drawing and not the image is turned. */
export function drawLying({ kind, state, bearing, isWhole }: Lying, theme: Theme): SymbolDrawing {
  const colours = facilityColours[theme]
  const { thickness, draw } = bodies[kind] ?? bodies['speed_bump']!
  const length = isWhole ? 40 : 24
  const fill = `fill="${colours.plate}"${isGone(state) ? ' fill-opacity="0.6"' : ''}`
  const box = `<rect x="${-length / 2}" y="${-thickness / 2}" width="${length}" height="${thickness}" rx="2.4" ${fill} ${edgeOf(state, colours)}/>`
  const body = `<g opacity="${isGone(state) ? 0.85 : 1}">${draw({ length, ...colours })}</g>`
  const badge = `<g transform="translate(${middle + 9} ${middle - 9})">${facilityBadge(state, colours)}</g>`
  const turned = `<g transform="translate(${middle} ${middle}) rotate(${bearing})">${box}${body}${strikeOf(state, colours)}</g>`
  return { width: size, height: size, body: turned + badge }
}
