import { compassWord } from './compass.ts'
import { viewpoint } from './direction-words.ts'
import { headingOfCompass, type Surroundings } from './heading-words.ts'
import type { StakeMark } from './stake-mark.ts'
import type { StakeDirection, StakeSide, StakeWarning } from './stake-reading.ts'

export interface LaneReading {
  readonly side?: StakeSide
  readonly laneText?: string
  readonly warnings: readonly StakeWarning[]
}

/** 左幅 is a carriageway: left of growing stakes whoever looks. */
const byStakes: readonly (readonly [RegExp, StakeSide])[] = [
  [/横跨|横穿|跨路|整幅|全幅/, 'across'],
  [/左(?:半)?幅/, 'left'],
  [/右(?:半)?幅/, 'right'],
]

/** 左侧 is seen by the traveller (GA/T 1980: in the direction of travel). */
const byTravel: readonly (readonly [RegExp, 'left' | 'right'])[] = [
  [/左侧|路左|左边|\(左\)|(?<=\dM?|米|公里|处)\s?左$/, 'left'],
  [/右侧|路右|右边|\(右\)|(?<=\dM?|米|公里|处)\s?右$/, 'right'],
]

const centre = /路中(?!断)|道路中央|中央(?:隔离|分隔|绿化|护栏)|中间/
const byCompass = new RegExp(
  String.raw`路(${compassWord})(?:侧|边|面)?(?![行向往方至到])|(?<![向往由自从朝])(${compassWord})(?:侧|半幅|幅|边(?!缘))`,
)
const lanes =
  /应急车道|紧急停车带|超车道|行车道|快车道|慢车道|非机动车道|(?:[内外][侧]?|第?[一二三四1-4])车道|硬路肩|土路肩|路肩|内侧|外侧|中央(?:隔离带|分隔带|绿化带|护栏)|边沟|路基下|路外|匝道|辅道|加速道|减速道/g

type Side = Pick<LaneReading, 'side' | 'warnings'>

function seenByTraveller(side: 'left' | 'right', text: string, direction: StakeDirection | undefined): Side {
  if (direction === 'increasing' || viewpoint.test(text)) return { side, warnings: [] }
  if (direction === 'decreasing')
    return { side: side === 'left' ? 'right' : 'left', warnings: ['side_by_travel'] }
  return { side, warnings: ['side_assumed'] }
}

function sideIn(text: string, at: Surroundings, direction: StakeDirection | undefined): Side & LaneReading {
  const carriageway = byStakes.find(([words]) => words.test(text))
  if (carriageway) return { side: carriageway[1], warnings: [] }
  const seen = byTravel.find(([words]) => words.test(text))
  if (seen) return seenByTraveller(seen[1], text, direction)
  const compass = byCompass.exec(text)
  if (compass) {
    const { across } = headingOfCompass((compass[1] ?? compass[2])!, at)
    const warning = across ? 'side_from_bearing' : 'side_unresolved'
    return { ...(across ? { side: across } : {}), laneText: compass[0], warnings: [warning] }
  }
  return centre.test(text) ? { side: 'centre', warnings: [] } : { warnings: [] }
}

/** Which side of the road, and the words for the lane as they stood. `text` is normalised and without road names. */
export function readLane(
  text: string,
  marks: readonly StakeMark[],
  at: Surroundings,
  direction: StakeDirection | undefined,
): LaneReading {
  const marked = marks.find(({ side }) => side !== undefined)?.side
  const read = sideIn(text, at, direction)
  const words = [...new Set([read.laneText, ...(text.match(lanes) ?? [])])].filter(
    (each) => each !== undefined,
  )
  return {
    ...(marked === undefined ? read : { side: marked, warnings: [] }),
    ...(words.length === 0 ? {} : { laneText: words.join('、') }),
  }
}
