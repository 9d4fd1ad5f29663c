import { readDirection } from './direction-words.ts'
import { findRoadMention } from './road-mention.ts'
import { findStakeMarks } from './stake-mark.ts'
import { normaliseStakeText } from './stake-normalise.ts'
import { readExtent, type StakeExtent } from './stake-range.ts'
import type { RoadName, StakeDirection, StakeParse, StakeWarning } from './stake-reading.ts'

export interface StakeContext {
  /** The roads that exist, with their other names. */
  readonly roads?: readonly RoadName[]
  /** The road that another column or the screen already says; the text may still name another. */
  readonly road?: string | undefined
}

function directionOf(
  read: StakeDirection | undefined,
  extent: StakeExtent,
): { readonly direction?: StakeDirection; readonly fromOrder: boolean } {
  if (read !== undefined) return { direction: read, fromOrder: false }
  const descends = extent.to !== undefined && extent.to < extent.from
  return descends ? { direction: 'decreasing', fromOrder: true } : { fromOrder: false }
}

/** Where the order of a range settles the direction, an unexplained bearing such as 北行 is no open question any more. */
function settle(warnings: readonly StakeWarning[], fromOrder: boolean): StakeWarning[] {
  const kept = fromOrder ? warnings.filter((warning) => warning !== 'direction_unresolved') : warnings
  return [...new Set([...kept, ...(fromOrder ? (['direction_from_order'] as const) : [])])]
}

/** Reads a stake as officers write it. Never throws; what it assumed is in `warnings`. */
export function parseStakeText(text: string, { roads = [], road: given }: StakeContext = {}): StakeParse {
  const normalised = normaliseStakeText(text)
  const mention = findRoadMention(normalised.text, roads)
  const road = mention.road ?? given
  const named = road === undefined ? {} : { road }
  const extent = readExtent(mention.rest, findStakeMarks(mention.rest))
  if ('refusal' in extent) return { ok: false, refusal: extent.refusal, ...named }
  const words = readDirection(
    mention.rest,
    roads.find(({ code }) => code === road),
  )
  const { direction, fromOrder } = directionOf(words.direction, extent)
  const confusable: StakeWarning[] = normalised.wasConfusable ? ['confusable'] : []
  return {
    ok: true,
    reading: {
      ...named,
      from: extent.from,
      ...(extent.to === undefined ? {} : { to: extent.to }),
      ...(direction === undefined ? {} : { direction }),
      ...(words.directionText === undefined ? {} : { directionText: words.directionText }),
      ...sideOf(words.side, mention.rest),
      precision: extent.precision,
      warnings: settle(
        [...confusable, ...mention.warnings, ...extent.warnings, ...words.warnings],
        fromOrder,
      ),
      ambiguous: extent.ambiguous || mention.warnings.includes('road_ambiguous'),
    },
  }
}

function sideOf(read: ReturnType<typeof readDirection>['side'], text: string) {
  const marked = findStakeMarks(text).find(({ side }) => side !== undefined)?.side
  const side = marked ?? read
  return side === undefined ? {} : { side }
}
