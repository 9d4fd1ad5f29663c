import type { RoadName, StakeDirection, StakeSide, StakeWarning } from './stake-reading.ts'

export interface DirectionReading {
  readonly direction?: StakeDirection
  readonly directionText?: string
  readonly side?: StakeSide
  readonly warnings: readonly StakeWarning[]
}

const both = /双向|上下行|双幅|两侧车道/
/** Not 路上行人, 上行驶; 上行车道 is one. */
const upOrDown = /(?<![路道撞])(上|下)行(?![驶人走政]|车(?!道))/
/** Not 减速带. */
const byStakes =
  /(?:桩号|里程)?递(?:增|减)(?:方向)?|(?:桩号|里程)(?:增|减)[加少大小]?(?:方向)?|由?(?:小到大|大到小)/
const towards = /(?:开?往|驶?向|去往?|朝|至|到)\s?([^\s\d,。;:、()\uE000]{1,12}?)\s?方向/
const towardsBare = /([^\s\d,。;:、()\uE000往向去朝至到处]{1,12}?)方向/
const bearing = /(?:由|自|从)?[东南西北]{1,2}(?:向|往|至|到)[东南西北]{1,2}|[东南西北]{1,2}(?:行(?!政|人)|向)/

const sides: readonly (readonly [RegExp, StakeSide])[] = [
  [/横跨|跨路|整幅|全幅/, 'across'],
  [/左幅|左侧|路左|左边/, 'left'],
  [/右幅|右侧|路右|右边/, 'right'],
  [/路中|道路中央|中央隔离|中间/, 'centre'],
]

type Resolved = Pick<DirectionReading, 'direction' | 'directionText' | 'warnings'>

function upDown(written: string, isUp: boolean, road: RoadName | undefined): Resolved {
  // 上行 = stakes decreasing is what most highway administrations use; a road may say otherwise.
  const up = road?.upDirection ?? 'decreasing'
  const down = up === 'decreasing' ? 'increasing' : 'decreasing'
  return {
    direction: isUp ? up : down,
    directionText: written,
    warnings: road?.upDirection ? [] : ['direction_assumed'],
  }
}

function towardsPlace(written: string, place: string, road: RoadName | undefined): Resolved {
  const leadsTo = (names: readonly string[] = []) =>
    names.some((name) => place.includes(name) || name.includes(place))
  const increasing = leadsTo(road?.increasingTowards)
  const decreasing = leadsTo(road?.decreasingTowards)
  if (increasing === decreasing) return { directionText: written, warnings: ['direction_unresolved'] }
  return { direction: increasing ? 'increasing' : 'decreasing', directionText: written, warnings: [] }
}

function readWords(text: string, road: RoadName | undefined): Resolved {
  const together = both.exec(text)
  if (together) return { direction: 'both', directionText: together[0], warnings: [] }
  const updown = upOrDown.exec(text)
  if (updown) return upDown(updown[0], updown[1] === '上', road)
  const ordered = byStakes.exec(text)
  if (ordered) {
    const grows = /增|小到大/.test(ordered[0])
    return { direction: grows ? 'increasing' : 'decreasing', directionText: ordered[0], warnings: [] }
  }
  const destination = towards.exec(text) ?? towardsBare.exec(text)
  if (destination?.[1] !== undefined) return towardsPlace(destination[0], destination[1], road)
  const compass = bearing.exec(text)
  if (compass) return { directionText: compass[0], warnings: ['direction_unresolved'] }
  return { warnings: [] }
}

/** `text` is normalised and without road names; `road` is what the text or the caller says it is about. */
export function readDirection(text: string, road: RoadName | undefined): DirectionReading {
  const side = sides.find(([words]) => words.test(text))?.[1]
  return { ...readWords(text, road), ...(side === undefined ? {} : { side }) }
}
