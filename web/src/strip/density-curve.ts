import { runningAtStake } from '../../../api/roads/network/running-chainage.ts'
import { xAt, type Scale } from './strip-view.ts'
import type { StripAxis } from './strip-axis.ts'

export interface Lixel {
  readonly fromStake: number
  readonly toStake: number
  readonly density: number
}

export interface DensityPiece {
  readonly from: number
  readonly to: number
  readonly density: number
}

/** Lixels come in order along the road, so a stake that a long chain repeats is the first place not yet passed. */
export function densityPieces(axis: StripAxis, lixels: readonly Lixel[]): DensityPiece[] {
  let passed = -Infinity
  return lixels.flatMap(({ fromStake, toStake, density }) => {
    const ahead = (stake: number, least: number) =>
      runningAtStake(axis.chainage, stake).find((running) => running >= least - 1)
    const from = ahead(fromStake, passed)
    // Beyond its start: the stake of its end may have been passed a first time already.
    const to = from === undefined ? undefined : ahead(toStake, from + 2)
    if (from === undefined || to === undefined) return []
    passed = to
    return [{ from, to, density }]
  })
}

interface CurveRoom {
  readonly scale: Scale
  readonly base: number
  readonly height: number
  readonly highest: number
}

/** An area over the axis. Where many pieces share a unit of the drawing, the highest of them is drawn: a peak is never lost. */
export function densityPath(pieces: readonly DensityPiece[], room: CurveRoom): string {
  const { scale, base, height, highest } = room
  const columns = new Map<number, number>()
  const seen = pieces.filter(({ from, to }) => to > scale.view.from && from < scale.view.to)
  for (const { from, to, density } of seen) {
    const start = Math.floor(Math.max(xAt(scale, from), scale.left))
    const end = Math.max(Math.ceil(Math.min(xAt(scale, to), scale.left + scale.width)), start + 1)
    for (let x = start; x < end; x++) columns.set(x, Math.max(columns.get(x) ?? 0, density))
  }
  if (columns.size === 0 || highest <= 0) return ''
  const points: string[] = []
  let before = -Infinity
  for (const [x, density] of [...columns].sort((a, b) => a[0] - b[0])) {
    const y = (base - (density / highest) * height).toFixed(1)
    if (x > before + 1) points.push(`${before === -Infinity ? 'M' : `L${before + 1} ${base}ZM`}${x} ${base}`)
    points.push(`L${x} ${y}`)
    before = x
  }
  return `${points.join('')}L${before + 1} ${base}Z`
}
