import { formatStake } from '../../roads/stakes/stake-format.ts'
import type { StakeContext, StakeDirection, StakeSide } from '../../roads/stakes/stake-reading.ts'
import { roadMessages } from '../../roads/road-messages.ts'
import { parseStakeText } from '../../roads/stakes/stake-text.ts'
import { cellMessages } from '../cells/cell-messages.ts'
import { halfWidth, noted, toCheck } from '../cells/cell-reading.ts'
import { newCodeReader } from '../cells/read-code.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import { readCoordinate, readCoordinateSystem } from '../cells/read-coordinate.ts'
import { newSquadReader, newTownshipReader } from '../cells/read-names.ts'
import { newRoadReader } from '../cells/read-road.ts'
import { stakeIssues } from '../cells/read-stake.ts'
import { plainText, readText } from '../cells/read-text.ts'
import { stakeMessages } from '../cells/stake-messages.ts'
import type { RowStretch } from './row-place.ts'
import { directions, sides } from './accident-code-specs.ts'
import { hazardRowMessages } from './hazard-messages.ts'
import type { LedgerDraft } from './ledger-draft.ts'
import type { LedgerRowContext } from './ledger-rows.ts'

type Step = (draft: LedgerDraft<RowStretch>) => void
const longestName = 90
const longestPlace = 300
/** A hazard is a place or a stretch, not half a road. */
const longStretch = 50_000
interface Stretch {
  readonly road?: string
  readonly from: number
  readonly to: number
  readonly direction?: StakeDirection
  readonly side?: StakeSide
}

/** One cell: a stake or a range of stakes. `isAside` texts speak only where they hold a stake. */
function takeStretch(
  draft: LedgerDraft<RowStretch>,
  field: string,
  context: StakeContext,
  isAside = false,
): Stretch | undefined {
  const text = plainText(draft.cellOf(field)).slice(0, longestPlace)
  if (halfWidth(text) === '' || (isAside && !/\d/.test(text.normalize('NFKC')))) return undefined
  const parsed = parseStakeText(text, context)
  if (!parsed.ok) {
    const message = roadMessages.unreadableStake(parsed.refusal, text)
    if (!isAside) draft.take(field, { issues: [toCheck('stake_unreadable', message)] })
    return undefined
  }
  const { road, from, to = from, direction, side } = parsed.reading
  draft.take(field, { issues: stakeIssues(text, parsed.reading, ['descending']) })
  return {
    from,
    to,
    ...(road === undefined ? {} : { road }),
    ...(direction === undefined ? {} : { direction }),
    ...(side === undefined ? {} : { side }),
  }
}

/** On a road of its own name and with a coordinate: the main line that its words mention is what it lies beside. */
function isOffTheNumberedRoads({ values: { road, roadName }, cellOf }: LedgerDraft<RowStretch>): boolean {
  if (road !== undefined || roadName === undefined) return false
  return ['lon', 'rawCoordinate'].some((field) => plainText(cellOf(field)) !== '')
}

function readStretch(draft: LedgerDraft<RowStretch>, context: StakeContext): Stretch | undefined {
  const first = takeStretch(draft, 'fromStake', context)
  const last = takeStretch(draft, 'toStake', context)
  if (first || last) return { ...(first ?? last!), to: (last ?? first!).to }
  const whole = takeStretch(draft, 'stakes', context) ?? takeStretch(draft, 'stake', context)
  if (whole || isOffTheNumberedRoads(draft)) return whole
  for (const field of ['placeText', 'title', 'roadName']) {
    const stretch = takeStretch(draft, field, context, true)
    if (!stretch) continue
    draft.take(field, { issues: [noted('stake_from_place', stakeMessages.fromPlaceText(stretch.from))] })
    return stretch
  }
  return undefined
}

function setStretch({ values, take }: LedgerDraft<RowStretch>, stretch: Stretch, known: ReadonlySet<string>) {
  const { from, to, road, direction, side } = stretch
  if (to < from) take('toStake', { issues: [noted('stakes_descending', hazardRowMessages.descending())] })
  if (Math.abs(to - from) > longStretch)
    take('toStake', { issues: [toCheck('stretch_long', hazardRowMessages.farStretch(Math.abs(to - from)))] })
  values.fromStake = Math.min(from, to)
  values.toStake = Math.max(from, to)
  if (direction !== undefined) values.direction ??= direction
  if (side !== undefined) values.side ??= side
  if (values.road !== undefined || road === undefined || !known.has(road)) return
  values.road = road
  take('road', { issues: [noted('road_from_text', stakeMessages.roadFromText(road))] })
}

function newStakesStep({ roads, bearingAt }: LedgerRowContext): Step {
  const known = new Set(roads.map(({ code }) => code))
  return (draft) => {
    const { values, take } = draft
    const stretch = readStretch(draft, { roads, bearingAt, road: values.road })
    if (!stretch) return
    setStretch(draft, stretch, known)
    if (values.road === undefined && values.fromStake !== undefined)
      take('road', { issues: [toCheck('stake_without_road', stakeMessages.noRoad(values.fromStake))] })
  }
}

function newRoadStep({ roads }: LedgerRowContext): Step {
  const readRoad = newRoadReader(roads)
  return ({ cellOf, take, values }) => {
    const name = take('roadName', readText(cellOf('roadName'), longestName))
    const road =
      take('road', readRoad(cellOf('road'))) ?? (name === undefined ? undefined : readRoad(name).value)
    if (road !== undefined) values.road = road
    const words = name ?? (road === undefined ? plainText(cellOf('road')) : '')
    if (words !== '') values.roadName = maskPersonal(words)
  }
}

/** Direction and side by their own columns; words that depend on the road are read beside a stake. */
function newSenseStep({ roads, bearingAt }: LedgerRowContext): Step {
  const readDirection = newCodeReader(directions)
  const readSide = newCodeReader(sides)
  return ({ cellOf, take, values }) => {
    const text = halfWidth(plainText(cellOf('direction')))
    const byTable = readDirection(cellOf('direction'))
    if (byTable.value !== undefined && byTable.issues.length === 0)
      values.direction = byTable.value as StakeDirection
    else if (text !== '') {
      const words = `${formatStake(values.fromStake ?? 0)} ${text}`
      const parsed = parseStakeText(words, { roads, bearingAt, road: values.road })
      if (parsed.ok && parsed.reading.direction) values.direction = parsed.reading.direction
      else take('direction', { issues: [toCheck('direction_unreadable', cellMessages.unknownCode(text))] })
    }
    const side = take('side', readSide(cellOf('side')))
    if (side !== undefined) values.side = side as StakeSide
  }
}

function newPointStep({ crs }: LedgerRowContext): Step {
  return ({ cellOf, take, values }) => {
    // A point that our own list derived from the stakes is no second witness of the place.
    if (/桩号推算/.test(plainText(cellOf('locating'))) && values.fromStake !== undefined) return
    const cells = { raw: cellOf('rawCoordinate'), lon: cellOf('lon'), lat: cellOf('lat') }
    const isInOneCell = plainText(cells.lon) === '' && plainText(cells.raw) !== ''
    const system = readCoordinateSystem(cellOf('crs')) ?? crs
    const point = take(isInOneCell ? 'rawCoordinate' : 'lon', readCoordinate(cells, system))
    if (point) Object.assign(values, point)
  }
}

function newBelongingStep({ squads, areas }: LedgerRowContext): Step {
  const readSquad = newSquadReader(squads)
  const readTownship = newTownshipReader(areas)
  return ({ cellOf, take, values }) => {
    const township = take('township', readTownship(cellOf('township')))
    if (township !== undefined) values.township = township
    const squad = take('squad', readSquad(cellOf('squad')))
    if (squad !== undefined) values.squad = squad
    const place = take('placeText', readText(cellOf('placeText'), longestPlace))
    if (place !== undefined) values.placeText = maskPersonal(place)
  }
}

/** Road, stakes, direction, point, township and squad, in this order because each helps the next. */
export function newLedgerPlaceStep(context: LedgerRowContext): Step {
  const steps = [
    newRoadStep(context),
    newStakesStep(context),
    newSenseStep(context),
    newPointStep(context),
    newBelongingStep(context),
  ]
  return (draft) => {
    for (const step of steps) step(draft)
  }
}
