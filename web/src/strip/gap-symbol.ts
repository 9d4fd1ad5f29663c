import { facilityColours } from '../map/facility-style.ts'
import type { Theme } from '../map/map-types.ts'
import { letter, type SymbolDrawing } from '../map/symbols/drawing.ts'

/** A place that lacks something: an empty plate, its edge broken; the word says it in black and white. */
export function drawGap(severity: string, theme: Theme): SymbolDrawing {
  const { plate, alert, ink } = facilityColours[theme]
  const edge = severity === 'high' ? alert : ink
  const body =
    `<rect x="4" y="4" width="22" height="22" rx="3" fill="${plate}" stroke="${edge}" stroke-width="2" stroke-dasharray="4 2.6"/>` +
    letter('缺', { x: 15, y: 15, size: 12, fill: edge })
  return { width: 30, height: 30, body }
}
