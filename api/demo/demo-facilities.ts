import { factsOfKind } from '../facilities/facility-kinds.ts'
import type { FacilityState } from '../facilities/facility-states.ts'
import { stakeToPoint } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import { pointBeside } from './accident-point.ts'
import { daysFrom, hazardSeeds } from './demo-hazards.ts'
import { demoId } from './demo-id.ts'
import { demoUser } from './demo-users.ts'
import type { ControlSeed, HazardSeed } from './hazard-seed.ts'
import { createRandom, type Random } from './seeded-random.ts'

const seed = 68
/** So many working rows have not been looked at in time; shared out over the list. */
const overdueInspections = 6
const costPerPiece: Readonly<Partial<Record<ControlSeed['kind'], number>>> = {
  solar_strobe: 680,
  warning_sign: 420,
  speed_bump: 900,
  rumble_line: 1200,
  chevron: 160,
  convex_mirror: 350,
  marker_post: 60,
}

interface Piece {
  readonly hazard: HazardSeed
  readonly control: ControlSeed
  readonly index: number
  readonly state: FacilityState
}

const pieces: readonly Piece[] = hazardSeeds.flatMap((hazard) =>
  hazard.controls.flatMap((control) =>
    Array.from({ length: control.pieces }, (_, index) => ({
      hazard,
      control,
      index,
      state: control.states?.[index] ?? 'working',
    })),
  ),
)

/** Pieces stand for the two directions in turn, evenly along the stretch; what warns stands ahead of it. */
function standing({ hazard, control, index }: Piece) {
  const direction = index % 2 === 0 ? ('increasing' as const) : ('decreasing' as const)
  if (hazard.from === null) return { stake: null, direction: 'both' as const, side: control.side ?? null }
  const to = hazard.to ?? hazard.from
  const ahead = control.isOnSideRoad ? 0 : (control.ahead ?? 20)
  const alongEnds = direction === 'increasing' ? hazard.from - ahead : to + ahead
  const step = Math.floor(index / 2) * 60
  const isSpread = control.ahead === undefined && to > hazard.from
  const stake = isSpread
    ? Math.round(hazard.from + ((to - hazard.from) * (index + 0.5)) / control.pieces)
    : alongEnds + (direction === 'increasing' ? -step : step)
  return { stake, direction, side: control.side ?? null }
}

const lateralMetres = { right: 6, left: -6, centre: 0, across: 0 } as const

/** From the edge of the main line to the first bump of the road that joins it, and on to the next. */
const [sideRoadMetres, betweenBumps] = [30, 15]

function offsetOf(piece: Piece, at: ReturnType<typeof standing>): number {
  if (isOnSideRoad(piece)) return sideRoadMetres + piece.index * betweenBumps
  return at.side ? lateralMetres[at.side] * (at.direction === 'decreasing' ? -1 : 1) : 0
}

function pointOf(network: RoadNetwork, piece: Piece, at: ReturnType<typeof standing>) {
  const { hazard } = piece
  if (hazard.road === null || at.stake === null) return null
  const offset = offsetOf(piece, at)
  const point =
    offset === 0
      ? stakeToPoint(network, hazard.road, at.stake)?.point
      : pointBeside(network, hazard.road, at.stake, offset)
  return point
    ? { type: 'Point' as const, coordinates: point.map((value) => Number(value.toFixed(7))) }
    : null
}

function inspection(piece: Piece, isOverdue: boolean, installedDaysAgo: number, now: Date, random: Random) {
  if (piece.state === 'removed') return { last_inspected_on: daysFrom(now, -170), inspection_due_on: null }
  if (piece.state === 'permanent') return { last_inspected_on: daysFrom(now, -40), inspection_due_on: null }
  const last = isOverdue ? random.integer(20, 34) : random.integer(1, 9)
  const due = isOverdue ? -random.integer(1, 9) : random.integer(3, 14)
  // Somebody who looked at it found the fault; what works may be too new to have been looked at.
  const isSeen = piece.state !== 'working' || installedDaysAgo >= last
  return {
    last_inspected_on: isSeen ? daysFrom(now, -Math.min(last, installedDaysAgo)) : null,
    inspection_due_on: daysFrom(now, due),
  }
}

const share = (total: number, parts: number, index: number) =>
  Math.floor(total / parts) + (index < total % parts ? 1 : 0)

const isOnSideRoad = ({ hazard, control }: Piece) => control.isOnSideRoad === true && hazard.road !== null

const placeWords = (piece: Piece, stake: number | null) => {
  const { hazard, control } = piece
  if (stake === null) return hazard.title
  const road = hazard.road === 'CAYJ' ? hazard.roadName : `${hazard.road}线`
  if (isOnSideRoad(piece)) return `${road}${formatStake(hazard.from!)}处接入的支路上（横穿支路）`
  const across = control.side === 'across' ? '横穿道路' : control.side === 'centre' ? '道路中央' : '道路右侧'
  return `${road}${formatStake(stake)}处（${across}）`
}

/** Which rows are overdue: old enough to have missed a round, spread over the list. */
function overdueRows(random: Random): ReadonlySet<Piece> {
  const old = pieces.filter(({ state, hazard }) => state === 'working' && hazard.foundDaysAgo > 40)
  return new Set(random.shuffled(old).slice(0, overdueInspections))
}

function sideOnMap({ side, direction }: ReturnType<typeof standing>): ControlSeed['side'] | null {
  if (side === null || side === 'across' || side === 'centre') return side
  const isRight = (side === 'right') === (direction !== 'decreasing')
  return isRight ? 'right' : 'left'
}

function roadOf(piece: Piece, { stake, direction }: ReturnType<typeof standing>) {
  const { road, roadName } = piece.hazard
  return isOnSideRoad(piece)
    ? { road_code: null, road_name: '接入支路', stake: null, direction: 'both' as const }
    : { road_code: road, road_name: roadName, stake, direction }
}

/** Off the numbered roads nothing but a measured point says where it is. */
const pointColumns = (geom: ReturnType<typeof pointOf>, isMeasured: boolean) => ({
  geom,
  crs_source: geom && isMeasured ? 'wgs84' : 'unknown',
  raw_coordinate: geom && isMeasured ? geom.coordinates.join(',') : null,
})

export interface FacilityGround {
  readonly now: Date
  readonly network: RoadNetwork
  readonly idOfItem: ReadonlyMap<number, string>
}

/** Everything that was placed at the 26 hazards, one row per place where it stands. */
export function demoFacilities({ now, network, idOfItem }: FacilityGround) {
  const random = createRandom(seed)
  const overdue = overdueRows(random)
  const { id: keeper } = demoUser('facility')
  return pieces.map((piece, order) => {
    const { hazard, control, index, state } = piece
    const at = standing(piece)
    const installedDaysAgo = Math.max(0, hazard.foundDaysAgo - 3)
    const installedAt = new Date(now.getTime() - installedDaysAgo * 86_400_000)
    const quantity = share(control.quantity, control.pieces, index)
    const length = control.lengthMetres === undefined ? null : control.lengthMetres / control.pieces
    return {
      id: demoId(installedAt, random),
      number: `SS-150624-${String(order + 1).padStart(5, '0')}`,
      kind: control.kind,
      quantity,
      unit: control.unit ?? factsOfKind(control.kind).units[0]!,
      length_metres: length,
      legend: control.legend ?? null,
      ...roadOf(piece, at),
      side: sideOnMap(at),
      place_text: placeWords(piece, at.stake),
      ...pointColumns(pointOf(network, piece, at), isOnSideRoad(piece)),
      hazard_id: idOfItem.get(hazard.item)!,
      state,
      installed_on: daysFrom(now, -installedDaysAgo),
      installed_by: '设施保障中队',
      cost_yuan: (costPerPiece[control.kind] ?? 100) * quantity,
      consent: 'emergency',
      ...inspection(piece, overdue.has(piece), installedDaysAgo, now, random),
      remark: '演示数据',
      request_hash: `demo-${order + 1}`,
      created_at: installedAt.toISOString(),
      created_by: keeper,
      updated_at: installedAt.toISOString(),
      updated_by: keeper,
    }
  })
}
