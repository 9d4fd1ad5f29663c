import type { DegreeSystem } from './coordinates.ts'

/** Named by its own name it is taken at its word. */
const named: readonly (readonly [RegExp, DegreeSystem])[] = [
  [/wgs[\s_-]?84|epsg:4326/i, 'wgs84'],
  [/cgcs[\s_-]?2000|国家2000|2000国家|2000坐标|epsg:4490/i, 'cgcs2000'],
  [/gcj[\s_-]?02|火星坐标|coordinate=gaode/i, 'gcj02'],
  [/bd[\s_-]?09/i, 'bd09'],
]

/** Where it was copied from says in which system it should be. */
const sources: readonly (readonly [RegExp, DegreeSystem])[] = [
  [/baidu|百度/i, 'bd09'],
  [/amap|高德|map\.qq\.com|qqmap|腾讯|微信|weixin|<location\b/i, 'gcj02'],
  [/\bgeo:|GPS|北斗/i, 'wgs84'],
]

const oldDatum = /(?:北京|beijing|bj)[\s_-]?(?:19)?54|(?:西安|xi'?an)[\s_-]?(?:19)?80/i

const shortLinks = /surl\.amap\.com|j\.map\.baidu\.com|url\.cn\/|maps\.app\.goo\.gl|goo\.gl\/maps/i

export interface CoordinateSource {
  readonly crs: DegreeSystem | undefined
  readonly isNamed: boolean
}

/** Two names that contradict each other say nothing. */
export function readSource(text: string): CoordinateSource {
  const names = named.filter(([pattern]) => pattern.test(text))
  if (names.length === 1) return { crs: names[0]![1], isNamed: true }
  const found = names.length > 1 ? [] : sources.filter(([pattern]) => pattern.test(text))
  return { crs: found.length === 1 ? found[0]![1] : undefined, isNamed: false }
}

/** Metres of these look like ours and lie 60 to 150 m off. */
export const namesOldDatum = (text: string) => oldDatum.test(text)

export const isShortLink = (text: string) => shortLinks.test(text)

const latitudeFirst =
  /(?:\b(?:location|latlng|latlon|ll|coord|coords|loc|daddr|saddr|marker|q)["']?\s*[=:]\s*["'(]?|geo:|@|\bp=\w*,)$/i
const longitudeFirst =
  /(?:\b(?:position|point|pos|lnglat|lonlat)["']?\s*[=:]?\s*["'([]*|coordinates"?\s*:?\s*\[)\s*$/i

/** Which axis the word before a pair puts first, as the maps and formats that use it do. */
export function orderBefore(text: string, start: number): 'lonLat' | 'latLon' | undefined {
  const before = text.slice(Math.max(0, start - 60), start)
  if (longitudeFirst.test(before)) return 'lonLat'
  return latitudeFirst.test(before) ? 'latLon' : undefined
}
