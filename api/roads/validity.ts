/** Nobody knows since when the first lines and divisions hold; old accidents must find them. */
export const sinceEver = '2000-01-01'

/** Days are compared as text: YYYY-MM-DD sorts as it counts. */
export const latestDay = (days: readonly string[]): string =>
  days.reduce((latest, day) => (day > latest ? day : latest), sinceEver)

/** What held on a day: the last that had begun; before the first, the first. */
export function heldOn<E extends { readonly from: string }>(
  epochs: readonly E[],
  day: string,
): E | undefined {
  return epochs.findLast(({ from }) => from <= day) ?? epochs[0]
}
