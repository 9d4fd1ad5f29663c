/** What a camera wrote, before anything is believed. */
export interface RawExif {
  readonly takenAt?: unknown
  readonly offset?: unknown
  readonly longitude?: unknown
  readonly latitude?: unknown
  readonly make?: unknown
  readonly model?: unknown
}

export interface ExifFacts {
  readonly takenAt?: string
  /** As written, taken for WGS 84: phones of the country may have written GCJ-02. */
  readonly point?: readonly [longitude: number, latitude: number]
  readonly camera?: string
}

/** Cameras that say no zone are in the hand of an officer of this banner. */
const bannerZone = '+08:00'
const written = /^(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)/

/** A camera without a set clock writes 0000, 1970 or the year it was made for. */
const firstYear = 2000

function takenAt({ takenAt: text, offset }: RawExif): string | undefined {
  const parts = written.exec(typeof text === 'string' ? text : '')
  if (!parts || Number(parts[1]) < firstYear) return undefined
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : bannerZone
  const [, year, month, day, hour, minute, second] = parts
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/** 0, 0 is what a phone writes that has not found itself yet. */
function pointOf({ longitude, latitude }: RawExif): ExifFacts['point'] {
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
  const isUnset = Math.abs(longitude) < 1e-6 && Math.abs(latitude) < 1e-6
  return isOnEarth && !isUnset ? [longitude, latitude] : undefined
}

function cameraOf({ make, model }: RawExif): string | undefined {
  const said = [make, model].filter((part): part is string => typeof part === 'string')
  const text = said.join(' ').replace(/\p{C}/gu, '').trim().slice(0, 100)
  return text || undefined
}

export function exifFacts(raw: RawExif): ExifFacts {
  const [at, point, camera] = [takenAt(raw), pointOf(raw), cameraOf(raw)]
  return { ...(at && { takenAt: at }), ...(point && { point }), ...(camera && { camera }) }
}
