import type { InsetFacts } from './inset-facts.ts'
import { barLength, grown, isInside, mapBox, sheet } from './inset-frame.ts'
import type { Box, InsetFrame, Place } from './inset-frame.ts'
import type { InsetGround } from './inset-ground.ts'
import type { PlacedAccident } from './inset-records.ts'
import type { Room } from './label-room.ts'
import { round, type Lettering, type Write } from './lettering.ts'
import { severities } from '../../accidents/severity.ts'
import { drawAccident, drawFacility, inks, severityNames } from './map-symbols.ts'

const north = { x: mapBox.right - 18, y: mapBox.top + 25 }
export const northBox: Box = {
  left: north.x - 14,
  right: mapBox.right,
  top: mapBox.top,
  bottom: north.y + 20,
}

export function drawNorth(write: Write): string {
  const { x, y } = north
  write({ text: '北', x, y: y - 13, size: 11, anchor: 'middle', halo: inks.paper })
  return `<path d="M${x} ${y - 6}L${x + 6} ${y + 16}L${x} ${y + 11}L${x - 6} ${y + 16}Z" fill="${inks.paper}" stroke="${inks.ink}" stroke-width="1.2" stroke-linejoin="round"/><path d="M${x} ${y - 6}L${x} ${y + 11}L${x - 6} ${y + 16}Z" fill="${inks.ink}"/>`
}

const bar = { x: mapBox.left + 10, y: mapBox.bottom - 10, longest: 110 }

export interface ScaleBar {
  readonly metres: number
  readonly units: number
}

export function scaleBarOf({ metresPerUnit }: InsetFrame): ScaleBar {
  const metres = barLength(metresPerUnit, bar.longest)
  return { metres, units: metres / metresPerUnit }
}

const lengthText = (metres: number) => (metres >= 1000 ? `${metres / 1000}公里` : `${metres}米`)

const barWidth = (frame: InsetFrame, lettering: Lettering) => {
  const { metres, units } = scaleBarOf(frame)
  return units + 5 + lettering.width(lengthText(metres), 11)
}

const barBox = (x: number, width: number): Box => ({
  left: x - 5,
  right: x + width + 4,
  top: bar.y - 9,
  bottom: bar.y + 8,
})

/** In the lower corner, or the other one where the hazard's road passes. Gives the left end of the bar. */
export function placeScaleBar(
  frame: InsetFrame,
  room: Room,
  lettering: Lettering,
  road: readonly Place[],
): number {
  const width = barWidth(frame, lettering)
  const corners = [bar.x, mapBox.right - 10 - width]
  const x = corners.find((each) => !road.some((place) => isInside(grown(barBox(each, width), 4), place)))
  room.take(barBox(x ?? bar.x, width))
  return x ?? bar.x
}

export function drawScaleBar(frame: InsetFrame, x: number, lettering: Lettering, write: Write): string {
  const { metres, units } = scaleBarOf(frame)
  const { y } = bar
  const { left, right, top, bottom } = barBox(x, barWidth(frame, lettering))
  write({ text: lengthText(metres), x: x + units + 5, y: y - 1, size: 11 })
  const plate = `<rect x="${round(left)}" y="${top}" width="${round(right - left)}" height="${bottom - top}" fill="${inks.paper}" fill-opacity=".85"/>`
  return `${plate}<rect class="scale-bar" x="${round(x)}" y="${y - 3}" width="${units.toFixed(3)}" height="5" fill="${inks.paper}" stroke="${inks.ink}" stroke-width="1"/><rect x="${round(x)}" y="${y - 3}" width="${round(units / 2)}" height="5" fill="${inks.ink}"/>`
}

interface Foot {
  readonly facts: InsetFacts
  readonly ground: InsetGround
  readonly frame: InsetFrame
  readonly accidents: readonly PlacedAccident[]
  readonly lettering: Lettering
  readonly write: Write
}

interface LegendEntry {
  readonly text: string
  readonly draw: (x: number, y: number) => string
}

function legendEntries({ facts, accidents }: Foot): LegendEntry[] {
  const kinds = new Map<string, { kind: string; quantity: number }>()
  for (const { kind, name, quantity } of facts.facilities)
    kinds.set(name, { kind, quantity: (kinds.get(name)?.quantity ?? 0) + quantity })
  const shown = severities.filter((each) => accidents.some(({ accident }) => accident.severity === each))
  return [
    ...[...kinds].map(([name, { kind, quantity }]) => ({
      text: `${name}${quantity}`,
      draw: (x: number, y: number) => drawFacility([x, y], kind),
    })),
    ...shown.map((severity) => ({
      text: severityNames[severity],
      draw: (x: number, y: number) => drawAccident([x, y], severity),
    })),
  ]
}

const legendY = mapBox.bottom + 14
const symbolRoom = 13

/** Symbols with their names and numbers, as many as the line holds. */
function drawLegend(foot: Foot): string {
  let x = mapBox.left + 10
  const drawn: string[] = []
  for (const { text, draw } of legendEntries(foot)) {
    const width = foot.lettering.width(text, 11)
    if (x + symbolRoom + width > mapBox.right) break
    drawn.push(draw(x, legendY))
    foot.write({ text, x: x + symbolRoom, y: legendY, size: 11 })
    x += symbolRoom + width + 14
  }
  return drawn.join('')
}

export const scaleText = (scale: number): string => `1:${String(scale).replace(/\B(?=(\d{3})+$)/g, ' ')}`

function captionOf({ facts, ground, frame }: Foot): string {
  const road = facts.hazard.road === null ? undefined : ground.roads.get(facts.hazard.road)
  const sketch = road?.isSketch ? ' · 线位示意，待核定' : ''
  return `位置示意图 ${scaleText(frame.scale)} · 数据：本系统路网、OpenStreetMap · 坐标 CGCS2000${sketch}`
}

/** What stands below the map. */
export function drawFoot(foot: Foot): string {
  const place = { x: mapBox.left + 2, y: sheet.height - 8 }
  foot.write({ text: captionOf(foot), ...place, size: 10.5, fill: inks.soft })
  return drawLegend(foot)
}
