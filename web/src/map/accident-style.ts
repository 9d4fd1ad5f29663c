import type { Severity } from '../../../api/accidents/severity.ts'
import type { Theme } from './map-types.ts'
import type { SymbolDrawing } from './symbols/drawing.ts'

/** Shape and colour together, so that the three are told apart in black and white as well. */
export const accidentColours: Readonly<Record<Theme, Readonly<Record<Severity | 'edge', string>>>> = {
  light: { fatal: '#6b0710', injury: '#d95f02', damageOnly: '#6a6d70', edge: '#fffdf6' },
  dark: { fatal: '#ff5a52', injury: '#ff9d3c', damageOnly: '#a9b0b4', edge: '#101214' },
}

const shapes: Readonly<Record<Severity, (fill: string, edge: string) => string>> = {
  fatal: (fill, edge) =>
    `<circle cx="12" cy="12" r="9" fill="${fill}" stroke="${edge}" stroke-width="2"/><circle cx="12" cy="12" r="3" fill="${edge}"/>`,
  injury: (fill, edge) =>
    `<path d="M12 3.5 21 19.5H3Z" fill="${fill}" stroke="${edge}" stroke-width="2" stroke-linejoin="round"/>`,
  damageOnly: (fill, edge) =>
    `<rect x="5" y="5" width="14" height="14" fill="${fill}" stroke="${edge}" stroke-width="2"/>`,
}

export function drawAccident(severity: Severity, theme: Theme): SymbolDrawing {
  const colours = accidentColours[theme]
  return { width: 24, height: 24, body: shapes[severity](colours[severity], colours.edge) }
}
