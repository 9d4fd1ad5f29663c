import type { Calibre } from '../accidents/calibre.ts'
import { calibreNames } from '../accidents/calibre.ts'
import { originEntries, originLine, type Origin } from '../http/provenance-entries.ts'

export { editions, type Edition } from '../http/provenance-entries.ts'

/** What lets a reader find out years later where a page came from. */
export interface Provenance extends Omit<Origin, 'calibreName'> {
  /** Only where accidents are counted. */
  readonly calibre?: Calibre
}

const originOf = ({ calibre, ...from }: Provenance): Origin => ({
  ...from,
  ...(calibre ? { calibreName: calibreNames[calibre].zh } : {}),
})

/** Label and value, as they are printed at the foot and kept in the hidden sheet. */
export const provenanceEntries = (from: Provenance): readonly (readonly [string, string])[] =>
  originEntries(originOf(from))

/** One line of small print. */
export const provenanceLine = (from: Provenance): string => originLine(originOf(from))
