import { distanceBetween, type LonLat } from '../../api/roads/network/geodesy.ts'
import { pointToStakes, stakeToPoint } from '../../api/roads/network/linear-referencing.ts'
import { buildRoadNetwork, type NetworkSection } from '../../api/roads/network/road-network.ts'
import { pointAtMeasure } from '../../api/roads/network/section-line.ts'
import { pointsToStakes, stakesToPoints } from '../../api/roads/network/stake-locating.queries.ts'
import { bannerNetwork, roadInputs } from '../api/roads/network/banner-network.ts'
import { seededRandom } from '../fixtures/roads/road-files.ts'
import type { BenchDatabase } from './bench-databases.ts'
import {
  postgisLocate,
  postgisLocateBatch,
  postgisPlacesAt,
  turfRoads,
  type ShareOfSection,
} from './locating-peers.ts'
import { takeTurns, timesAsFast, type Contestant, type Subject } from './measure.ts'

const rounds = 7
const counts = { pure: 100_000, turf: 20, single: 200, batch: 5000, stakes: 200_000, turfStakes: 100 }

const { sections } = bannerNetwork
const random = seededRandom(20261123)
const anySection = () => sections[Math.floor(random() * sections.length)]!

/** Accidents as they come in: nine in ten within some 30 m of a road, one in ten up to half a kilometre off. */
const accidents: readonly LonLat[] = Array.from({ length: counts.pure }, (_, i) => {
  const section = anySection()
  const [x, y] = pointAtMeasure(section, random() * section.length)
  const scatter = i % 10 === 0 ? 0.01 : 0.0006
  return [x + (random() - 0.5) * scatter, y + (random() - 0.5) * scatter]
})

const stakeAt = ({ fromStake, toStake }: NetworkSection, share: number) =>
  fromStake + share * (toStake - fromStake)
const shares: readonly ShareOfSection[] = Array.from({ length: counts.stakes }, () => {
  const { road, sequence } = anySection()
  return { road, section: sequence, share: random() }
})
const stakes = shares.map(({ road, section, share }) => ({
  road,
  stake: stakeAt(
    sections.find((each) => each.road === road && each.sequence === section)!,
    share,
  ),
}))
const turf = turfRoads(sections)

function locatedFresh(): number {
  const network = buildRoadNetwork(roadInputs)
  return accidents.reduce((sum, place) => sum + pointToStakes(network, place).length, 0)
}

async function agreementOnRoads(databases: readonly BenchDatabase[]): Promise<string[]> {
  const sample = accidents.slice(0, 500)
  const ours = sample.map((place) => pointToStakes(bannerNetwork, place)[0]?.road)
  const same = (roads: readonly (string | undefined)[]) =>
    `${roads.filter((road, i) => road === ours[i]).length} of ${roads.length}`
  const ofTurf = same(sample.slice(0, 100).map((place) => turf.locate(place).road))
  const notes = [
    `nearest road agrees with turf for ${ofTurf} points (two roads share 16 km: there either is right)`,
  ]
  for (const { name, db } of databases) {
    const peer = same((await postgisLocateBatch(db, sample)).map(({ road }) => road))
    const own = same((await pointsToStakes(db, sample)).map(([best]) => best?.road))
    notes.push(`${name}: PostGIS by degrees agrees for ${peer}, our SQL for ${own}`)
  }
  return notes
}

async function agreementOnPlaces(databases: readonly BenchDatabase[]): Promise<string[]> {
  const sample = shares.slice(0, 200)
  const ours = stakes.slice(0, 200).map(({ road, stake }) => stakeToPoint(bannerNetwork, road, stake)!.point)
  const farthest = (points: readonly LonLat[]) =>
    `${Math.max(...points.map((point, i) => distanceBetween(point, ours[i]!))).toFixed(2)} m`
  const notes = [
    `turf along lies at most ${farthest(sample.map((each) => turf.placeAt(each)))} off (a sphere)`,
  ]
  for (const { name, db } of databases) {
    const peer = farthest(await postgisPlacesAt(db, sample))
    const own = farthest((await stakesToPoints(db, stakes.slice(0, 200))).map(([place]) => place!.point))
    notes.push(`${name}: ST_LineInterpolatePoint lies at most ${peer} off (degrees), our SQL ${own}`)
  }
  return notes
}

const pointContestants = (databases: readonly BenchDatabase[]): Contestant[] => [
  { name: 'ours, network built anew', operations: counts.pure, run: locatedFresh },
  {
    name: 'ours',
    operations: counts.pure,
    run: () => accidents.reduce((sum, place) => sum + pointToStakes(bannerNetwork, place).length, 0),
  },
  {
    name: 'turf nearestPointOnLine',
    operations: counts.turf,
    run: () => accidents.slice(0, counts.turf).map((place) => turf.locate(place)),
  },
  ...databases.flatMap(({ name, db }): Contestant[] => [
    {
      name: `${name}: PostGIS one by one`,
      operations: counts.single,
      run: async () => {
        for (const place of accidents.slice(0, counts.single)) await postgisLocate(db, place)
      },
    },
    {
      name: `${name}: PostGIS batch`,
      operations: counts.batch,
      run: () => postgisLocateBatch(db, accidents.slice(0, counts.batch)),
    },
    {
      name: `${name}: our SQL batch, every road in 2 km`,
      operations: counts.batch,
      run: () => pointsToStakes(db, accidents.slice(0, counts.batch)),
    },
  ]),
]

const stakeContestants = (databases: readonly BenchDatabase[]): Contestant[] => [
  {
    name: 'ours',
    operations: counts.stakes,
    run: () =>
      stakes.reduce((sum, { road, stake }) => sum + stakeToPoint(bannerNetwork, road, stake)!.point[0], 0),
  },
  {
    name: 'turf along',
    operations: counts.turfStakes,
    run: () => shares.slice(0, counts.turfStakes).map((each) => turf.placeAt(each)),
  },
  ...databases.flatMap(({ name, db }): Contestant[] => [
    {
      name: `${name}: ST_LineInterpolatePoint batch`,
      operations: counts.batch,
      run: () => postgisPlacesAt(db, shares.slice(0, counts.batch)),
    },
    {
      name: `${name}: our SQL batch (ST_LocateAlong)`,
      operations: counts.batch,
      run: () => stakesToPoints(db, stakes.slice(0, counts.batch)),
    },
  ]),
]

const size = `${new Set(sections.map(({ road }) => road)).size} roads, ${sections.reduce((sum, each) => sum + each.longitudes.length - 1, 0)} segments`

async function locatePoints(databases: readonly BenchDatabase[]): Promise<Subject> {
  const notes = [size, ...(await agreementOnRoads(databases))]
  const timings = await takeTurns(pointContestants(databases), rounds)
  const fresh = timings[0]!
  return {
    title: 'Point → road, stake and offset',
    notes,
    timings,
    ratios: [
      ...timesAsFast(timings, 'ours', 'turf nearestPointOnLine', 1000),
      ...databases.flatMap(({ name }) => [
        ...timesAsFast(timings, 'ours', `${name}: PostGIS one by one`),
        ...timesAsFast(timings, 'ours', `${name}: PostGIS batch`, 1),
        ...timesAsFast(timings, `${name}: our SQL batch, every road in 2 km`, `${name}: PostGIS batch`),
      ]),
      {
        what: '100,000 accidents, network built anew: half a second ÷ the time',
        value: 500 / fresh.medianMs,
        aim: 1,
      },
    ],
  }
}

async function placeStakes(databases: readonly BenchDatabase[]): Promise<Subject> {
  const notes = [size, ...(await agreementOnPlaces(databases))]
  const timings = await takeTurns(stakeContestants(databases), rounds)
  return {
    title: 'Stake → point',
    notes,
    timings,
    ratios: [
      ...timesAsFast(timings, 'ours', 'turf along'),
      ...databases.flatMap(({ name }) => [
        ...timesAsFast(timings, 'ours', `${name}: ST_LineInterpolatePoint batch`, 1),
        ...timesAsFast(
          timings,
          `${name}: our SQL batch (ST_LocateAlong)`,
          `${name}: ST_LineInterpolatePoint batch`,
        ),
      ]),
    ],
  }
}

export async function runBench(databases: readonly BenchDatabase[]): Promise<Subject[]> {
  return [await locatePoints(databases), await placeStakes(databases)]
}
