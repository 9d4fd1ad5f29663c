import { clustersDbscan, featureCollection, point } from '@turf/turf'
import type { ScreenedAccident, ScreenedRoad } from '../../api/hotspots/analysis/accident-on-road.ts'
import { clusterOffNetwork } from '../../api/hotspots/analysis/off-network.ts'
import { screenNetwork } from '../../api/hotspots/analysis/screen-network.ts'
import { seededRandom } from '../../api/hotspots/analysis/seeded-random.ts'
import { presetIds, presets } from '../../api/hotspots/presets.ts'
import { weightSets } from '../../api/hotspots/rules/severity-weights.ts'
import { takeTurns, type Contestant, type Ratio, type Subject, type Timing } from './measure.ts'

const rounds = 3
const counts = [1_000, 100_000, 1_000_000]
/** One preset on a million accidents, without simulation. */
const aimMs = 2_000

export interface Network {
  readonly name: string
  readonly lengthsKm: readonly number[]
}

export const networks: readonly Network[] = [
  { name: 'five roads, 1,118 km', lengthsKm: [175, 330, 260, 210, 143] },
  { name: '4,100 km on 82 roads', lengthsKm: Array.from({ length: 82 }, () => 50) },
]

const forms = ['11', '12', '21', '31', '35', '36']
const causes = ['12', '13', '15', '24', '32', null]

/** Nine in ten anywhere, one in ten near one of a hundred places: what an officer would look for. */
function newAccidents(count: number, metres: number, random: () => number): ScreenedAccident[] {
  const places = Array.from({ length: 100 }, () => Math.floor(random() * metres))
  return Array.from({ length: count }, (_, i): ScreenedAccident => {
    const near = places[Math.floor(random() * places.length)]! + Math.floor(random() * 400)
    const stake = random() < 0.1 ? Math.min(metres, near) : Math.floor(random() * metres)
    // Written out, as JSON.parse makes them: objects put together from spreads are several times slower to read.
    return {
      id: String(i).padStart(8, '0'),
      stake,
      direction: 'both',
      procedure: 'general',
      killed: random() < 0.05 ? 1 : 0,
      injured: random() < 0.5 ? 1 : 0,
      seriouslyInjured: 0,
      lossYuan: Math.floor(random() * 40_000),
      form: forms[i % 6]!,
      causeClass: causes[(i >> 2) % 6]!,
      light: '1',
      weather: '1',
      hour: i % 24,
      weekday: 1 + (i % 7),
    }
  }).sort((a, b) => a.stake - b.stake || (a.id < b.id ? -1 : 1))
}

export function roadsWith({ lengthsKm }: Network, accidents: number): ScreenedRoad[] {
  const random = seededRandom(20261128)
  const whole = lengthsKm.reduce((sum, km) => sum + km, 0)
  return lengthsKm.map((km, i) => ({
    code: `R${String(i).padStart(2, '0')}`,
    ...{ divided: false, fromStake: 0, toStake: km * 1000, breaks: [] },
    accidents: newAccidents(Math.round((accidents * km) / whole), km * 1000, random),
  }))
}

const contestants = (roads: readonly ScreenedRoad[], accidents: number): Contestant[] =>
  presetIds
    .filter((id) => id !== 'P0')
    .map((id) => ({
      name: `${id}, ${accidents.toLocaleString('en')} accidents`,
      operations: accidents,
      run: () =>
        screenNetwork({
          ...{ preset: presets[id], weightSet: weightSets[presets[id].weights], roads },
          ...{ junctions: [], loose: [], simulations: 0 },
        }),
    }))

/** How the cost of one accident grows from the smallest network to the largest; 1 is linear. */
function growth(timings: readonly Timing[], id: string): string {
  const own = timings.filter(({ name }) => name.startsWith(`${id},`))
  const each = own.map(({ medianMs, operations }) => (medianMs * 1e6) / operations)
  return `${id}: ${each.map((nanos) => Math.round(nanos).toLocaleString('en')).join(' → ')} ns per accident`
}

async function screenOn(network: Network): Promise<Subject> {
  const timings: Timing[] = []
  const found: string[] = []
  for (const count of counts) {
    const roads = roadsWith(network, count)
    const contest = contestants(roads, count)
    timings.push(...(await takeTurns(contest, count > 100_000 ? 1 : rounds)))
    const { sites } = contest[0]!.run() as ReturnType<typeof screenNetwork>
    found.push(`${count.toLocaleString('en')} accidents: ${sites.length} sites by P1a`)
  }
  const largest = timings.filter(({ operations }) => operations === counts.at(-1))
  return {
    title: `Screening, ${network.name}`,
    notes: [...found, ...presetIds.filter((id) => id !== 'P0').map((id) => growth(timings, id))],
    timings,
    ratios: largest.map(({ name, medianMs }): Ratio => ({
      what: `${aimMs} ms ÷ ${name}`,
      value: aimMs / medianMs,
      aim: 1,
    })),
  }
}

const loosePlaces = [1_000, 20_000]

/** The clustering itself is turf's: what ours adds is the order and the figures. */
async function clusterLoose(): Promise<Subject> {
  const random = seededRandom(7)
  const timings: Timing[] = []
  for (const count of loosePlaces) {
    const loose = Array.from({ length: count }, (_, i) => ({
      ...{ id: String(i).padStart(8, '0'), killed: 0, injured: 1, lossYuan: 0 },
      longitude: 107 + random() * 2,
      latitude: 38.5 + random() * 1.5,
    }))
    const points = featureCollection(loose.map(({ longitude, latitude }) => point([longitude, latitude])))
    const label = `${count.toLocaleString('en')} accidents`
    timings.push(
      ...(await takeTurns(
        [
          { name: `ours, ${label}`, operations: count, run: () => clusterOffNetwork(loose) },
          {
            name: `turf clustersDbscan, ${label}`,
            operations: count,
            run: () => clustersDbscan(points, 0.25, { minPoints: 3 }),
          },
        ],
        rounds,
      )),
    )
  }
  return {
    title: 'Accidents off the network, clustered in metres (250 m, 3)',
    notes: ['turf’s result without figures and order; with them ours takes as long again as is shown'],
    timings,
    ratios: [],
  }
}

export async function runBench(): Promise<Subject[]> {
  const subjects: Subject[] = []
  for (const network of networks) subjects.push(await screenOn(network))
  return [...subjects, await clusterLoose()]
}
