import { drawFoot, drawNorth, drawScaleBar, northBox, placeScaleBar } from './draw-furniture.ts'
import { drawGround, pathOf, seenLines } from './draw-ground.ts'
import type { InsetFacts } from './inset-facts.ts'
import { frameAround, mapBox, metresOf, placeOf, sheet, type InsetFrame, type Place } from './inset-frame.ts'
import type { InsetGround } from './inset-ground.ts'
import {
  hazardPoints,
  middleOfStretch,
  sampled,
  stakeTicks,
  stretchLines,
  type StakeTick,
} from './inset-layout.ts'
import { placeAccidents, placeFacilities, type PlacedFacility } from './inset-records.ts'
import { around, newRoom, placeWord, wordBox, wordsBeside, type Room } from './label-room.ts'
import { round, type Drawing, type Lettering, type Word } from './lettering.ts'
import { drawAccident, drawFacility, drawHazardMark, inks, levelColour, markRadius } from './map-symbols.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'

export interface Inset extends Drawing {
  readonly frame: InsetFrame
  /** Where things stand on the drawing. */
  readonly mark: Place
  readonly ticks: readonly StakeTick[]
  readonly words: readonly Word[]
  readonly facilities: readonly PlacedFacility[]
}

/** Everything that a step of the drawing may need. */
interface Desk {
  readonly facts: InsetFacts
  readonly ground: InsetGround
  readonly lettering: Lettering
  readonly frame: InsetFrame
  readonly room: Room
  readonly words: Word[]
  /** What belongs to a symbol. */
  readonly letters: Word[]
}

const halo = inks.paper

function write({ room, lettering, words }: Desk, offered: readonly Word[]): void {
  const word = placeWord(room, offered, lettering)
  if (word) words.push(word)
}

function drawTicks(desk: Desk, ticks: readonly StakeTick[]): string {
  const { fromStake, toStake, geometry } = desk.facts.hazard
  const written = geometry?.type === 'Point' ? [] : [fromStake, toStake]
  for (const { stake, label, place, right } of ticks) {
    if (label === undefined || written.includes(stake)) continue
    const [word, size] = [{ text: label, size: 11.5, halo }, 16]
    const half = desk.lettering.width(label, 11.5) / 2
    const beside = [1, -1].flatMap((sign) =>
      [1, 1.5].map((times): Word => {
        const away = sign * times
        return {
          ...word,
          x: place[0] + right[0] * away * (size + half * Math.abs(right[0])),
          y: place[1] + right[1] * away * size,
          anchor: 'middle',
        }
      }),
    )
    write(desk, beside)
  }
  const marks = ticks.map(({ place: [x, y], right: [rx, ry], isWhole }) => {
    const length = isWhole ? 8 : 5
    return `M${round(x - rx * length)} ${round(y - ry * length)}L${round(x + rx * length)} ${round(y + ry * length)}`
  })
  return marks.length === 0 ? '' : `<path d="${marks.join('')}" stroke="${inks.ink}" stroke-width="1.3"/>`
}

/** The stretch over its road, with both its stakes. */
function drawStretch(desk: Desk, lines: readonly (readonly Place[])[]): string {
  const { hazard } = desk.facts
  if (lines.length === 0) return ''
  const colour = levelColour(hazard.level)
  const d = lines.map(pathOf).join('')
  const ends = [
    [lines[0]![0]!, hazard.fromStake],
    [lines[lines.length - 1]!.at(-1)!, hazard.toStake],
  ] as const
  for (const [place, stake] of ends)
    if (stake !== null)
      write(desk, wordsBeside(place, 12, { text: formatStake(stake), size: 13, halo, fill: colour }))
  const knobs = ends.map(
    ([[x, y]]) =>
      `<circle cx="${round(x)}" cy="${round(y)}" r="3.6" fill="${inks.paper}" stroke="${colour}" stroke-width="2"/>`,
  )
  return `<path d="${d}" fill="none" stroke="${inks.paper}" stroke-width="9" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${colour}" stroke-width="6.4" stroke-linejoin="round"/>${knobs.join('')}`
}

function drawFacilities(desk: Desk, facilities: readonly PlacedFacility[]): string {
  for (const { place, quantity } of facilities)
    if (quantity > 1) write(desk, wordsBeside(place, 13, { text: `×${quantity}`, size: 10.5, halo }))
  return facilities
    .map(
      ({ foot, place, kind }) =>
        `<path d="M${round(foot[0])} ${round(foot[1])}L${round(place[0])} ${round(place[1])}" stroke="${inks.soft}" stroke-width=".9"/>${drawFacility(place, kind)}`,
    )
    .join('')
}

function ownRoadPlaces({ frame, ground, facts }: Desk): Place[] {
  return seenLines(frame, ground.roadLines)
    .filter(({ road }) => road === facts.hazard.road)
    .flatMap(({ places }) => sampled(places, 7))
}

/** Nothing is written on the hazard's own road: its stakes and its accidents are read there. */
function keepRoadClear(desk: Desk): void {
  for (const place of ownRoadPlaces(desk)) desk.room.take(around(place, 4.5))
}

const nameSize = 12

/** Each other road is named once, where its longest piece runs; so are towns. */
function nameGround(desk: Desk): string {
  const { frame, ground, facts } = desk
  const longest = new Map<string, readonly Place[]>()
  for (const { road, places } of seenLines(frame, ground.roadLines)) {
    const known = longest.get(road!)
    if (!known || known.length < places.length) longest.set(road!, places)
  }
  for (const [code, places] of [...longest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isOwn = code === facts.hazard.road
    const text = /\d/.test(code) ? code : (ground.roads.get(code)?.name ?? code)
    const word = { text, size: nameSize, halo, fill: isOwn ? inks.ink : inks.soft }
    const spots = [0.2, 0.8, 0.35, 0.65, 0.5].map((share) => places[Math.floor(share * (places.length - 1))]!)
    write(
      desk,
      spots.flatMap((spot) => wordsBeside(spot, 12, word)),
    )
  }
  return ground.places
    .map(({ name, at }) => ({ name, place: placeOf(frame, at) }))
    .filter(({ place: [x, y] }) => x > 16 && y > 16 && x < mapBox.right - 12 && y < mapBox.bottom - 12)
    .map(({ name, place }) => {
      desk.room.take(around(place, 5))
      write(desk, wordsBeside(place, 8, { text: name, size: 12.5, halo }))
      return `<circle cx="${round(place[0])}" cy="${round(place[1])}" r="4" fill="${inks.paper}" stroke="${inks.ink}" stroke-width="1.6"/>`
    })
    .join('')
}

function drawMap(desk: Desk, mark: Place, lines: readonly (readonly Place[])[]) {
  const { facts, ground, frame, lettering, room, words, letters } = desk
  const inscribe = (word: Word) => void letters.push(word)
  room.take(around(mark, markRadius + 2))
  room.take(northBox)
  const area: Word = {
    text: facts.area,
    x: mapBox.left + 7,
    y: mapBox.top + 12,
    size: 12,
    fill: inks.soft,
    halo,
  }
  room.take(wordBox(area, lettering))
  words.push(area)
  const ticks = stakeTicks(ground, frame, facts)
  const accidents = placeAccidents(ground, frame, facts)
  const barX = placeScaleBar(frame, room, lettering, ownRoadPlaces(desk))
  keepRoadClear(desk)
  for (const { place } of accidents) room.take(around(place, 4))
  const stretch = drawStretch(desk, lines)
  const facilities = placeFacilities(ground, frame, facts, room)
  const symbols = drawFacilities(desk, facilities)
  const tickMarks = drawTicks(desk, ticks)
  const body = [
    drawGround(ground, frame, facts.hazard.road),
    stretch,
    tickMarks,
    nameGround(desk),
    symbols,
    // The gravest last: it is not to be hidden.
    ...[...accidents].reverse().map(({ place, accident }) => drawAccident(place, accident.severity)),
    drawHazardMark(mark, facts.hazard, inscribe),
    drawScaleBar(frame, barX, lettering, inscribe),
    drawNorth(inscribe),
  ]
  return { body: body.join(''), ticks, facilities, accidents, inscribe }
}

/** A map of the hazard's surroundings; nothing where the hazard has no place. */
export function drawInset(facts: InsetFacts, ground: InsetGround, lettering: Lettering): Inset | undefined {
  const points = hazardPoints(facts).map(metresOf)
  if (points.length === 0) return undefined
  const frame = frameAround(points, facts.printedMillimetres)
  const lines = stretchLines(facts).map((line) => line.map((point) => placeOf(frame, metresOf(point))))
  const mark = lines.length > 0 ? middleOfStretch(longestOf(lines)) : placeOf(frame, points[0]!)
  const [words, letters]: [Word[], Word[]] = [[], []]
  const desk = { facts, ground, lettering, frame, words, letters, room: newRoom(mapBox) }
  const { body, ticks, facilities, accidents, inscribe } = drawMap(desk, mark, lines)
  const { left, top, right, bottom } = mapBox
  const box = `x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"`
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}">`,
    `<rect width="${sheet.width}" height="${sheet.height}" fill="#fcfaf4"/>${body}`,
    // Laid over what runs out of the map: cutting it off there would take the renderer longer.
    `<path d="M0 0H${sheet.width}V${sheet.height}H0ZM${left} ${top}V${bottom}H${right}V${top}Z" fill="${inks.paper}"/>`,
    `<rect ${box} fill="none" stroke="${inks.ink}" stroke-width="1.4"/>`,
    drawFoot({ facts, ground, frame, accidents, lettering, write: inscribe }),
    '</svg>',
  ].join('')
  return { svg, ...sheet, frame, mark, ticks, words, facilities, lettered: [...words, ...letters] }
}

const longestOf = (lines: readonly (readonly Place[])[]) =>
  lines.reduce((best, line) => (line.length > best.length ? line : best))
