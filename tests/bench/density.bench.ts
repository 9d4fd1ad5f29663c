import { densityAt, type DensityMethod } from '../../api/hotspots/analysis/density/kernel-density.ts'
import {
  eventsOn,
  fiveRoads,
  grid,
  gridEdges,
  lixelLength,
  lixelsOf,
  placed,
  roadLength,
  type BenchNetwork,
  type Events,
} from './density-networks.ts'
import { openGrass, type Grass, type GrassSegment } from './density-peer.ts'
import { takeTurns, timesAsFast, type Contestant, type Ratio, type Subject, type Timing } from './measure.ts'

const rounds = 5
const peerRounds = 3
const sizes = [1000, 100_000, 1_000_000]
const peerSize = 10_000
const bandwidth = 300
const aims = { seconds: 5, peer: 50 }

const settingsOf = (method: DensityMethod) => ({ method, kernel: 'quartic', bandwidth }) as const

/** From accidents in any order to the density of every lixel. */
function wholeEstimate({ graph }: BenchNetwork, events: Events, method: DensityMethod): Float64Array {
  return densityAt(graph, placed(graph, events), lixelsOf(graph), settingsOf(method))
}

function massOf({ graph }: BenchNetwork, densities: Float64Array): number {
  const { first, lengths } = lixelsOf(graph)
  let mass = 0
  lengths.forEach((length, edge) => {
    for (let i = first[edge]!; i < first[edge + 1]!; i++) mass += densities[i]! * length
  })
  return mass
}

const nameOf = (count: number, method: DensityMethod) => `${count.toLocaleString('en')} accidents, ${method}`

interface Growth {
  readonly note: string
  readonly ratios: readonly Ratio[]
}

/** Linear is where a further accident takes no longer among many than among few. */
function growth(timings: readonly Timing[], method: DensityMethod): Growth {
  const ms = (count: number) => timings.find(({ name }) => name === nameOf(count, method))!.medianMs
  const [few, some, many] = [sizes[0]!, sizes[1]!, sizes[2]!]
  const nanoseconds = (more: number, less: number) => ((ms(more) - ms(less)) * 1e6) / (more - less)
  const [early, late] = [nanoseconds(some, few), nanoseconds(many, some)]
  return {
    note: `${method}: a further accident takes ${early.toFixed(0)} ns up to 100,000 and ${late.toFixed(0)} ns from there to 1,000,000`,
    ratios: [
      {
        what: `${method}: the first of these ÷ the second, 1 where growth is linear`,
        value: early / late,
        aim: 0.75,
      },
      {
        what: `1 M ${method}: ${aims.seconds} s ÷ the time`,
        value: (aims.seconds * 1000) / ms(many),
        aim: 1,
      },
    ],
  }
}

async function ourselves(network: BenchNetwork): Promise<Subject> {
  const methods: readonly DensityMethod[] = ['discontinuous', 'continuous']
  const contestants = sizes.flatMap((count) => {
    const events = eventsOn(network.graph, count)
    return methods.map((method): Contestant => {
      return {
        name: nameOf(count, method),
        operations: count,
        run: () => wholeEstimate(network, events, method),
      }
    })
  })
  const held = massOf(network, wholeEstimate(network, eventsOn(network.graph, sizes[1]!), 'continuous'))
  const timings = await takeTurns(contestants, rounds)
  const grown = methods.map((method) => growth(timings, method))
  const { lengths } = network.graph
  const kilometres = Math.round(lengths.reduce((sum, each) => sum + each, 0) / 1000)
  return {
    title: `Network kernel density on ${network.name}`,
    notes: [
      `${lengths.length} edges, ${kilometres} km, ${lixelsOf(network.graph).positions.length} lixels, quartic, bandwidth ${bandwidth} m, one thread`,
      `continuous holds ${held.toFixed(1)} of ${sizes[1]!} accidents`,
      ...grown.map(({ note }) => note),
    ],
    timings,
    ratios: grown.flatMap(({ ratios }) => ratios),
  }
}

/** How far apart, of the greatest density, and how many segments of GRASS we have no lixel for. */
function compare(densities: Float64Array, segments: readonly GrassSegment[]) {
  const { first, positions } = lixelsOf(grid.graph)
  const key = (middle: readonly number[]) => middle.map((metres) => metres.toFixed(0)).join()
  const byId = new Map(gridEdges.map((edge) => [edge.id, edge]))
  const ours = new Map<string, number>()
  grid.graph.edgeIds.forEach((id, edge) => {
    const { from, to } = byId.get(id)!
    for (let i = first[edge]!; i < first[edge + 1]!; i++) {
      const share = positions[i]! / roadLength
      ours.set(key(from.map((start, axis) => start + share * (to[axis]! - start))), densities[i]!)
    }
  })
  const greatest = densities.reduce((most, each) => Math.max(most, each), 0)
  let [farthest, unknown] = [0, 0]
  for (const { middle, density } of segments) {
    const own = ours.get(key(middle))
    if (own === undefined) unknown++
    else farthest = Math.max(farthest, Math.abs(own - density))
  }
  return { share: farthest / greatest, unknown, compared: segments.length - unknown }
}

function installed(events: Events): Grass | undefined {
  try {
    const drawn = { edges: gridEdges, length: roadLength, order: grid.graph.edgeIds }
    return openGrass(drawn, events, { bandwidth, lixelLength })
  } catch (error) {
    console.log(`Without GRASS (apt-get install grass-core): ${(error as Error).message.split('\n')[0]}`)
    return undefined
  }
}

async function besideGrass(): Promise<Subject[]> {
  const events = eventsOn(grid.graph, peerSize)
  const grass = installed(events)
  if (!grass) return []
  try {
    grass.run()
    const { share, unknown, compared } = compare(
      wholeEstimate(grid, events, 'discontinuous'),
      grass.segments(),
    )
    const [own, peer] = ['ours', 'GRASS v.kernel net=']
    const timings = await takeTurns(
      [
        { name: own, operations: peerSize, run: () => wholeEstimate(grid, events, 'discontinuous') },
        { name: peer, operations: peerSize, run: () => grass.run() },
      ],
      peerRounds,
    )
    return [
      {
        title: `Network kernel density beside GRASS: ${peerSize.toLocaleString('en')} accidents, ${grid.name}`,
        notes: [
          `equal: quartic, radius ${bandwidth} m, segments of ${lixelLength} m at most, equal split at nodes; GRASS reads and writes its maps, its session is not counted`,
          `on ${compared} segments with a density the two differ by at most ${(100 * share).toFixed(4)} % of the greatest; ${unknown} segments of GRASS have no lixel of ours`,
        ],
        timings,
        ratios: timesAsFast(timings, own, peer, aims.peer),
      },
    ]
  } finally {
    grass.close()
  }
}

export async function runBench(): Promise<Subject[]> {
  return [await ourselves(fiveRoads), await ourselves(grid), ...(await besideGrass())]
}
