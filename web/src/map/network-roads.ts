import type { Feature, MultiLineString } from 'geojson'
import type { RoadWithGeometry } from '../../../api/roads/road.schema.ts'
import type { NetworkSection, RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { Features } from './map-types.ts'
import { roadFacts } from './road-facts.ts'

/** The lines of the roads that have one, as the map draws them. */
export function roadFeatures(roads: readonly RoadWithGeometry[]): Features {
  const features = roads.flatMap((road): Feature<MultiLineString>[] => {
    const coordinates = road.sections.map((section) => section.coordinates)
    if (coordinates.length === 0) return []
    const { code, name, nameEn, confidence } = road
    const properties = { code, name, nameEn, confidence }
    return [{ type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } }]
  })
  return { type: 'FeatureCollection', features }
}

/** Degrees and metres below which nobody sees a difference: a decimetre. */
const degreeTolerance = 1e-6
const metreTolerance = 0.1

const isClose = (a: Float64Array, b: Float64Array) =>
  a.length === b.length && a.every((value, i) => Math.abs(value - b[i]!) < degreeTolerance)

function isSameCalibration(a: NetworkSection['calibration'], b: NetworkSection['calibration']): boolean {
  return (
    a.length === b.length &&
    a.every((piece, i) =>
      (['fromStake', 'toStake', 'fromMeasure', 'toMeasure'] as const).every(
        (key) => Math.abs(piece[key] - b[i]![key]) < metreTolerance,
      ),
    )
  )
}

function isSameSection(a: NetworkSection, b: NetworkSection | undefined): boolean {
  return (
    b !== undefined &&
    a.road === b.road &&
    a.sequence === b.sequence &&
    a.carriageway === b.carriageway &&
    isClose(a.longitudes, b.longitudes) &&
    isClose(a.latitudes, b.latitudes) &&
    isSameCalibration(a.calibration, b.calibration)
  )
}

const sorted = ({ sections }: RoadNetwork) =>
  [...sections].sort((a, b) => a.road.localeCompare(b.road) || a.sequence - b.sequence)

/** Whether two networks place every stake on the same spot: then the picture need not be drawn again. */
export function isSameNetwork(a: RoadNetwork, b: RoadNetwork): boolean {
  const [left, right] = [sorted(a), sorted(b)]
  return left.length === right.length && left.every((section, i) => isSameSection(section, right[i]))
}

/** Whether the drawn roads would be written and edged in the same way. */
export function isSameSigning(a: Features | null, b: Features): boolean {
  const [before, after] = [roadFacts(a), roadFacts(b)]
  return b.features.every(({ properties }) => {
    const code = String(properties?.['code'])
    return JSON.stringify(before(code)) === JSON.stringify(after(code))
  })
}
