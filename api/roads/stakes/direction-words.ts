import {
  headingOfCompass,
  headingTowards,
  headingUpOrDown,
  type Heading,
  type Surroundings,
} from './heading-words.ts'
import type { StakeDirection, StakeWarning } from './stake-reading.ts'

export interface DirectionReading {
  readonly direction?: StakeDirection
  readonly directionText?: string
  readonly warnings: readonly StakeWarning[]
}

interface Words {
  readonly text: string
  readonly heading: Heading
}

/** Not 双向四车道. */
const both = /双向(?![二两四六八\d]+(?:条)?车?道)|上下行|双幅|两侧车道/
/** Not 路上行人, 上行驶; 上行车道 is one. */
const upOrDown = /(?<![路道撞])(上|下)行(?![驶人走政]|车(?!道))/
/** Not 减速带. */
const byStakes =
  /(?:桩号|里程)?递(?:增|减)(?:方向)?|(?:桩号|里程)(?:增|减)[加少大小]?(?:方向)?|由?(?:小到大|大到小)|往?(?:大|小)桩号方向/
/** 面向桩号增大方向右侧: how to look, not where to drive. */
export const viewpoint = /面[向朝]桩号(?:递?增[大加]?)方向/
const notPlace = String.raw`\s\d,。;:、()\uE000`
const towards = new RegExp(String.raw`(?:开?往|驶?向|去往?|朝|至|到)\s?([^${notPlace}]{1,12}?)\s?方向`)
const towardsBare = new RegExp(String.raw`([^${notPlace}往向去朝至到处]{1,12}?)方向`)
/** 由棋盘井向东胜行驶, 从东胜到棋盘井途中. */
const fromTo = new RegExp(
  String.raw`(?:由|从|自)([^${notPlace}由从自]{1,8}?)(?:驶往|驶向|开往|去往|往|向|至|到|去)([^${notPlace}]{1,8}?)(?:方向|行驶|途中|行至|驶)`,
)
/** (往乌海): counts only where the road knows the place, 前往现场 is no direction. */
const towardsBriefly = new RegExp(String.raw`[往去]([^${notPlace}]{2,8}?)(?=[),。;、]|$)`)
const bearing =
  /(?:由|自|从)?[东南西北]{1,2}(?:向|往|至|到)([东南西北]{1,2})|([东南西北]{1,2})(?:行(?!政|人)|向)|[往向朝]([东南西北]{1,2})(?=[\s),。;]|$)/

/** Across the road is no direction of travel. */
function alongOnly(heading: Heading): Heading {
  return heading.along ? heading : { warnings: ['direction_unresolved'] }
}

function destinationOf(text: string): readonly [written: string, place: string] | undefined {
  const match = towards.exec(text) ?? towardsBare.exec(text)
  return match?.[1] === undefined ? undefined : [match[0], match[1]]
}

function fromStakeWords(text: string): Words[] {
  const ordered = byStakes.exec(text)
  if (!ordered) return []
  const grows = /增|小到大|大桩号/.test(ordered[0])
  return [{ text: ordered[0], heading: { along: grows ? 'increasing' : 'decreasing', warnings: [] } }]
}

function fromPlaces(text: string, at: Surroundings): Words[] {
  const destination = destinationOf(text)
  if (destination) return [{ text: destination[0], heading: alongOnly(headingTowards(destination[1], at)) }]
  const journey = fromTo.exec(text)
  if (journey) return [{ text: journey[0], heading: alongOnly(headingTowards(journey[2]!, at)) }]
  const brief = towardsBriefly.exec(text)
  const heading = brief && headingTowards(brief[1]!, at)
  return heading?.along ? [{ text: brief![0], heading }] : []
}

function fromCompass(text: string, at: Surroundings): Words[] {
  const match = bearing.exec(text)
  if (!match) return []
  return [{ text: match[0], heading: alongOnly(headingOfCompass((match[1] ?? match[2] ?? match[3])!, at)) }]
}

/** Everything that speaks of a direction, the surest first. */
function wordsIn(text: string, at: Surroundings): Words[] {
  const updown = upOrDown.exec(text)
  const ordered = fromStakeWords(text)
  const places = ordered.length > 0 ? [] : fromPlaces(text, at)
  return [
    ...ordered,
    ...places,
    ...(updown ? [{ text: updown[0], heading: headingUpOrDown(updown[1] === '上', at) }] : []),
    ...(places.length > 0 ? [] : fromCompass(text, at)),
  ]
}

/** 上行 and a destination that contradict each other are worth a question; the mere custom of 上行 gives way. */
function isConflict(words: readonly Words[]): boolean {
  const sure = words.filter(({ heading }) => heading.along && !heading.warnings.includes('direction_assumed'))
  return new Set(sure.map(({ heading }) => heading.along)).size > 1
}

/** `text` is normalised and without road names. */
export function readDirection(text: string, at: Surroundings): DirectionReading {
  const rest = text.replace(viewpoint, ' ')
  const together = both.exec(rest)
  if (together) return { direction: 'both', directionText: together[0], warnings: [] }
  const words = wordsIn(rest, at)
  const settled = words.find(({ heading }) => heading.along) ?? words[0]
  if (!settled) return { warnings: [] }
  const { along, warnings } = settled.heading
  return {
    ...(along === undefined ? {} : { direction: along }),
    directionText: settled.text,
    warnings: isConflict(words) ? [...warnings, 'direction_conflict'] : warnings,
  }
}
