import type { Words } from '../text/words.ts'
import type { StripContent } from './strip-content.ts'
import type { Track } from './strip-tracks.ts'

/** On a divided road also where that traffic goes: 事故 → 敖勒召其. */
export function trackName(
  { kind, heading }: Track,
  { towards }: Pick<StripContent, 'towards'>,
  { strip }: Words,
) {
  const name = strip.tracks[kind]
  if (!heading) return name
  const arrow = { increasing: '→', decreasing: '←', both: '' }[heading]
  const where = heading === 'both' ? undefined : towards[heading]
  return heading === 'both'
    ? `${name}·${strip.directions.both}`
    : `${name} ${arrow}${where ?? strip.directions[heading]}`
}
