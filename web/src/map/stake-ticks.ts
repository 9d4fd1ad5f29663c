import type { Feature, FeatureCollection, Point } from 'geojson'
import { stakeToPoints } from '../../../api/roads/network/linear-referencing.ts'
import { degreeLength, type LonLat } from '../../../api/roads/network/geodesy.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'

export interface StakeTick {
  readonly road: string
  readonly stake: number
  readonly label: string
  /** The roundest step this stake belongs to, in metres: 50000, 10000, 5000, 1000, 500 or 100. */
  readonly step: number
  /** Clockwise degrees from north in which the road runs, folded into 0–180: a tick has no front. */
  readonly bearing: number
}

export type StakeTicks = FeatureCollection<Point, StakeTick>

const steps = [50_000, 10_000, 5_000, 1_000, 500, 100] as const
const finestStep = 100
/** Metres ahead and behind over which the bearing is taken, so that one kinked vertex does not turn the tick. */
const bearingReach = 60

export const stepOf = (stake: number): number => steps.find((step) => stake % step === 0) ?? finestStep

/** Whole kilometres as K1046, between them +500 only: the kilometre is read from the neighbours. */
export function tickLabel(stake: number): string {
  const metres = stake % 1000
  return metres === 0 ? `K${stake / 1000}` : `+${String(metres).padStart(3, '0')}`
}

function bearingBetween(from: LonLat, to: LonLat): number {
  const degree = degreeLength((from[1] + to[1]) / 2)
  const turn = Math.atan2((to[0] - from[0]) * degree.east, (to[1] - from[1]) * degree.north)
  return ((turn * 180) / Math.PI + 360) % 180
}

interface Placed {
  readonly section: number
  readonly point: LonLat
}

function pointInSection(
  network: RoadNetwork,
  road: string,
  stake: number,
  section: number,
): Placed | undefined {
  return stakeToPoints(network, road, stake).find((place) => place.section === section)
}

function tickAt(network: RoadNetwork, road: string, stake: number): Feature<Point, StakeTick>[] {
  return stakeToPoints(network, road, stake).map(({ point, section }) => {
    const behind = pointInSection(network, road, stake - bearingReach, section)?.point ?? point
    const ahead = pointInSection(network, road, stake + bearingReach, section)?.point ?? point
    return {
      type: 'Feature',
      properties: {
        road,
        stake,
        label: tickLabel(stake),
        step: stepOf(stake),
        bearing: Math.round(bearingBetween(behind, ahead)),
      },
      geometry: { type: 'Point', coordinates: [...point] },
    }
  })
}

/** Every hundred metres of every road, placed by linear reference: where the stakes run, not where the line is long. */
export function stakeTicks(network: RoadNetwork): StakeTicks {
  const features: Feature<Point, StakeTick>[] = []
  for (const [road, sections] of network.sectionsByRoad) {
    if (sections.length === 0) continue
    const from = Math.min(...sections.map(({ fromStake }) => fromStake))
    const to = Math.max(...sections.map(({ toStake }) => toStake))
    for (let stake = Math.ceil(from / finestStep) * finestStep; stake <= to; stake += finestStep)
      features.push(...tickAt(network, road, stake))
  }
  return { type: 'FeatureCollection', features }
}
