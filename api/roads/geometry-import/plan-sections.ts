import type { LonLat } from '../network/geodesy.ts'
import { divideLine, type DrawnSection } from './carriageways.ts'
import type { Range, StakedLines } from './carry-stakes.ts'
import { lengthOf } from './imported-way.ts'
import type { PlannedSection, Uneven } from './import-plan.ts'
import type { Control } from './place-controls.ts'
import type { PresentAnchor, PresentRoad } from './present-road.ts'
import { feetOn, rulerOf } from './ruler.ts'

const anchorReach = 100

const rounded = ([longitude, latitude]: LonLat): LonLat => [
  Number(longitude.toFixed(7)),
  Number(latitude.toFixed(7)),
]

/** A surveyed post stays where it was surveyed; a computed one lay on the old line and goes over to the new. */
function carried({ stake, point, method, note }: PresentAnchor, foot: LonLat) {
  return { stake, point: rounded(method === 'interpolated' ? foot : point), method, note }
}

function ownAnchors(controls: readonly Control[], line: number, from: number, to: number) {
  return controls.flatMap(({ line: on, measure, anchor, foot }) =>
    // A post on the border of two sections belongs to the earlier one.
    anchor && on === line && (measure > from || from === 0) && measure <= to ? [carried(anchor, foot)] : [],
  )
}

function leftAnchors(road: PresentRoad, line: readonly LonLat[]) {
  const left = new Set(
    road.sections.filter(({ carriageway }) => carriageway === 'left').map(({ sequence }) => sequence),
  )
  const ruler = rulerOf([line])
  return road.anchors.flatMap((anchor) => {
    const foot = left.has(anchor.section) ? feetOn(ruler, anchor.point, anchorReach)[0] : undefined
    return foot ? [carried(anchor, foot.point)] : []
  })
}

function sectionsOfLine(
  staked: StakedLines,
  line: number,
  drawn: readonly DrawnSection[],
  road: PresentRoad,
  range: Range,
) {
  const stakeOf = (measure: number) =>
    Math.min(range.to, Math.max(range.from, Math.round(staked.stakeAt(line, measure))))
  const sections: Omit<PlannedSection, 'sequence'>[] = []
  let reached = 0
  for (const { carriageway, coordinates, beside } of drawn) {
    const lengthMetres = lengthOf(coordinates)
    const common = { carriageway, coordinates: coordinates.map(rounded), lengthMetres }
    const right = beside === undefined ? undefined : sections[beside]
    if (right) {
      const { fromStake, toStake } = right
      sections.push({ ...common, fromStake, toStake, anchors: leftAnchors(road, coordinates) })
      continue
    }
    const [from, to] = [reached, reached + lengthMetres]
    // Cutting rounds: the anchor at the very end must not fall behind it.
    const anchors = ownAnchors(staked.controls, line, from, to + 0.5)
    sections.push({ ...common, fromStake: stakeOf(from), toStake: stakeOf(to), anchors })
    reached = to
  }
  return sections
}

export function planSections(
  staked: StakedLines,
  opposite: readonly (readonly (readonly LonLat[])[])[],
  road: PresentRoad,
  range: Range,
): PlannedSection[] {
  return staked.lines
    .flatMap((coordinates, line) => {
      const drawn = divideLine(coordinates, opposite[line] ?? [])
      return sectionsOfLine(staked, line, drawn, road, range)
    })
    .map((section, i) => ({ ...section, sequence: i + 1 }))
}

/** Shorter stretches differ by the rounding of posts. */
const shortestCompared = 200

export function unevenStretches(staked: StakedLines): Uneven[] {
  return staked.lines.flatMap((coordinates, line) => {
    const inner = staked.controls.filter((control) => control.line === line).map(({ measure }) => measure)
    const measures = [...new Set([0, ...inner, lengthOf(coordinates)])]
    return measures.flatMap((to, i): Uneven[] => {
      const from = measures[i - 1]
      if (from === undefined) return []
      const [fromStake, toStake] = [staked.stakeAt(line, from), staked.stakeAt(line, to)].map(Math.round)
      const drawnMetres = to - from
      const isEven = Math.abs(toStake! - fromStake! - drawnMetres) <= drawnMetres / 5
      return drawnMetres < shortestCompared || isEven
        ? []
        : [{ fromStake: fromStake!, toStake: toStake!, drawnMetres }]
    })
  })
}
