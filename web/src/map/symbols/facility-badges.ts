import type { FacilityState } from '../../../../api/facilities/facility-states.ts'

interface BadgeColours {
  readonly plate: string
  readonly ink: string
  readonly alert: string
}

type Badge = (colours: BadgeColours) => string

const stroke = (path: string, colour: string, width: number) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/**
 * Around 0 0, within a circle of 7.5. Drawn and not written: a sign of a font is missing on one device and heavier on
 * the next. Each state has an outline of its own, so that it is told without its colour.
 */
const badges: Readonly<Partial<Record<FacilityState, Badge>>> = {
  fault: ({ alert, plate }) =>
    `<path d="M0 -7.2 7.6 6H-7.6Z" fill="${alert}" stroke="${plate}" stroke-width="1.5" stroke-linejoin="round"/>` +
    stroke('M0 -2.6V1.5M0 4.1V4.2', plate, 2),
  missing: ({ alert, plate }) =>
    `<rect x="-6" y="-6.6" width="12" height="13.2" rx="1" fill="${alert}" stroke="${plate}" stroke-width="1.5"/>` +
    stroke('M-2.4 -2A2.4 2.4 0 1 1 .7 .2Q0 .6 0 1.6M0 4.2V4.3', plate, 1.9),
  planned: ({ ink, plate }) =>
    `<circle r="5.8" fill="${plate}" stroke="${ink}" stroke-width="1.5"/>${stroke('M-2.9 0H2.9M0 -2.9V2.9', ink, 1.9)}`,
  toRemove: ({ ink, plate }) =>
    `<circle r="6.4" fill="${ink}" stroke="${plate}" stroke-width="1.5"/>${stroke('M-2.4 -2.4 2.4 2.4M2.4 -2.4-2.4 2.4', plate, 1.9)}`,
}

export const facilityBadge = (state: FacilityState, colours: BadgeColours): string =>
  badges[state]?.(colours) ?? ''
