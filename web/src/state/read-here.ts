import {
  coordinateSystemNames,
  assumptionMessages,
} from '../../../api/roads/coordinates/coordinate-messages.ts'
import { orderProposals } from '../../../api/roads/coordinates/coordinate-answer.ts'
import { readCoordinates } from '../../../api/roads/coordinates/coordinate-text.ts'
import { formatDecimalCoordinates } from '../../../api/roads/coordinates/coordinate-format.ts'
import { stakeToPoint } from '../../../api/roads/network/linear-referencing.ts'
import { formatPlace, formatPlaceRange } from '../../../api/roads/stakes/stake-format.ts'
import type { StakeReading } from '../../../api/roads/stakes/stake-reading.ts'
import { parseStakeText } from '../../../api/roads/stakes/stake-text.ts'
import { stakeWarningText } from '../../../api/roads/stakes/stake-warnings.ts'
import type { KnownRoads } from './known-roads.svelte.ts'
import type { Language, Words } from '../text/words.ts'
import type { FoundItem } from './found-item.ts'

export interface Reader {
  readonly roads: KnownRoads
  readonly language: Language
  readonly words: Words
}

/** What the screen already says beside the text. */
export interface Said {
  readonly road?: string | undefined
  readonly stake?: number | undefined
}

/** A bare short number is a road, a part of a number or a kilometre: only the service can tell which exist. */
const isBareNumber = (text: string) => /^\d{1,3}$/.test(text.trim())

function stakeItem(
  { roads, language, words }: Reader,
  reading: StakeReading,
  road: string,
  stake: number,
): FoundItem | undefined {
  const place = stakeToPoint(roads.network, road, stake)
  if (!place) return undefined
  const isMain = stake === reading.from
  const toStake = isMain ? reading.to : undefined
  const label = formatPlaceRange(roads.label(road), stake, toStake ?? stake)
  const notes = reading.warnings.map((code) => stakeWarningText(code)[language])
  return {
    kind: 'stake',
    label,
    detail: [isMain ? '' : words.search.otherReading, roads.nameOf(road)].filter(Boolean).join(' · '),
    road,
    stake,
    toStake,
    point: place.point,
    notes,
    isCertain: !reading.ambiguous && reading.road !== undefined,
  }
}

function stakesIn(reader: Reader, reading: StakeReading): FoundItem[] {
  const { road, roads = [] } = reading
  const named = road ? [road] : roads.length ? roads : [...reader.roads.network.sectionsByRoad.keys()]
  const stakes = [reading.from, ...(reading.alternatives ?? [])]
  return stakes.flatMap((stake) => named.flatMap((code) => stakeItem(reader, reading, code, stake) ?? []))
}

/** The reading that lies on the named road goes first; every one is offered and none taken. */
function coordinatesIn({ roads, language, words }: Reader, text: string, said: Said): FoundItem[] {
  const read = readCoordinates(text)
  if (!read.ok) return []
  const { road, stake } = said
  const named = road === undefined ? undefined : { road, ...(stake === undefined ? {} : { stake }) }
  return orderProposals(roads.network, read.proposals, named).map(({ proposal, fit }) => {
    const { point, crs, given, assumed } = proposal
    const [nearest] = roads.candidatesAt(point)
    const beside = nearest && words.search.nearest(formatPlace(roads.label(nearest.road), nearest.stake))
    return {
      kind: 'coordinate',
      id: `${crs}:${point.join()}`,
      label: formatDecimalCoordinates(point),
      detail: [coordinateSystemNames[crs][language], beside].filter(Boolean).join(' · '),
      point,
      notes: assumed.map((code) => assumptionMessages[code][language]),
      isCertain: true,
      given: { lon: given[0], lat: given[1], crs },
      fits: fit?.fits,
    }
  })
}

function roadsIn({ roads }: Reader, text: string): FoundItem[] {
  const wanted = text.trim().toUpperCase()
  return roads.names
    .filter(({ code, name, aliases }) => [code, name, ...aliases].some((each) => each.includes(wanted)))
    .map(({ code, name }) => ({ kind: 'road' as const, label: name, detail: code, road: code }))
}

export interface ReadHere {
  readonly items: readonly FoundItem[]
  /** Why a stake that could be read is nowhere. */
  readonly refusal?: string
}

function whyNowhere({ roads, words }: Reader, { road, from }: StakeReading): string {
  const known = road === undefined ? undefined : roads.find(road)
  if (!known || known.fromStake === null || known.toStake === null)
    return words.search.noSuchStake(formatPlaceRange('', from, from).trim())
  return words.search.outside(
    formatPlace(roads.label(known.code), from),
    formatPlaceRange('', known.fromStake, known.toStake).trim(),
  )
}

/** What this device can find by itself, at once and without a signal: stakes, coordinates and the names of roads. */
export function readHere(reader: Reader, text: string, given: Said = {}): ReadHere {
  if (text.trim() === '') return { items: [] }
  const names = roadsIn(reader, text)
  const parsed = isBareNumber(text)
    ? undefined
    : parseStakeText(text, { roads: reader.roads.names, road: given.road })
  const reading = parsed?.ok ? parsed.reading : undefined
  const said = { road: reading?.road ?? given.road, stake: given.stake ?? reading?.from }
  const coordinates = coordinatesIn(reader, text, reading?.ambiguous ? given : said)
  // Two bare numbers can look like a stake too; a stake that is written as one stands beside its coordinates.
  if (!reading || (coordinates.length && reading.ambiguous)) return { items: [...coordinates, ...names] }
  const stakes = stakesIn(reader, reading)
  const items = [...stakes, ...coordinates, ...names]
  return stakes.length || coordinates.length ? { items } : { items, refusal: whyNowhere(reader, reading) }
}
