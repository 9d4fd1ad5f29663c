import { findAnglePairs, type AnglePair } from './coordinate-angle.ts'
import { normaliseCoordinateText } from './coordinate-normalise.ts'
import { kindOfPair, type PairKind } from './coordinate-range.ts'
import type {
  CoordinateAssumption,
  CoordinateProposal,
  CoordinateReading,
  CoordinateRefusal,
} from './coordinate-reading.ts'
import {
  isShortLink,
  namesOldDatum,
  orderBefore,
  readSource,
  type CoordinateSource,
} from './coordinate-source.ts'
import { toWgs84, type CoordinateSystem, type DegreeSystem } from './coordinates.ts'
import type { LonLat } from '../network/geodesy.ts'

export interface CoordinateContext {
  /** The system that another column or the screen already says; a text that names its own goes before it. */
  readonly crs?: CoordinateSystem | undefined
}

/** Whole degrees are 100 km: two bare integers are more likely something else, such as a road and its kilometre. */
const coarsestBare = 1200
/** Marked or not, coarser than this is a part of the country, not a place. */
const coarsest = 20_000
const coarseFrom = 150

interface Found {
  readonly pair: AnglePair
  readonly kind: PairKind
}

const precisionOf = ([a, b]: AnglePair) => Math.min(a.precision, b.precision)
const isMarked = ([a, b]: AnglePair) =>
  a.form !== 'decimal' || b.form !== 'decimal' || (a.label !== undefined && b.label !== undefined)
const isTooCoarse = (pair: AnglePair) => precisionOf(pair) > (isMarked(pair) ? coarsest : coarsestBare)

const isDegrees = (kind: PairKind) => kind === 'lonLat' || kind === 'latLon'
const isMetres = (kind: PairKind) => kind === 'eastNorth' || kind === 'northEast'

/** Numbers that follow each other are read in twos; what a read pair uses up no other pair may use. */
function placesIn(pairs: readonly AnglePair[]): Found[] {
  const found: Found[] = []
  let usedTo = -1
  for (const pair of pairs) {
    const kind = kindOfPair(pair[0].value, pair[1].value)
    if (pair[0].start <= usedTo || !(isDegrees(kind) || isMetres(kind))) continue
    if (isDegrees(kind) && isTooCoarse(pair)) continue
    found.push({ pair, kind })
    usedTo = pair[1].start
  }
  return found
}

const isSame = ({ pair: [a, b] }: Found, { pair: [c, d] }: Found) =>
  a.value === c.value && b.value === d.value

/** Why there is nothing to propose, the most telling reason first. */
function refusalOf(text: string, pairs: readonly AnglePair[], count: number): CoordinateRefusal {
  const kinds = new Set(
    pairs.flatMap((pair) => {
      const kind = kindOfPair(pair[0].value, pair[1].value)
      // A road and its kilometre are also two numbers on the earth.
      return kind === 'elsewhere' && isTooCoarse(pair) ? [] : [kind]
    }),
  )
  if (pairs.some(([a, b]) => a.isOverflowing || b.isOverflowing)) return 'minutesTooLarge'
  if (kinds.has('otherZone')) return 'otherZone'
  if (kinds.has('webMetres')) return 'webMetres'
  if (pairs.some((pair) => isDegrees(kindOfPair(pair[0].value, pair[1].value)))) return 'tooCoarse'
  if (kinds.has('zero')) return 'zero'
  if (kinds.has('elsewhere')) return 'outsideRegion'
  if (isShortLink(text)) return 'shortLink'
  return count === 1 ? 'onlyOne' : 'noCoordinate'
}

function orderAssumption(text: string, { pair: [a, b], kind }: Found): CoordinateAssumption[] {
  const isLongitudeFirst = kind === 'lonLat'
  const [longitude, latitude] = isLongitudeFirst ? [a, b] : [b, a]
  if (longitude.label === 'lat' || latitude.label === 'lon') return ['labels_swapped']
  if (longitude.label === 'lon' || latitude.label === 'lat') return []
  // 微信 writes <location x="latitude" y="longitude">; elsewhere x is the longitude.
  const isChat = /<location\b/i.test(text)
  if (longitude.label === 'x' || latitude.label === 'y') return isChat ? ['swapped'] : []
  if (longitude.label === 'y' || latitude.label === 'x') return isChat ? [] : ['swapped']
  const order = orderBefore(text, a.start)
  return (order ?? 'lonLat') === kind ? [] : ['swapped']
}

function degreeProposals(text: string, found: Found, source: CoordinateSource): CoordinateProposal[] {
  const [a, b] = found.pair
  const given: LonLat = found.kind === 'lonLat' ? [a.value, b.value] : [b.value, a.value]
  const precision = precisionOf(found.pair)
  const coarse: CoordinateAssumption[] = precision > coarseFrom ? ['coarse'] : []
  const datum: CoordinateAssumption[] = source.crs
    ? source.isNamed
      ? []
      : ['datum_from_source']
    : ['datum_unknown']
  // Phones first: most coordinates that reach a brigade were read off one.
  const systems: readonly DegreeSystem[] = source.crs ? [source.crs] : ['wgs84', 'gcj02', 'bd09']
  const assumed = [...orderAssumption(text, found), ...datum, ...coarse]
  const form = a.form === 'decimal' ? b.form : a.form
  return systems.map((crs) => ({ point: toWgs84(given, crs), crs, given, form, precision, assumed }))
}

/** Surveyors here call the northing X and write it first. */
function metresProposal({ pair: [a, b], kind }: Found): CoordinateProposal {
  const isEastingFirst = kind === 'eastNorth'
  const [easting, northing] = isEastingFirst ? [a, b] : [b, a]
  const isLabelled = easting.label !== undefined || northing.label !== undefined
  const isUsual = isLabelled
    ? easting.label !== 'x' && northing.label !== 'y' && easting.label !== 'lat' && northing.label !== 'lon'
    : !isEastingFirst
  const given: LonLat = [easting.value, northing.value]
  return {
    point: toWgs84(given, 'gk36'),
    crs: 'gk36',
    given,
    form: 'projected',
    precision: Math.min(a.precision, b.precision) / 111_000,
    assumed: [
      ...(isUsual ? [] : (['swapped'] as const)),
      'projected_metres',
      ...(easting.value < 1_000_000 ? (['zone_without_prefix'] as const) : []),
    ],
  }
}

function sourceOf(text: string, { crs }: CoordinateContext): CoordinateSource {
  const read = readSource(text)
  if (read.isNamed || crs === undefined || crs === 'gk36') return read
  return { crs, isNamed: true }
}

/** Reads a place as officers, phones and surveys write it. Never throws; nothing that it assumed goes unsaid. */
export function readCoordinates(text: string, context: CoordinateContext = {}): CoordinateReading {
  const read = normaliseCoordinateText(text)
  if (namesOldDatum(read)) return { ok: false, refusal: 'oldDatum' }
  const { pairs, count } = findAnglePairs(read)
  const places = placesIn(pairs).filter(({ pair: [a, b] }) => !a.isOverflowing && !b.isOverflowing)
  const [found] = places
  if (!found) return { ok: false, refusal: refusalOf(read, pairs, count) }
  if (places.some((place) => !isSame(place, found))) return { ok: false, refusal: 'several' }
  const proposals = isMetres(found.kind)
    ? [metresProposal(found)]
    : degreeProposals(read, found, sourceOf(read, context))
  const [first, ...others] = proposals
  return first ? { ok: true, proposals: [first, ...others] } : { ok: false, refusal: 'noCoordinate' }
}
