/** One row of a table of figures, as a filter: what the map, the list and every export then show. */
export const partFields = [
  'squad',
  'township',
  'form',
  'cause',
  'light',
  'weather',
  'hour',
  'weekday',
] as const
export type PartField = (typeof partFields)[number]

export interface AccidentPart {
  readonly field: PartField
  readonly key: string
}

/** `form:21`, as it stands in the address. */
export function parsePart(text: string | null): AccidentPart | null {
  const [, word, key] = /^([a-z]+):([^\p{Cc}:]{1,40})$/u.exec(text ?? '') ?? []
  const field = partFields.find((one) => one === word)
  return field && key ? { field, key } : null
}

export const partText = ({ field, key }: AccidentPart): string => `${field}:${key}`

/** As the service asks for it. */
export const partQuery = (part: AccidentPart | null): Readonly<Record<string, string>> =>
  part ? { [part.field]: part.key } : {}
