import { formatRange, formatStake } from '../../roads/stakes/stake-format.ts'
import type { DrawnFacility } from './inset-facts.ts'
import { sheet } from './inset-frame.ts'
import { round, startOf, type Anchor, type Drawing, type Lettering, type Word } from './lettering.ts'
import { severities } from '../../accidents/severity.ts'
import { drawAccident, drawFacility, drawHazardMark, inks, levelColour } from './map-symbols.ts'
import { plot, stack, stripAxis, stripTicks } from './strip-layout.ts'
import type { StripAxis, StripFacts, StripTick, StripTicket } from './strip-layout.ts'

export interface Strip extends Drawing {
  readonly axis: StripAxis
  readonly ticks: readonly StripTick[]
  readonly words: readonly Word[]
}

interface Desk {
  readonly facts: StripFacts
  readonly axis: StripAxis
  readonly lettering: Lettering
  readonly words: Word[]
  /** What belongs to a symbol. */
  readonly letters: Word[]
}

/** From top to bottom; the road lies where the records above and below it meet. */
const rows = {
  title: 13,
  squads: 27,
  road: 118,
  stakes: 142,
  tickets: 172,
  facilities: 208,
  foot: 272,
} as const
const roadHeight = 11
const squadHeight = 18

/** A word that would leave the desk stands inwards of its place. */
function anchored(
  x: number,
  text: string,
  size: number,
  lettering: Lettering,
): { x: number; anchor: Anchor } {
  const half = lettering.width(text, size) / 2
  if (x - half < plot.left) return { x: plot.left, anchor: 'start' }
  return x + half > plot.right ? { x: plot.right, anchor: 'end' } : { x, anchor: 'middle' }
}

const rowName = (text: string, y: number): Word => ({ text, x: 4, y, size: 12, fill: inks.soft })

function drawSquads({ facts, axis, words, lettering }: Desk): string {
  words.push(rowName('管段', rows.squads + squadHeight / 2))
  return facts.squads
    .map(({ fromStake, toStake, name }, i) => {
      const [left, right] = [axis.xWithin(fromStake), axis.xWithin(toStake)]
      if (right - left < 1) return ''
      if (lettering.width(name, 11) < right - left - 4)
        words.push({
          text: name,
          x: (left + right) / 2,
          y: rows.squads + squadHeight / 2,
          size: 11,
          anchor: 'middle',
        })
      return `<rect x="${round(left)}" y="${rows.squads}" width="${round(right - left)}" height="${squadHeight}" fill="${i % 2 === 0 ? '#e2e9ea' : '#f3ecd8'}" stroke="${inks.faint}"/>`
    })
    .join('')
}

function drawRoad({ facts, axis, words, lettering }: Desk, ticks: readonly StripTick[]): string {
  const { road, stakes } = rows
  words.push(rowName('道路', road + roadHeight / 2))
  const width = plot.right - plot.left
  const foot = road + roadHeight
  let free = -Infinity
  for (const { x, label } of ticks) {
    if (!label) continue
    const word = { text: label, y: stakes + 4, size: 11, ...anchored(x, label, 11, lettering) }
    const start = startOf(word, lettering)
    if (start < free) continue
    words.push(word)
    free = start + lettering.width(label, 11) + 7
  }
  const marks = ticks.map(({ x, label }) => `M${round(x)} ${foot}v${label ? 7 : 4}`).join('')
  const ends = [...(axis.beginsHere ? [plot.left] : []), ...(axis.endsHere ? [plot.right] : [])].map(
    (x) => `<path d="M${x} ${road - 8}v${roadHeight + 16}" stroke="${inks.ink}" stroke-width="3"/>`,
  )
  const breaks = facts.chainBreaks.map(({ atStake, jump }) => {
    const x = axis.xAt(atStake)
    if (x === undefined) return ''
    const text = `断链 ${formatStake(atStake)}=${formatStake(atStake + jump)}`
    words.push({
      text,
      y: road - 12,
      size: 10.5,
      halo: inks.paper,
      fill: '#8a1c12',
      ...anchored(x, text, 10.5, lettering),
    })
    return `<path d="M${round(x - 4)} ${foot + 3}L${round(x)} ${road - 3}M${round(x)} ${foot + 3}L${round(x + 4)} ${road - 3}" stroke="#8a1c12" stroke-width="1.8"/>`
  })
  return [
    `<rect x="${plot.left}" y="${road}" width="${width}" height="${roadHeight}" fill="#77736b" stroke="${inks.ink}"/>`,
    `<path d="M${plot.left} ${road + roadHeight / 2}H${plot.right}" stroke="${inks.paper}" stroke-width="1.3" stroke-dasharray="9 6"/>`,
    `<path d="${marks}" stroke="${inks.ink}" stroke-width="1.1"/>`,
    ...ends,
    ...breaks,
  ].join('')
}

const accidentLanes = 5

function drawAccidents({ facts, axis, words }: Desk): string {
  if (!facts.accidents) return ''
  const base = rows.road - 10
  words.push(rowName('事故', base - 28))
  const placed = facts.accidents.flatMap((item) => {
    const x = item.stake === null ? undefined : axis.xAt(item.stake)
    return x === undefined ? [] : [{ x, weight: -severities.indexOf(item.severity), item }]
  })
  if (placed.length === 0)
    words.push({ text: '近三年无一般程序事故', x: plot.left + 8, y: base - 28, size: 11, fill: inks.soft })
  return stack(placed, 11, accidentLanes)
    .map(({ x, lane, members }) => {
      const y = base - lane * 13
      if (members.length > 1)
        words.push({ text: `${members.length}`, x: x + 6, y: y - 4, size: 9, halo: inks.paper })
      return drawAccident([x, y], members[0]!.severity)
    })
    .join('')
}

const hazardLanes = 2

function drawTickets({ facts, axis, words, letters }: Desk): string {
  const { hazard, tickets } = facts
  const own: StripTicket = { ...hazard, id: '', toStake: hazard.toStake ?? hazard.fromStake }
  words.push(rowName('隐患', rows.tickets))
  const bar = ({ fromStake, toStake, level }: StripTicket, y: number, height: number) => {
    const [left, right] = [axis.xWithin(fromStake), axis.xWithin(toStake)]
    return right - left < 1
      ? ''
      : `<rect x="${round(left)}" y="${round(y - height / 2)}" width="${round(right - left)}" height="${height}" rx="1.5" fill="${levelColour(level)}"/>`
  }
  const middle = ({ fromStake, toStake }: StripTicket) =>
    (axis.xWithin(fromStake) + axis.xWithin(toStake)) / 2
  const others = tickets.map((item) => ({ x: middle(item), weight: item.level ?? 0, item }))
  const placed = [{ x: middle(own), weight: 9, item: own }, ...others]
  return stack(placed, 30, hazardLanes)
    .map(({ x, lane, members }) => {
      const [first] = members
      const y = rows.tickets + lane * 18
      if (members.length > 1)
        words.push({ text: `×${members.length}`, x: x + 16, y, size: 10, halo: inks.paper })
      return (
        members.map((each) => bar(each, y, each === own ? 6 : 4)).join('') +
        drawHazardMark([x, y], first!, (word) => letters.push(word), first === own ? 1 : 0.75)
      )
    })
    .join('')
}

const facilityLanes = 3

/** Like ones at one stake are one symbol with a number. */
function gathered(facilities: readonly DrawnFacility[]): (DrawnFacility & { readonly stake: number })[] {
  const sums = new Map<string, DrawnFacility & { readonly stake: number }>()
  for (const facility of facilities) {
    const { stake, name } = facility
    if (stake === null) continue
    const key = `${name} ${stake}`
    const quantity = (sums.get(key)?.quantity ?? 0) + facility.quantity
    sums.set(key, { ...facility, stake, quantity })
  }
  return [...sums.values()]
}

function drawFacilities({ facts, axis, words }: Desk): string {
  words.push(rowName('设施', rows.facilities + 14))
  const placed = gathered(facts.facilities).flatMap((item) => {
    const x = axis.xAt(item.stake)
    return x === undefined ? [] : [{ x, weight: item.quantity, item }]
  })
  if (placed.length === 0)
    words.push({ text: '无', x: plot.left + 8, y: rows.facilities + 14, size: 11, fill: inks.soft })
  return stack(placed, 38, facilityLanes)
    .map(({ x, lane, members }) => {
      const y = rows.facilities + lane * 20
      const at = Math.min(x, plot.right - 26)
      const total = members.reduce((sum, { quantity }) => sum + quantity, 0)
      const text = members.length > 1 ? `等${total}` : total > 1 ? `×${total}` : ''
      if (text) words.push({ text, x: at + 11, y, size: 10, halo: inks.paper })
      return drawFacility([at, y], members[0]!.kind)
    })
    .join('')
}

/** The road around a hazard as a straight line, with what lies on it. */
export function drawStrip(facts: StripFacts, lettering: Lettering): Strip {
  const axis = stripAxis(facts)
  const [words, letters]: [Word[], Word[]] = [[], []]
  const desk = { facts, axis, lettering, words, letters }
  const ticks = stripTicks(axis)
  const { fromStake, toStake, level } = facts.hazard
  const [left, right] = [axis.xWithin(fromStake), axis.xWithin(toStake ?? fromStake)]
  const where = formatRange(fromStake, toStake ?? fromStake)
  words.push({ text: `桩号示意图\u3000${facts.roadName} ${where}`, x: 4, y: rows.title, size: 12.5 })
  const counted = facts.accidents ? '事故：近三年一般程序' : '对外版不含事故'
  words.push({
    text: `${counted} · 按里程桩号展开，不按比例表示横向`,
    x: 4,
    y: rows.foot,
    size: 10.5,
    fill: inks.soft,
  })
  const shade = `<rect x="${round(left - 2)}" y="${rows.squads + squadHeight}" width="${round(right - left + 4)}" height="${rows.foot - 18 - rows.squads - squadHeight}" fill="${levelColour(level)}" fill-opacity=".1"/>`
  const body = [
    shade,
    drawSquads(desk),
    drawRoad(desk, ticks),
    drawAccidents(desk),
    drawTickets(desk),
    drawFacilities(desk),
  ]
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}">`,
    `<rect width="${sheet.width}" height="${sheet.height}" fill="${inks.paper}"/>`,
    ...body,
    '</svg>',
  ].join('')
  return { svg, ...sheet, axis, ticks, words, lettered: [...words, ...letters] }
}
