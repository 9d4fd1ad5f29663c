/** One table of value conversions, given to both drivers, so that a row reads the same in either home. */
const oid = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  oid: 26,
  json: 114,
  float4: 700,
  float8: 701,
  bpchar: 1042,
  varchar: 1043,
  date: 1082,
  time: 1083,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
  uuid: 2950,
  jsonb: 3802,
} as const

const asNumber = (text: string) => Number(text)
const asWritten = (text: string) => text
const asBytes = (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))

export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.bool]: (text) => text === 't',
  [oid.bytea]: asBytes,
  [oid.int8]: asNumber,
  [oid.int2]: asNumber,
  [oid.int4]: asNumber,
  [oid.oid]: asNumber,
  [oid.float4]: asNumber,
  [oid.float8]: asNumber,
  [oid.json]: (text) => JSON.parse(text) as unknown,
  [oid.jsonb]: (text) => JSON.parse(text) as unknown,
  [oid.date]: asWritten,
  [oid.timestamp]: asWritten,
  [oid.timestamptz]: (text) => new Date(text),
  [oid.numeric]: asWritten,
}

const toHex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`

function plain(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return toHex(value)
  if (typeof value === 'object' || typeof value === 'function')
    throw new TypeError('A parameter is an object, but its column is not json: write it as text first.')
  return String(value)
}

/** A Date is an instant; which day it is depends on the zone, so the caller has to say. */
function calendarDay(value: unknown): string {
  if (value instanceof Date) throw new TypeError("A date column takes 'YYYY-MM-DD', not a Date.")
  return plain(value)
}

const asJson = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

export const serializers: Readonly<Record<number, (value: unknown) => string>> = {
  ...Object.fromEntries(Object.values(oid).map((id) => [id, plain])),
  [oid.bool]: (value) => (typeof value === 'boolean' ? (value ? 't' : 'f') : plain(value)),
  [oid.date]: calendarDay,
  [oid.json]: asJson,
  [oid.jsonb]: asJson,
}
