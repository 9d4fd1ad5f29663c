/** A stretch of one road on which some window of the given length holds enough events. */
export interface DenseStretch {
  /** Index of the first and the last event in the sorted stakes. */
  readonly first: number
  readonly last: number
  readonly fromStake: number
  readonly toStake: number
  /** Events in the densest window of the stretch. */
  readonly densest: number
}

/** What a window must hold besides enough events; told of every event that comes in or goes out. */
export interface WindowWatch {
  readonly enter: (index: number) => void
  readonly leave: (index: number) => void
  readonly accepts: (count: number) => boolean
}

/**
 * Maximal stretches where a window [s, s + windowLength] (metres, both ends included) holds at least `minimum` events.
 * Two pointers over sorted stakes, one pass; windows that share an event merge, and the stretch is trimmed to its
 * first and last event. Linear along the stakes, not planar: two roads side by side do not mix.
 */
export function sweepWindows(
  stakes: ArrayLike<number>,
  windowLength: number,
  minimum: number,
  watch?: WindowWatch,
): DenseStretch[] {
  const stretches: DenseStretch[] = []
  let end = 0
  for (let first = 0; first < stakes.length; first++) {
    for (; end < stakes.length && stakes[end]! - stakes[first]! <= windowLength; end++) watch?.enter(end)
    const count = end - first
    if (count >= minimum && (watch?.accepts(count) ?? true)) addWindow(stretches, stakes, first, end - 1)
    watch?.leave(first)
  }
  return stretches
}

function addWindow(stretches: DenseStretch[], stakes: ArrayLike<number>, first: number, last: number): void {
  const previous = stretches.at(-1)
  const joins = previous !== undefined && first <= previous.last
  const start = joins ? previous.first : first
  const stretch: DenseStretch = {
    first: start,
    last,
    fromStake: stakes[start]!,
    toStake: stakes[last]!,
    densest: Math.max(joins ? previous.densest : 0, last - first + 1),
  }
  if (joins) stretches[stretches.length - 1] = stretch
  else stretches.push(stretch)
}
