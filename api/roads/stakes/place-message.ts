import type { LonLat } from '../network/geodesy.ts'
import { documentStake, formatRange } from './stake-format.ts'
import type { RoadName, StakeDirection, StakeSide } from './stake-reading.ts'

export interface PlaceMessage {
  /** As `documentRoadName` gives it: 国道109线. */
  readonly roadName: string
  /** For the words of the direction: 往棋盘井方向. */
  readonly road?: Pick<RoadName, 'increasingTowards' | 'decreasingTowards' | 'placesAlong'> | undefined
  readonly stake: number
  readonly to?: number | undefined
  readonly direction?: StakeDirection | undefined
  /** Seen in the direction of growing stakes. */
  readonly side?: StakeSide | undefined
  readonly township?: string | undefined
  readonly lonLat?: LonLat | undefined
}

const whichWay = { increasing: '桩号增大方向', decreasing: '桩号减小方向', both: '双向' } as const

/** A destination that already lies behind would send the reader the wrong way. */
function isAhead({ road, stake, to, direction }: PlaceMessage, name: string): boolean {
  const known = road?.placesAlong?.filter((place) => place.name.includes(name) || name.includes(place.name))
  if (!known || known.length === 0) return true
  const ends = [stake, to ?? stake]
  return direction === 'increasing'
    ? known.every((place) => place.stake > Math.max(...ends) + 500)
    : known.every((place) => place.stake < Math.min(...ends) - 500)
}

/** 往棋盘井方向 where the road knows a place that only this direction leads to; else by the stakes. */
export function directionWords(place: PlaceMessage): string | undefined {
  const { direction, road } = place
  if (direction === undefined || direction === 'both') return direction && whichWay.both
  const growing = road?.increasingTowards ?? []
  const falling = road?.decreasingTowards ?? []
  const [wanted, other] = direction === 'increasing' ? [growing, falling] : [falling, growing]
  const overlaps = (name: string) => other.some((each) => each.includes(name) || name.includes(each))
  const ahead = wanted.find((name) => isPlainName(name) && !overlaps(name) && isAhead(place, name))
  return ahead === undefined ? whichWay[direction] : `往${ahead}方向`
}

/** Longer names, digits and compass words would not be read back as a destination. */
function isPlainName(name: string): boolean {
  return /^[\u4E00-\u9FFF]{2,12}$/.test(name) && !/[往向去朝至到驶方]|^[东南西北]{2}$/.test(name)
}

const opposite = { left: 'right', right: 'left' } as const
const sideWords = { left: '左侧', right: '右侧', centre: '道路中央', across: '横跨道路' } as const

/** Left and right as the traveller sees them (GA/T 1980); without a direction, towards growing stakes. */
function sidePhrase({ side, direction }: PlaceMessage): string | undefined {
  if (side === undefined || side === 'centre' || side === 'across') return side && sideWords[side]
  if (direction === 'increasing') return sideWords[side]
  if (direction === 'decreasing') return sideWords[opposite[side]]
  return `面向桩号增大方向${sideWords[side]}`
}

function coordinateWords([lon, lat]: LonLat): string {
  const part = (value: number, positive: string, negative: string) =>
    `${value < 0 ? negative : positive}${Math.abs(value).toFixed(4)}°`
  return `坐标 ${part(lat, 'N', 'S')} ${part(lon, 'E', 'W')}`
}

/** One line for a chat group: 【国道109线】1046公里+200米(K1046+200)，往棋盘井方向，右侧，棋盘井镇，坐标 N39.5231° E107.6412°. */
export function formatPlaceMessage(place: PlaceMessage): string {
  const { roadName, stake, to = stake, township, lonLat } = place
  const range = Math.round(to) === Math.round(stake) ? '' : `至${documentStake(to)}`
  const parts = [
    `【${roadName}】${documentStake(stake)}${range}(${formatRange(stake, to)})`,
    directionWords(place),
    sidePhrase(place),
    township,
    lonLat && coordinateWords(lonLat),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join('，')
}
