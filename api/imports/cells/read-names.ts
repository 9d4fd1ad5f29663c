import type { Cell } from '../import-types.ts'
import { cellMessages } from './cell-messages.ts'
import { empty, read, remembered, toCheck, unread, type CellReading } from './cell-reading.ts'
import { readText } from './read-text.ts'

export interface SquadName {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface AreaName {
  readonly code: string
  readonly name: string
  readonly kind: 'banner' | 'township' | 'park'
}

const longestName = 90
const key = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()

/** 鄂托克旗交管大队棋盘井中队: the longest known name inside the words. */
function longestWithin<T>(names: readonly (readonly [string, T])[], text: string): T | undefined {
  const within = names.filter(([name]) => name.length >= 2 && text.includes(name))
  return within.sort((a, b) => b[0].length - a[0].length)[0]?.[1]
}

/** A squad by code, name or another name → its code. */
export function newSquadReader(squads: readonly SquadName[]): (cell: Cell) => CellReading<string> {
  const names = squads.flatMap(({ code, name, aliases }) =>
    [code, name, ...aliases].map((each) => [key(each), code] as const),
  )
  // 蒙西 in a column for squads is its squad.
  const stems = squads.map(({ code, name }) => [key(name).replace(/中队$/, ''), code] as const)
  const exact = new Map([...stems, ...names])
  // 大队 alone is inside every squad's full name.
  const inside = names.filter(([name]) => name.length >= 3)
  return remembered((cell) => {
    const { value: text } = readText(cell, longestName)
    if (text === undefined) return empty
    const found = exact.get(key(text)) ?? longestWithin(inside, key(text))
    return found === undefined
      ? unread(toCheck('squad_unknown', cellMessages.unknownSquad(text)))
      : read(found)
  })
}

const shortName = (name: string) => name.replace(/(?:镇|苏木|乡|工业园区|园区)$/, '')

/** A township or park by code, name or short name → its name, which is what records carry. */
export function newTownshipReader(areas: readonly AreaName[]): (cell: Cell) => CellReading<string> {
  const places = areas.filter(({ kind }) => kind !== 'banner')
  const full = places.flatMap(({ code, name }) => [[key(code), name] as const, [key(name), name] as const])
  const exact = new Map(full)
  // 棋盘井 alone is the town, not the park beside it.
  const short = new Map(
    places.filter(({ kind }) => kind === 'township').map(({ name }) => [key(shortName(name)), name]),
  )
  return remembered((cell) => {
    const { value: text } = readText(cell, longestName)
    if (text === undefined) return empty
    const found =
      exact.get(key(text)) ?? short.get(key(shortName(key(text)))) ?? longestWithin(full, key(text))
    return found === undefined
      ? unread(toCheck('township_unknown', cellMessages.unknownTownship(text)))
      : read(found)
  })
}
