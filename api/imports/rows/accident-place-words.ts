import type { StakeContext } from '../../roads/stakes/stake-reading.ts'
import { empty, type CellReading } from '../cells/cell-reading.ts'
import { readStakeWords, type ReadStake } from '../cells/read-stake.ts'

/** The stake inside the words for a place, in the two forms that platforms print. */
const printed = /(?:K(\d{1,4})\+(\d{3})|(\d{1,4})公里(?:[加+])?(\d{1,3})米)(?!\d)/gi
/** These are compared with the run of the road at the very stake. */
const compass = /[东西南北]/
const most = 5000

/** What the words say besides the stake that a column already gave. */
export type Sense = CellReading<Pick<ReadStake, 'road' | 'direction' | 'side'>>

const stakesIn = (place: string) =>
  [...place.matchAll(printed)].map(
    ([, km, m, kilometres, metres]) => Number(km ?? kilometres) * 1000 + Number(m ?? metres),
  )

/** 往棋盘井方向 turns round where 棋盘井 is passed: the side of each named place on which the stake lies. */
function sidesOfPlaces({ roads = [], road }: StakeContext, place: string, stake: number): string {
  const places = roads.find(({ code }) => code === road)?.placesAlong ?? []
  return places
    .filter(({ name }) => place.includes(name))
    .map(({ name, stake: at }) => `${name}${Math.sign(stake - at)}`)
    .join()
}

/**
 * Reads direction and side from the words for a place whose stake is known. A list repeats the same words with other
 * kilometres, so what depends on the words alone is read once.
 */
export function newSenseReader(
  context: StakeContext,
): (place: string, road: string | undefined, stake: number) => Sense {
  const known = new Map<string, Sense>()
  const senseOf = (place: string, at: StakeContext, stake: number): Sense => {
    const { value, issues } = readStakeWords(place, at)
    if (value?.stake !== stake) return empty
    return { value, issues: issues.filter(({ severity }) => severity === 'check') }
  }
  return (place, road, stake) => {
    const at = { ...context, road }
    const [only, ...others] = stakesIn(place)
    if (only !== stake || others.length > 0 || compass.test(place)) return senseOf(place, at, stake)
    const key = `${road}|${place.replace(printed, '#')}|${sidesOfPlaces(at, place, stake)}`
    const before = known.get(key)
    if (before) return before
    const sense = senseOf(place, at, stake)
    if (known.size < most) known.set(key, sense)
    return sense
  }
}
