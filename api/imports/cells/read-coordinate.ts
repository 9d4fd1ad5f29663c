import {
  assumptionMessages,
  coordinateSystemNames,
  refusalMessages,
} from '../../roads/coordinates/coordinate-messages.ts'
import { kindOfPair } from '../../roads/coordinates/coordinate-range.ts'
import type { CoordinateAssumption } from '../../roads/coordinates/coordinate-reading.ts'
import { readSource } from '../../roads/coordinates/coordinate-source.ts'
import { readCoordinates } from '../../roads/coordinates/coordinate-text.ts'
import { coordinateSystems, type CoordinateSystem } from '../../roads/coordinates/coordinates.ts'
import type { Cell } from '../import-types.ts'
import {
  absenceOf,
  empty,
  halfWidth,
  noted,
  read,
  toCheck,
  unread,
  type CellIssue,
  type CellReading,
} from './cell-reading.ts'
import { plainText } from './read-text.ts'

export interface ReadCoordinate {
  /** In the system of the file; for gk36 easting and northing. */
  readonly lon: number
  readonly lat: number
  /** Absent where neither the file nor whoever imports it has said. */
  readonly crs?: CoordinateSystem
  /** As it was written. */
  readonly rawCoordinate: string
}

const longestRaw = 200
const decimal = /^-?\d{1,3}\.\d{3,12}$/

/** 电子坐标 holds 坐标X,坐标Y,经度,纬度: the last two count, the first two where those are missing. */
function placeOfFour(text: string): string {
  const parts = text.split(/[,，;；|]/).map((part) => part.trim())
  if (parts.length !== 4) return text
  const [x = '', y = '', lon = '', lat = ''] = parts
  const isGiven = (a: string, b: string) => a !== '' && b !== '' && (Number(a) !== 0 || Number(b) !== 0)
  return isGiven(lon, lat) ? `${lon},${lat}` : `${x},${y}`
}

const isSettled = (assumption: CoordinateAssumption, crs: CoordinateSystem | undefined) =>
  crs === 'gk36' && (assumption === 'projected_metres' || assumption === 'zone_without_prefix')

const codes: Readonly<Record<CoordinateAssumption, string>> = {
  swapped: 'coordinate_swapped',
  labels_swapped: 'coordinate_swapped',
  datum_unknown: 'crs_undeclared',
  datum_from_source: 'crs_undeclared',
  projected_metres: 'coordinate_projected',
  zone_without_prefix: 'coordinate_projected',
  coarse: 'coordinate_coarse',
}

function readPlace(
  text: string,
  raw: string,
  crs: CoordinateSystem | undefined,
): CellReading<ReadCoordinate> {
  const reading = readCoordinates(text, { crs })
  if (!reading.ok) {
    // 0,0 is how devices say that they had no fix.
    const issue = reading.refusal === 'zero' ? noted : toCheck
    return unread(issue(`coordinate_${reading.refusal}`, refusalMessages[reading.refusal]))
  }
  const [{ given, assumed, crs: proposed }] = reading.proposals
  const issues: CellIssue[] = assumed
    .filter((assumption) => !isSettled(assumption, crs))
    .map((assumption) => toCheck(codes[assumption], assumptionMessages[assumption]))
  const isOpen = assumed.includes('datum_unknown') || assumed.includes('datum_from_source')
  const system = isOpen ? {} : { crs: proposed }
  return read({ lon: given[0], lat: given[1], ...system, rawCoordinate: raw }, ...issues)
}

const undeclared = toCheck('crs_undeclared', assumptionMessages.datum_unknown)

/** Longitude and latitude in columns of their own, nearly always as plain decimals. */
function readPair(
  lon: Cell,
  lat: Cell,
  crs: CoordinateSystem | undefined,
): CellReading<ReadCoordinate> | undefined {
  const [a, b] = [halfWidth(plainText(lon)), halfWidth(plainText(lat))]
  const [noA, noB] = [absenceOf(a) !== undefined, absenceOf(b) !== undefined]
  if (noA && noB) return undefined
  if (noA || noB) return unread(toCheck('coordinate_onlyOne', refusalMessages.onlyOne))
  const written = `${plainText(lon)},${plainText(lat)}`
  const isPlain = decimal.test(a) && decimal.test(b) && crs !== 'gk36'
  if (!isPlain || kindOfPair(Number(a), Number(b)) !== 'lonLat') return readPlace(`${a}, ${b}`, written, crs)
  const point = { lon: Number(a), lat: Number(b), rawCoordinate: written }
  return crs === undefined ? read(point, undeclared) : read({ ...point, crs })
}

/** What a record says about its point; nothing assumed goes unsaid, and a system is never guessed. */
export function readCoordinate(
  cells: {
    readonly raw?: Cell | undefined
    readonly lon?: Cell | undefined
    readonly lat?: Cell | undefined
  },
  crs: CoordinateSystem | undefined,
): CellReading<ReadCoordinate> {
  const raw = plainText(cells.raw).slice(0, longestRaw)
  const hasRaw = absenceOf(halfWidth(raw)) === undefined
  const pair = readPair(cells.lon ?? null, cells.lat ?? null, crs)
  if (pair?.value && hasRaw) return { ...pair, value: { ...pair.value, rawCoordinate: raw } }
  if (pair?.value || !hasRaw) return pair ?? empty
  return readPlace(placeOfFour(raw), raw, crs)
}

/** A column that names the system: by its code, its name or where it comes from. */
export function readCoordinateSystem(cell: Cell): CoordinateSystem | undefined {
  const text = halfWidth(plainText(cell))
  if (text === '') return undefined
  const exact = coordinateSystems.find(
    (crs) => crs === text.toLowerCase() || halfWidth(coordinateSystemNames[crs].zh) === text,
  )
  return exact ?? (/36\s*带/.test(text) ? 'gk36' : readSource(text).crs)
}
