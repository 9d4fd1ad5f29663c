import type { RoadName, StakeParse } from './stake-reading.ts'
import { parseStakeText } from './stake-text.ts'

/**
 * A stake in an address: whole numbers are metres, everything else is a stake in any usual spelling.
 * An unencoded + arrives as a blank, so a blank is no assumption here.
 */
export function readStakeParameter(
  text: string,
  context: { readonly road?: string; readonly roads?: readonly RoadName[] } = {},
): StakeParse {
  const trimmed = text.trim()
  const named = context.road === undefined ? {} : { road: context.road }
  if (/^\d{1,7}$/.test(trimmed))
    return {
      ok: true,
      reading: { ...named, from: Number(trimmed), precision: 1, warnings: [], ambiguous: false },
    }
  const parsed = parseStakeText(text, context)
  if (!parsed.ok) return parsed
  const warnings = parsed.reading.warnings.filter((warning) => warning !== 'space_as_plus')
  return { ok: true, reading: { ...parsed.reading, warnings } }
}
