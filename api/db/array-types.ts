import { parse } from 'postgres-array'
import { parsers, serializers } from './value-types.ts'

/** Element type → array type. postgres.js reads a null inside an array as a value of the element type, so these are ours. */
const arrayOf: readonly (readonly [element: number, array: number])[] = [
  [16, 1000],
  [17, 1001],
  [20, 1016],
  [21, 1005],
  [23, 1007],
  [25, 1009],
  [26, 1028],
  [114, 199],
  [700, 1021],
  [701, 1022],
  [1042, 1014],
  [1043, 1015],
  [1082, 1182],
  [1083, 1183],
  [1114, 1115],
  [1184, 1185],
  [1700, 1231],
  [2950, 2951],
  [3802, 3807],
]

const asWritten = (text: string): unknown => text
const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function arrayText(values: readonly unknown[], serialize: (value: unknown) => string): string {
  const items = values.map((value) => {
    if (value === null || value === undefined) return 'NULL'
    return Array.isArray(value) ? arrayText(value, serialize) : quoted(serialize(value))
  })
  return `{${items.join(',')}}`
}

const element = (id: number) => serializers[id] ?? String

export const arrayParsers: Readonly<Record<number, (text: string) => unknown>> = Object.fromEntries(
  arrayOf.map(([id, array]) => [array, (text: string) => parse(text, parsers[id] ?? asWritten)]),
)

export const arraySerializers: Readonly<Record<number, (value: unknown) => string>> = Object.fromEntries(
  arrayOf.map(([id, array]) => [
    array,
    (value: unknown) => (Array.isArray(value) ? arrayText(value, element(id)) : String(value)),
  ]),
)
