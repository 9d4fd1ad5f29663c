import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson'
import { facilityLooks, type FacilityFacts } from './facility-look.ts'
import { hazardRing } from './hazard-style.ts'
import { foremostRank } from './hotspot-style.ts'
import { midpointOf } from './line-middle.ts'
import type { Features, MapFeature } from './map-types.ts'
import { roadClass, roadWidths } from './road-style.ts'
import { roadFacts } from './road-facts.ts'
import { shippedSections } from './shipped-roads.ts'

type Placed = Feature<Geometry>
type Collection<Shape extends Geometry = Geometry> = FeatureCollection<Shape>

const isPlaced = (feature: MapFeature): feature is Placed => feature.geometry !== null
const collection = <Shape extends Geometry>(features: Feature<Shape>[]): Collection<Shape> => ({
  type: 'FeatureCollection',
  features,
})

/** Lines to draw, each with its class and whether it is a sketch. */
export function roadLines(roads: Features | null): Collection {
  const lines = roads ?? (shippedSections as Features)
  const factsOf = roadFacts(roads)
  return collection(
    lines.features.filter(isPlaced).map((feature) => {
      const { road, code = road } = (feature.properties ?? {}) as Record<string, unknown>
      const text = String(code ?? '')
      const kind = roadClass(text)
      const properties = {
        code: text,
        class: kind,
        width: roadWidths[kind],
        isSketch: factsOf(text).isSketch,
      }
      return { ...feature, properties }
    }),
  )
}

function pointsOf(features: Features): Feature<Point>[] {
  return features.features.flatMap((feature) => {
    const middle = feature.geometry ? midpointOf(feature.geometry) : undefined
    if (!middle) return []
    return [{ ...feature, geometry: { type: 'Point' as const, coordinates: middle } }]
  })
}

/** The symbol of a hazard on a stretch stands at its middle. */
export function hazardPoints(hazards: Features): Collection<Point> {
  return collection(pointsOf(hazards).map((feature) => ({ ...feature, properties: hazardLook(feature) })))
}

export function hazardStretches(hazards: Features): Collection {
  const stretches = hazards.features.filter(isPlaced).filter(({ geometry }) => geometry.type !== 'Point')
  return collection(stretches.map((feature) => ({ ...feature, properties: hazardLook(feature) })))
}

function hazardLook({ properties }: MapFeature) {
  const { id, status, level, overdueDays } = properties as Record<string, number | null | undefined>
  const overdue = (overdueDays ?? 0) > 0
  const ring = hazardRing(status ?? 10, overdueDays ?? 0)
  const flag = ring === 'overdue' && overdue ? 'overdue' : 'running'
  const rank = { overdue: 5, remedying: 4, taken: 3, waiting: 2, closed: 1 }[ring]
  return {
    id,
    ring,
    symbol: `${status ?? 10}:${level ?? 1}:${flag}`,
    order: rank + (level ?? 1) * 0.1,
    isClosed: ring === 'closed',
  }
}

/** All that have a place, each with how it is drawn there. */
export function drawnFacilities(facilities: Features, network: RoadNetwork): Feature<Point>[] {
  const points = pointsOf(facilities)
  const placed = points.map(({ properties, geometry }) => ({
    ...(properties as FacilityFacts),
    point: geometry.coordinates,
  }))
  const looks = facilityLooks(network, placed)
  return points.map(({ geometry }, i) => ({ type: 'Feature', geometry, properties: { ...looks[i]! } }))
}

const isRemoved = ({ properties }: Feature<Point>) => properties?.['state'] === 'removed'

/** What stands, is missed or is planned: the pieces that count. */
export function facilityPoints(facilities: Features, network: RoadNetwork): Collection<Point> {
  return collection(drawnFacilities(facilities, network).filter((point) => !isRemoved(point)))
}

/** What was taken away is shown where it was, and counted nowhere. */
export function removedFacilityPoints(facilities: Features, network: RoadNetwork): Collection<Point> {
  return collection(drawnFacilities(facilities, network).filter(isRemoved))
}

export function accidentPoints(accidents: Features): Collection<Point> {
  return collection(pointsOf(accidents))
}

const rankOf = ({ properties }: MapFeature) => Number((properties as { rank?: unknown } | null)?.rank ?? 0)

/** Bands from the last rank to the first, so that the worst lies on top; the key is the site's id or, without one, its rank. */
export function hotspotLines(hotspots: Features): Collection {
  return collection(
    hotspots.features.filter(isPlaced).map((feature) => ({ ...feature, properties: hotspotLook(feature) })),
  )
}

export function hotspotPoints(hotspots: Features): Collection<Point> {
  return collection(pointsOf(hotspots).map((feature) => ({ ...feature, properties: hotspotLook(feature) })))
}

function hotspotLook(feature: MapFeature) {
  const properties = feature.properties as Record<string, unknown>
  const rank = rankOf(feature)
  return { ...properties, id: String(properties['id'] ?? rank), rank, isForemost: rank <= foremostRank }
}
