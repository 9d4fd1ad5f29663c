import { groundKinds, recordKinds, type Camera, type Selection } from '../map/map-types.ts'

/** One road drawn straight; metres of its running chainage, the whole road where none are said. */
export interface StripPlace {
  readonly road: string
  readonly range: { readonly from: number; readonly to: number } | null
}

export const selectableKinds = [...recordKinds, ...groundKinds] as const

export function oneOf<const Value extends string | number>(
  values: readonly Value[],
  text: string | null,
): Value | null {
  return values.find((value) => String(value) === text) ?? null
}

export function someOf<const Value extends string>(values: readonly Value[], text: string | null): Value[] {
  const named = text?.split(',') ?? []
  return values.filter((value) => named.includes(value))
}

export function dateOf(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

/** `zoom/latitude/longitude`, as other map sites write it. */
export function cameraOf(text: string | null): Camera | null {
  const [zoom, lat, lon] = (text ?? '').split('/').map((part) => (part === '' ? Number.NaN : Number(part)))
  if (zoom === undefined || lat === undefined || lon === undefined) return null
  const isSane = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180
  return isSane ? { zoom, lat, lon } : null
}

/** Ids of records become part of a path; those of places on the ground say where they are. */
const idPattern: Readonly<Partial<Record<Selection['kind'], RegExp>>> = {
  stake: /^[^\p{Cc}:]{1,40}:\d{1,7}(-\d{1,7})?$/u,
  point: /^-?\d{1,3}(\.\d{1,9})?,-?\d{1,2}(\.\d{1,9})?$/,
  road: /^[^\p{Cc}:]{1,40}$/u,
}
export const recordId = /^[\w-]{1,64}$/

export function selectionOf(text: string | null): Selection | null {
  const [, word = null, id = ''] = /^([a-z]+):(.+)$/i.exec(text ?? '') ?? []
  const kind = oneOf(selectableKinds, word)
  return kind && (idPattern[kind] ?? recordId).test(id) ? { kind, id } : null
}

/** `G109` or `G109:1040000-1050000`. */
export function stripOf(text: string | null): StripPlace | null {
  const [, road, from, to] = /^([^\p{Cc}:]{1,40})(?::(\d{1,7})-(\d{1,7}))?$/u.exec(text ?? '') ?? []
  if (!road) return null
  const range = { from: Number(from), to: Number(to) }
  return { road, range: range.from < range.to ? range : null }
}

export const stripText = ({ road, range }: StripPlace) =>
  range ? `${road}:${Math.round(range.from)}-${Math.round(range.to)}` : road

export const actOf = (text: string | null) => (text && /^[a-zA-Z]{1,40}$/.test(text) ? text : null)

export const cameraText = ({ zoom, lat, lon }: Camera) =>
  `${Number(zoom.toFixed(2))}/${Number(lat.toFixed(5))}/${Number(lon.toFixed(5))}`
