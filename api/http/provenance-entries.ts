/** `internal` holds everything the maker may see; `external` leaves out sensitive columns and photos not ticked as masked. */
export const editions = ['internal', 'external'] as const
export type Edition = (typeof editions)[number]

/** What lets a reader find out years later where a page came from, in words. */
export interface Origin {
  /** The filter as the screen words it; "全部" without one. */
  readonly filter: string
  /** Only where accidents are counted. */
  readonly calibreName?: string
  /** YYYY-MM-DD: the last day that is counted. */
  readonly cutoffOn: string
  /** ISO 8601. */
  readonly madeAt: string
  readonly madeBy: string
  readonly edition: Edition
  /** SHA-256 in hex of the content's canonical JSON. */
  readonly hash: string
}

/** YYYY-MM-DD HH:MM where the banner is, which keeps Beijing time without daylight saving. */
const clock = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const editionNames: Readonly<Record<Edition, string>> = { internal: '内部版', external: '对外版' }

/** Label and value, as they are printed at the foot and kept in the hidden sheet. */
export function originEntries(from: Origin): readonly (readonly [string, string])[] {
  return [
    ['筛选条件', from.filter],
    ...(from.calibreName ? ([['统计口径', from.calibreName]] as const) : []),
    ['统计截止', from.cutoffOn],
    ['生成时间', clock(from.madeAt)],
    ['生成人', from.madeBy],
    ['版本', editionNames[from.edition]],
    ['校验码', from.hash],
  ]
}

/** One line of small print. */
export const originLine = (from: Origin): string =>
  originEntries(from)
    .map(([label, value]) => `${label}：${value}`)
    .join('　')
