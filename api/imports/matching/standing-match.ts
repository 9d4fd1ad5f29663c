/** A record that stands already, in the columns of its table. */
export interface StandingRecord {
  readonly id: string
  readonly version: number
  readonly columns: Readonly<Record<string, unknown>>
  /** What the last import wrote; null where a person entered the record. */
  readonly imported: Readonly<Record<string, unknown>> | null
  readonly isWithdrawn: boolean
  /** 挂牌督办 and not yet delisted: nothing about it moves meanwhile. */
  readonly isListed?: boolean
}

export interface Difference {
  readonly column: string
  readonly standing: unknown
  readonly given: unknown
  /** A person set what stands: the file does not overwrite it unasked. */
  readonly isCorrected: boolean
}

/** How a row of the file relates to the record of the same number. */
export interface StandingMatch {
  readonly id: string
  readonly version: number
  readonly isWithdrawn: boolean
  readonly differences: readonly Difference[]
}

/** Road, stake and point belong together: half of one place and half of another is none. */
export const placeColumns = [
  'road_code',
  'road_name',
  'stake',
  'from_stake',
  'to_stake',
  'side',
  'lon',
  'lat',
  'geometry',
  'raw_coordinate',
  'crs_source',
  'locating',
  'locating_grade',
] as const
const isOfPlace = (column: string) => (placeColumns as readonly string[]).includes(column)

/** A centimetre: closer than that, two coordinates are one. */
const coordinateDust = 1e-7

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if ((a ?? null) === null || (b ?? null) === null) return (a ?? null) === (b ?? null)
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= coordinateDust
  if (typeof a === 'object' || typeof b === 'object') return JSON.stringify(a) === JSON.stringify(b)
  return String(a) === String(b)
}

const isCorrected = ({ columns, imported }: StandingRecord, column: string) =>
  imported !== null && column in imported
    ? !isSame(columns[column], imported[column])
    : (columns[column] ?? null) !== null

/** A ticket that stands moves only by the acts of its life cycle, each with its person and its document; a ledger is none. */
const ownedByLifeCycle: readonly string[] = ['status', 'flags', 'supervision_level']

/** What the file would change. A value that the source gave before and a person has since put right is no news. */
export function compareWithStanding(
  said: Readonly<Record<string, unknown>>,
  standing: StandingRecord,
): StandingMatch {
  const { columns, imported } = standing
  const isNews = ([column, given]: [string, unknown]) =>
    !isSame(given, columns[column]) && !(imported && column in imported && isSame(given, imported[column]))
  const all = Object.entries(said).filter((entry) => !ownedByLifeCycle.includes(entry[0]) && isNews(entry))
  // How well a place fits our lines is computed from them: alone it is no news from the source.
  const isMoved = all.some(([column]) => isOfPlace(column) && column !== 'locating_grade')
  const news = all.filter(([column]) => isMoved || column !== 'locating_grade')
  const isPlaceCorrected = placeColumns.some((column) => column in columns && isCorrected(standing, column))
  const differences = news.map(([column, given]) => ({
    column,
    standing: columns[column] ?? null,
    given,
    isCorrected: isOfPlace(column) ? isPlaceCorrected : isCorrected(standing, column),
  }))
  return { id: standing.id, version: standing.version, isWithdrawn: standing.isWithdrawn, differences }
}
