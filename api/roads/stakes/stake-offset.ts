import { compassWord } from './compass.ts'
import {
  headingOfCompass,
  headingTowards,
  headingUpOrDown,
  type Heading,
  type Surroundings,
} from './heading-words.ts'
import { namePlace } from './road-mention.ts'
import type { StakeExtent } from './stake-range.ts'
import type { StakeDirection, StakeOffset, StakeWarning } from './stake-reading.ts'

/** A distance that a text adds to its stake. */
export interface WrittenOffset extends StakeOffset {
  readonly start: number
  readonly end: number
  readonly way: 'increasing' | 'decreasing' | 'across' | 'unresolved'
  /** The side that a compass word means across the road. */
  readonly side?: 'left' | 'right' | undefined
  readonly warnings: readonly StakeWarning[]
  readonly isApproximate: boolean
  /** 往西500米路段: as far as there, not there. */
  readonly isStretch: boolean
}

const lead = String.raw`[\s,、)]?(?:附近)?(?:里程)?(?:碑|桩|牌|界碑)?(?:处|位置|路口)?的?[\s,(]?`
const about = '(?<about>约|大约|大概|近)?'
const amount = String.raw`(?<amount>\d{1,5}(?:\.\d+)?)\s?(?<unit>米|M(?![A-Z/])|公里|千米|KM)(?!\s?(?:\/|每小时|\+|\d))`
const stretch = String.raw`(?<stretch>(?:的|长)?(?:范围|以?内|路段|一段|长))?(?<size>宽|深|高)?`
const toward = '(?:再|继续)?(?:往|向|朝|以|偏|靠|去|驶向|沿)?'
const headings = [
  String.raw`(?<edge>(?:道?路|公路)(?:${compassWord}|[左右])(?:侧|边|面)?|[左右](?:侧|边))`,
  String.raw`${toward}(?<compass>${compassWord})(?:行驶|方向|面|边|侧|向|行)?`,
  String.raw`${toward}(?<ahead>[前后](?:方|面|行)|(?<=[往向])[前后])`,
  '(?<loose>[前后])',
  String.raw`${toward}(?<updown>上行|下行)(?:方向|侧)?`,
  String.raw`${toward}(?<stakes>[大小]桩号|(?:桩号|里程)?递?[增减][大小加少]?)(?:方向|侧|端)?`,
  String.raw`${toward}(?<place>[^\s\d,。;:、()${namePlace}往向朝]{1,12}?)方向(?:行驶)?`,
  String.raw`[往向朝去](?<town>[^\s\d,。;:、()${namePlace}]{2,8}?)`,
]
const directed = headings.map(
  (heading) => new RegExp(String.raw`^(?:${lead})${heading}[\s,]?(?:侧)?${about}\s?${amount}${stretch}`),
)
const undirected = new RegExp(String.raw`^(?:${lead})${about}\s?${amount}${stretch}`)
/** 距K1046+200, 距109国道1046公里. */
const measuredFrom = new RegExp(String.raw`(?<!相)距离?[\s()线${namePlace}]{0,6}$`)

type Groups = Readonly<Record<string, string | undefined>>
type Towards = Pick<WrittenOffset, 'way' | 'side' | 'warnings'>

const unresolved: Towards = { way: 'unresolved', warnings: [] }

function alongHeading({ along, across, warnings }: Heading): Towards {
  if (along !== undefined) return { way: along, warnings }
  return across === undefined ? unresolved : { way: 'across', side: across, warnings: [] }
}

/** 前方 is ahead of the traveller, whose direction the text must say. */
function aheadOrBehind(isAhead: boolean, travel: StakeDirection | undefined): Towards {
  if (travel === undefined || travel === 'both') return unresolved
  const grows = isAhead === (travel === 'increasing')
  return { way: grows ? 'increasing' : 'decreasing', warnings: [] }
}

function towardsOf(groups: Groups, at: Surroundings, travel: StakeDirection | undefined): Towards {
  // K1046+200前50米: before it on the road or on the way there, nobody knows.
  if (groups.loose !== undefined) return unresolved
  const { edge, compass, ahead, updown, stakes, place, town } = groups
  if (edge !== undefined) return { way: 'across', warnings: [] }
  if (stakes !== undefined) return { way: /[大增]/.test(stakes) ? 'increasing' : 'decreasing', warnings: [] }
  if (updown !== undefined) return alongHeading(headingUpOrDown(updown === '上行', at))
  if (ahead !== undefined) return aheadOrBehind(ahead.startsWith('前'), travel)
  return alongHeading(
    compass === undefined ? headingTowards((place ?? town)!, at) : headingOfCompass(compass, at),
  )
}

function written(match: RegExpExecArray, after: number, towards: Towards): WrittenOffset | undefined {
  const groups: Groups = match.groups ?? {}
  // 处3米宽: a size, not a distance.
  if (groups.size !== undefined) return undefined
  const isKilometres = /公里|千米|KM/.test(groups.unit ?? '')
  const text = match[0].replace(new RegExp(`^(?:${lead})`), '')
  return {
    metres: Number(groups.amount) * (isKilometres ? 1000 : 1),
    text,
    start: after + match[0].length - text.length,
    end: after + match[0].length,
    ...towards,
    isApproximate: groups.about !== undefined,
    isStretch: groups.stretch !== undefined,
  }
}

/** The distance behind the stake. Without words for where to, it counts only next to 距, 约 or a kilometre post. */
export function findOffset(
  text: string,
  extent: StakeExtent,
  at: Surroundings,
  travel: StakeDirection | undefined,
): WrittenOffset | undefined {
  const behind = text.slice(extent.end, extent.end + 48)
  for (const pattern of directed) {
    const match = pattern.exec(behind)
    if (match) return written(match, extent.end, towardsOf(match.groups ?? {}, at, travel))
  }
  const match = undirected.exec(behind)
  if (!match || match.groups?.stretch !== undefined) return undefined
  const isMeasured = measuredFrom.test(text.slice(Math.max(0, extent.start - 12), extent.start))
  const isPost = /碑|桩|牌/.test(match[0]) || match[0].startsWith(match.groups?.amount ?? ' ')
  const counts = isMeasured || isPost || match.groups?.about !== undefined
  return counts ? written(match, extent.end, unresolved) : undefined
}
