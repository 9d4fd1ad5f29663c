import { compareFits, fitOf, type Fit } from './coordinate-hints.ts'
import { assumptionMessages, coordinateSystemNames } from './coordinate-messages.ts'
import type { CoordinateProposal } from './coordinate-reading.ts'
import type { ParsedCoordinate } from './coordinate.schema.ts'
import type { LonLat } from '../network/geodesy.ts'
import { pointToStakes } from '../network/linear-referencing.ts'
import type { RoadNetwork } from '../network/road-network.ts'
import { formatStake } from '../stakes/stake-format.ts'

export interface NamedPlace {
  readonly road: string
  readonly stake?: number
}

export interface FittedProposal {
  readonly proposal: CoordinateProposal
  readonly fit: Fit | undefined
}

/** Enough to choose from; the full list is at /api/locate. */
const mostCandidates = 3

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))
const roundedOrNull = (value: number | null) => (value === null ? null : rounded(value, 1))
const roundedPoint = (point: LonLat): [number, number] => [rounded(point[0], 7), rounded(point[1], 7)]

/** Whichever reading lies on the road that the record names goes first; without a drawn road the usual order stays. */
export function orderProposals(
  network: RoadNetwork,
  proposals: readonly CoordinateProposal[],
  named: NamedPlace | undefined,
): FittedProposal[] {
  const isDrawn = named !== undefined && network.sectionsByRoad.has(named.road)
  const fitted = proposals.map((proposal) => ({
    proposal,
    fit: isDrawn ? fitOf(network, named, proposal.point) : undefined,
  }))
  return fitted.sort((a, b) => (a.fit && b.fit ? compareFits(a.fit, b.fit) : 0))
}

function candidatesAt(network: RoadNetwork, point: LonLat): ParsedCoordinate['candidates'] {
  return pointToStakes(network, point)
    .slice(0, mostCandidates)
    .map((candidate) => ({
      ...candidate,
      stake: rounded(candidate.stake, 1),
      stakeText: formatStake(candidate.stake),
      offset: rounded(candidate.offset, 1),
      distance: rounded(candidate.distance, 1),
      point: roundedPoint(candidate.point),
    }))
}

/** A proposal as an officer sees it: the point, what was assumed in words, and the roads it would lie at. */
export function shownProposal(
  network: RoadNetwork,
  { proposal, fit }: FittedProposal,
  insideBanner: boolean,
): ParsedCoordinate {
  const { point, crs, given, form, precision, assumed } = proposal
  return {
    point: roundedPoint(point),
    crs,
    crsName: coordinateSystemNames[crs],
    given: [given[0], given[1]],
    form,
    precision: Number(precision.toPrecision(2)),
    assumed: assumed.map((code) => ({ code, message: assumptionMessages[code] })),
    insideBanner,
    candidates: candidatesAt(network, point),
    ...(fit && {
      roadDistance: roundedOrNull(fit.roadDistance),
      stakeDistance: roundedOrNull(fit.stakeDistance),
      fits: fit.fits,
    }),
  }
}
