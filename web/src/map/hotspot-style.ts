import { letter, type SymbolDrawing } from './symbols/drawing.ts'
import type { Theme } from './map-types.ts'

/** The first three are the ones that a reader must find at a glance. */
export const foremostRank = 3

export const hotspotColours: Readonly<
  Record<Theme, { foremost: string; other: string; edge: string; ink: string }>
> = {
  light: { foremost: '#7b1fa2', other: '#b07cc6', edge: '#fffdf6', ink: '#ffffff' },
  dark: { foremost: '#d58cf5', other: '#8d5fa6', edge: '#101214', ink: '#17091d' },
}

export function drawRank(rank: number, theme: Theme): SymbolDrawing {
  const colours = hotspotColours[theme]
  const isForemost = rank <= foremostRank
  const radius = isForemost ? 13 : 10
  const fill = isForemost ? colours.foremost : colours.edge
  const ink = isForemost ? colours.ink : theme === 'light' ? '#4a1263' : '#e3b8f5'
  const body =
    `<circle cx="15" cy="15" r="${radius}" fill="${fill}" stroke="${isForemost ? colours.edge : colours.other}" stroke-width="2"/>` +
    letter(String(rank), { x: 15, y: 15, size: isForemost ? 15 : 11, fill: ink })
  return { width: 30, height: 30, body }
}

/** A piece of road under a band, for the legend. */
export function drawBand(theme: Theme): SymbolDrawing {
  const { foremost } = hotspotColours[theme]
  const road = theme === 'light' ? '#cf5a43' : '#d4705c'
  const body =
    `<path d="M6 13H28" stroke="${foremost}" stroke-width="12" stroke-linecap="round" opacity=".55"/>` +
    `<path d="M0 13H34" stroke="${road}" stroke-width="3.5"/>`
  return { width: 34, height: 26, body }
}
