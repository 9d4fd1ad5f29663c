import { kernelOf } from '../../../../../api/hotspots/analysis/density/kernels.ts'
import type { DensitySettings } from '../../../../../api/hotspots/analysis/density/kernel-density.ts'
import type { EdgeInput } from '../../../../../api/hotspots/analysis/density/network-graph.ts'

export interface Spot {
  readonly edge: string
  readonly at: number
}

type Step = (edge: EdgeInput, isFromStart: boolean, driven: number, share: number) => void

/** Written down from the definitions, one event and one place at a time; nothing in common with what it checks. */
export function bruteForceDensity(
  edges: readonly EdgeInput[],
  events: readonly Spot[],
  place: Spot,
  settings: DensitySettings,
): number {
  const give = settings.method === 'simple' ? simply : bySplitting
  return events.reduce((sum, event) => sum + give(edges, event, place, settings), 0)
}

const edgeCalled = (edges: readonly EdgeInput[], id: string) => edges.find((edge) => edge.id === id)!

function bySplitting(edges: readonly EdgeInput[], event: Spot, place: Spot, settings: DensitySettings) {
  const { method, bandwidth } = settings
  const kernel = kernelOf(settings.kernel, bandwidth)
  let sum = event.edge === place.edge ? kernel(Math.abs(event.at - place.at)) : 0
  const leave = (edge: EdgeInput, isAtStart: boolean, driven: number, share: number) => {
    if (driven >= bandwidth) return
    const node = isAtStart ? edge.from : edge.to
    const ends = edges.flatMap((each) => [
      ...(each.from === node ? [{ edge: each, isStart: true }] : []),
      ...(each.to === node ? [{ edge: each, isStart: false }] : []),
    ])
    for (const next of ends) {
      const isBack = next.edge === edge && next.isStart === isAtStart
      const n = ends.length
      const onwards = method === 'continuous' ? 2 / n : 1 / (n - 1)
      const back = method === 'continuous' ? 2 / n - 1 : 0
      const part = share * (isBack ? back : onwards)
      if (part !== 0) enter(next.edge, next.isStart, driven, part)
    }
  }
  const enter: Step = (edge, isFromStart, driven, share) => {
    if (edge.id === place.edge)
      sum += share * kernel(driven + (isFromStart ? place.at : edge.length - place.at))
    leave(edge, !isFromStart, driven + edge.length, share)
  }
  const own = edgeCalled(edges, event.edge)
  leave(own, true, event.at, 1)
  leave(own, false, own.length - event.at, 1)
  return sum
}

function simply(edges: readonly EdgeInput[], event: Spot, place: Spot, settings: DensitySettings) {
  const kernel = kernelOf(settings.kernel, settings.bandwidth)
  const [own, other] = [edgeCalled(edges, event.edge), edgeCalled(edges, place.edge)]
  const distances = new Map<string, number>()
  const reach = (node: string, distance: number) =>
    distances.set(node, Math.min(distance, distances.get(node) ?? Infinity))
  reach(own.from, event.at)
  reach(own.to, own.length - event.at)
  // Bellman and Ford: as often as there are edges, which is often enough.
  for (let round = 0; round <= edges.length; round++)
    for (const { from, to, length } of edges) {
      reach(to, (distances.get(from) ?? Infinity) + length)
      reach(from, (distances.get(to) ?? Infinity) + length)
    }
  const direct = event.edge === place.edge ? Math.abs(event.at - place.at) : Infinity
  const round = Math.min(
    distances.get(other.from)! + place.at,
    distances.get(other.to)! + other.length - place.at,
  )
  return kernel(Math.min(direct, round))
}
