import type { FacilityState } from '../../../../api/facilities/facility-states.ts'
import { drawFacility, facilityColours } from '../facility-style.ts'
import type { Theme } from '../map-types.ts'
import type { SymbolDrawing } from './drawing.ts'

const size = 52

/** Points up, outside the plate that lies over its middle; the map turns it to the driven direction. */
export function drawHeading(theme: Theme): SymbolDrawing {
  const { edge, plate } = facilityColours[theme]
  return {
    width: size,
    height: size,
    body: `<path d="M26 2.4 34 14.8Q26 11.6 18 14.8Z" fill="${edge}" stroke="${plate}" stroke-width="1.6" stroke-linejoin="round"/>`,
  }
}

/** The two as the map lays them upon one another, for the legend. */
export function drawHeaded(kind: string, state: FacilityState, bearing: number, theme: Theme): SymbolDrawing {
  const plate = drawFacility(kind, state, theme)
  const shift = (size - plate.width) / 2
  const arrow = `<g transform="rotate(${bearing} ${size / 2} ${size / 2})">${drawHeading(theme).body}</g>`
  return {
    width: size,
    height: size,
    body: `${arrow}<g transform="translate(${shift} ${shift})">${plate.body}</g>`,
  }
}
