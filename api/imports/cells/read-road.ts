import { findRoadMention } from '../../roads/stakes/road-mention.ts'
import { normaliseStakeText } from '../../roads/stakes/stake-normalise.ts'
import type { RoadName } from '../../roads/stakes/stake-reading.ts'
import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
import { empty, noted, read, remembered, toCheck, unread, type CellReading } from './cell-reading.ts'
import { readText } from './read-text.ts'

const longestName = 90
/** Looks like the code of a road, so an unknown one is a mistake; other words may be a street. */
const codeShape = /^[GSXYCZ]?\d{1,5}[A-Z]?$/i

const key = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

/** 109国道, 国道109线, 京拉线, G109, 109 → the code of the road. */
export function newRoadReader(roads: readonly RoadName[]): (cell: Cell) => CellReading<string> {
  const exact = new Map(
    roads.flatMap(({ code, name, aliases }) =>
      [code, name, ...aliases].map((each) => [key(each), code] as const),
    ),
  )
  return remembered((cell) => {
    const { value: text } = readText(cell, longestName)
    if (text === undefined) return empty
    const known = exact.get(key(text))
    if (known !== undefined) return read(known)
    // A bare 109 is a mention only where more follows.
    const { road, roads: named, warnings } = findRoadMention(normaliseStakeText(text).text, roads)
    const byNumber = /^\d{1,4}$/.test(text)
      ? roads.filter(({ code }) => code.replace(/^\D+/, '') === text)
      : []
    if (byNumber.length === 1) return read(byNumber[0]!.code)
    if (named.length > 1 || byNumber.length > 1 || warnings.includes('road_ambiguous'))
      return unread(toCheck('road_ambiguous', cellMessages.roadAmbiguous(text)))
    if (road !== undefined && exact.has(key(road))) return read(road)
    const issue = codeShape.test(key(text)) ? toCheck : noted
    return unread(issue('road_unknown', cellMessages.unknownRoad(text)))
  })
}
