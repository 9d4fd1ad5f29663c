import { readDirection, type DirectionReading } from './direction-words.ts'
import { withFurtherStakes } from './further-stakes.ts'
import type { Surroundings } from './heading-words.ts'
import { readLane, type LaneReading } from './lane-words.ts'
import { withOffset } from './offset-stake.ts'
import { findRoadMention, type RoadMention } from './road-mention.ts'
import { doubtsAround } from './stake-doubt.ts'
import { findStakeMarks, withoutRampStakes, type StakeMark } from './stake-mark.ts'
import { normaliseStakeText } from './stake-normalise.ts'
import { findOffset, type WrittenOffset } from './stake-offset.ts'
import { readExtent, type StakeExtent } from './stake-range.ts'
import type { StakeContext, StakeParse, StakeReading, StakeRefusal, StakeWarning } from './stake-reading.ts'

interface NamedRoad {
  readonly road?: string
  readonly roads?: readonly string[]
}

/** The given road settles which of several is meant; without it the text alone says. */
function namedRoad(mention: RoadMention, given: string | undefined): NamedRoad {
  const road = given !== undefined && mention.roads.includes(given) ? given : (mention.road ?? given)
  return {
    ...(road === undefined ? {} : { road }),
    ...(mention.roads.length > 1 ? { roads: mention.roads } : {}),
  }
}

function refuse(refusal: StakeRefusal, hadRampStake: boolean, named: NamedRoad): StakeParse {
  if (refusal !== 'noStake') return { ok: false, refusal, ...named }
  if (hadRampStake) return { ok: false, refusal: 'rampStake', ...named }
  return { ok: false, refusal: named.roads ? 'crossingOnly' : 'noStake', ...named }
}

function surroundingsOf(extent: StakeExtent, code: string | undefined, context: StakeContext): Surroundings {
  return {
    road: context.roads?.find((road) => road.code === code),
    from: extent.from,
    to: extent.to,
    bearing: code === undefined ? undefined : context.bearingAt?.(code, extent.from),
  }
}

interface Completed {
  readonly extent: StakeExtent
  readonly offset: WrittenOffset | undefined
  readonly directions: DirectionReading
  readonly lane: LaneReading
}

function withDirectionFromOrder(read: DirectionReading, { from, to }: StakeExtent): DirectionReading {
  if (read.direction !== undefined || to === undefined || to >= from) return read
  // 北行 on a descending range is no open question any more.
  const kept = read.warnings.filter((warning) => warning !== 'direction_unresolved')
  return { ...read, direction: 'decreasing', warnings: [...kept, 'direction_from_order'] }
}

/** 往南50米 across an east-west road says the side as well. */
function withOffsetSide(lane: LaneReading, offset: WrittenOffset | undefined): LaneReading {
  if (lane.side !== undefined || offset?.side === undefined) return lane
  return { ...lane, side: offset.side, warnings: [...lane.warnings, 'side_from_bearing'] }
}

/** What stands around the stake: a distance from it, a direction of travel, a lane. */
function complete(
  text: string,
  marks: readonly StakeMark[],
  written: StakeExtent,
  at: Surroundings,
): Completed {
  const offset = findOffset(text, written, at, readDirection(text, at).direction)
  // 往乌海方向500米 says where, not which way the car went.
  const rest = offset && offset.way !== 'across' ? text.slice(0, offset.start) + text.slice(offset.end) : text
  const others = written.others.filter(
    ({ start, end }) => !offset || end <= offset.start || start >= offset.end,
  )
  const doubted = doubtsAround(text, written)
  const directions = withDirectionFromOrder(readDirection(rest, at), written)
  const moved = offset ? withOffset(doubted, offset) : doubted
  return {
    extent: withFurtherStakes(text, moved, others),
    offset,
    directions,
    lane: withOffsetSide(readLane(rest, marks, at, directions.direction), offset),
  }
}

/** A destination that is a road stays open unless other words settle the direction. */
function settled(warnings: readonly StakeWarning[], reading: Omit<StakeReading, 'road'>): StakeWarning[] {
  const kept =
    reading.direction === undefined ? warnings : warnings.filter((each) => each !== 'direction_unresolved')
  return [...new Set([...kept, ...reading.warnings])]
}

function readingOf({ extent, offset, directions, lane }: Completed): Omit<StakeReading, 'road'> {
  const { from, to, precision } = extent
  const alternatives = [...new Set(extent.alternatives)].filter((stake) => stake !== from)
  return {
    from,
    ...(to === undefined ? {} : { to }),
    ...(directions.direction === undefined ? {} : { direction: directions.direction }),
    ...(directions.directionText === undefined ? {} : { directionText: directions.directionText }),
    ...(lane.side === undefined ? {} : { side: lane.side }),
    ...(lane.laneText === undefined ? {} : { laneText: lane.laneText }),
    ...(offset ? { offset: { metres: offset.metres, text: offset.text } } : {}),
    precision,
    warnings: [...extent.warnings, ...directions.warnings, ...lane.warnings],
    ambiguous: extent.ambiguous || directions.warnings.includes('direction_conflict'),
    ...(alternatives.length === 0 ? {} : { alternatives }),
  }
}

/** Reads a stake as officers write it. Never throws; what it assumed is in `warnings`. */
export function parseStakeText(text: string, context: StakeContext = {}): StakeParse {
  const { roads = [], road: given } = context
  const normalised = normaliseStakeText(text)
  const mention = findRoadMention(normalised.text, roads, given)
  const named = namedRoad(mention, given)
  const { text: rest, hadRampStake } = withoutRampStakes(mention.rest)
  const marks = findStakeMarks(rest)
  const extent = readExtent(rest, marks)
  if ('refusal' in extent) return refuse(extent.refusal, hadRampStake, named)
  const reading = readingOf(complete(rest, marks, extent, surroundingsOf(extent, named.road, context)))
  const differs = given !== undefined && named.road !== given
  const own: StakeWarning[] = [
    ...(normalised.wasConfusable ? (['confusable'] as const) : []),
    ...(normalised.wasCut ? (['text_cut'] as const) : []),
    ...(hadRampStake ? (['ramp_stake'] as const) : []),
    ...(differs ? (['road_differs'] as const) : []),
    ...mention.warnings,
  ]
  const isOpen = mention.warnings.includes('road_ambiguous') && (given === undefined || differs)
  const ambiguous = reading.ambiguous || isOpen || differs
  return { ok: true, reading: { ...named, ...reading, warnings: settled(own, reading), ambiguous } }
}
