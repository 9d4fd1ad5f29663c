import { clipToBox } from './clip-to-box.ts'
import { grown, mapBox, placeOf, type Box, type InsetFrame, type Place } from './inset-frame.ts'
import { roadClass, type GroundLine, type InsetGround, type RoadClass } from './inset-ground.ts'
import { inks } from './map-symbols.ts'
import { round } from './lettering.ts'

/** Beyond the frame, so that no line ends in sight of it. */
const drawnBox = grown(mapBox, 8)

export const pathOf = (places: readonly Place[]): string =>
  places.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')

/** Metres that the drawing shows. */
function shownMetres({ centre, metresPerUnit }: InsetFrame): Box {
  const [width, height] = [
    (drawnBox.right - drawnBox.left) * metresPerUnit,
    (drawnBox.bottom - drawnBox.top) * metresPerUnit,
  ]
  return {
    left: centre[0] - width / 2,
    right: centre[0] + width / 2,
    top: centre[1] + height / 2,
    bottom: centre[1] - height / 2,
  }
}

/** The pieces of ground lines that are seen. */
export function seenLines(frame: InsetFrame, lines: readonly GroundLine[]) {
  const { left, right, top, bottom } = shownMetres(frame)
  return lines
    .filter(
      ({ west, east, south, north }) => east >= left && west <= right && north >= bottom && south <= top,
    )
    .flatMap(({ road, line }) =>
      clipToBox(
        line.map((point) => placeOf(frame, point)),
        drawnBox,
      ).map((places) => ({ road, places })),
    )
}

const widths: Readonly<Record<RoadClass, number>> = { national: 5, provincial: 4, firstClass: 5.5, county: 3 }

const stroke = (d: string, width: number, colour: string, more = '') =>
  d &&
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"${more}/>`

const dashes = (pattern: string) => ` stroke-dasharray="${pattern}"`

/** Width says the class of a road; the hazard's own road has dark edges. */
function drawRoad(d: string, code: string, isOwn: boolean, isSketch: boolean): string {
  const width = widths[roadClass(code)]
  const edge = isOwn ? inks.ink : '#8b8272'
  const fill = isOwn ? '#f3d9a2' : '#efeadd'
  const broken = isSketch ? dashes('9 5') : ''
  return (
    stroke(d, width + (isOwn ? 4.4 : 2), edge, isOwn ? '' : broken) +
    stroke(d, width + (isOwn ? 2 : 0.4), fill) +
    (isSketch && isOwn ? stroke(d, 1, inks.soft, dashes('7 6')) : '')
  )
}

export function drawGround(ground: InsetGround, frame: InsetFrame, ownRoad: string | null): string {
  const others = seenLines(frame, ground.otherLines).map(({ places }) => pathOf(places))
  const borders = seenLines(frame, ground.borders).map(({ places }) => pathOf(places))
  const roads = seenLines(frame, ground.roadLines)
  // The hazard's own road on top of those it meets.
  const codes = [...new Set(roads.map(({ road }) => road!))].sort(
    (a, b) => Number(a === ownRoad) - Number(b === ownRoad) || (a < b ? -1 : 1),
  )
  const drawn = codes.map((code) =>
    drawRoad(
      roads
        .filter(({ road }) => road === code)
        .map(({ places }) => pathOf(places))
        .join(''),
      code,
      code === ownRoad,
      ground.roads.get(code)?.isSketch ?? false,
    ),
  )
  return [
    stroke(borders.join(''), 5, '#e8d9dc'),
    stroke(borders.join(''), 1.3, inks.border, dashes('10 3 2 3')),
    stroke(others.join(''), 3, '#b5ac99'),
    stroke(others.join(''), 1.6, '#f7f4ec'),
    ...drawn,
  ].join('')
}
