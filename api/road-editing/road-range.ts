interface Range {
  readonly fromStake: number
  readonly toStake: number
}

interface RoadRange {
  readonly fromStake: number | null
  readonly toStake: number | null
}

const extentOf = (sections: readonly Range[]): Range => ({
  fromStake: Math.min(...sections.map(({ fromStake }) => fromStake)),
  toStake: Math.max(...sections.map(({ toStake }) => toStake)),
})

/**
 * The range of a road after it is redrawn: that of the drawing where it was so before or was not known, otherwise
 * widened to hold it, since a road may be longer than what is drawn of it.
 */
export function rangeAfterDrawing(
  road: RoadRange,
  drawnBefore: readonly Range[],
  drawn: readonly Range[],
): Range {
  const extent = extentOf(drawn)
  const { fromStake, toStake } = road
  if (fromStake === null || toStake === null) return extent
  const before = drawnBefore.length > 0 ? extentOf(drawnBefore) : undefined
  return {
    fromStake: before?.fromStake === fromStake ? extent.fromStake : Math.min(fromStake, extent.fromStake),
    toStake: before?.toStake === toStake ? extent.toStake : Math.max(toStake, extent.toStake),
  }
}
