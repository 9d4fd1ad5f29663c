import { facilityColours } from '../facility-style.ts'
import type { Theme } from '../map-types.ts'
import { letter, type SymbolDrawing } from './drawing.ts'
import { facilityGlyph } from '../../../../api/documents/inset/facility-glyphs.ts'

const [height, digit, margin] = [34, 10.4, 3]

/** Pieces that stand close together: their number on a stack of plates, and the number of faults apart from it on red. */
export function drawFacilityCluster(pieces: number, defects: number, theme: Theme): SymbolDrawing {
  const colours = facilityColours[theme]
  const { plate, edge, ink, alert } = colours
  const count = String(pieces)
  const stack = 27 + digit * count.length
  const faults = String(defects)
  const tag = defects > 0 ? 26 + digit * faults.length : 0
  const card = (dx: number, dy: number) =>
    `<rect x="${margin + dx}" y="${5 + dy}" width="${stack}" height="24" rx="7" fill="${plate}" stroke="${edge}" stroke-width="1.5"/>`
  const cone = `<g transform="translate(${margin + 13} 17) scale(.92)">${facilityGlyph('cone', colours)}</g>`
  const number = letter(count, { x: margin + 22 + (digit * count.length) / 2, y: 17, size: 17, fill: ink })
  const x = margin + stack - 2
  const warning =
    defects > 0
      ? `<rect x="${x}" y="2.5" width="${tag}" height="29" rx="4" fill="${alert}" stroke="${plate}" stroke-width="2"/>` +
        `<path d="M${x + 12.5} 9.2 ${x + 20} 22.6H${x + 5}Z" fill="${plate}" stroke="${plate}" stroke-width="1.6" stroke-linejoin="round"/>` +
        `<path d="M${x + 12.5} 13.2V17.6M${x + 12.5} 20.4V20.5" stroke="${alert}" stroke-width="2.2" stroke-linecap="round"/>` +
        letter(faults, { x: x + 21.5 + (digit * faults.length) / 2, y: 17, size: 18, fill: plate })
      : ''
  return {
    width: margin * 2 + stack + (defects > 0 ? tag - 2 : 3),
    height,
    body: card(2.6, -2.6) + card(0, 0) + cone + number + warning,
  }
}
