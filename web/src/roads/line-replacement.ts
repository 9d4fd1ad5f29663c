import type { MultiPolygon, Polygon } from 'geojson'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import type { ImportRefusal, RoadImportPlan } from '../../../api/roads/geometry-import/import-plan.ts'
import type { Road } from '../api/api-types.ts'
import type { NewSections } from '../api/road-types.ts'

export type FilePlan =
  | {
      readonly ok: true
      readonly plan: RoadImportPlan
      readonly report: readonly { zh: string; en: string }[]
    }
  | { readonly ok: false; readonly refusal: ImportRefusal | 'notGeoJson' | 'notDegrees' }

/** The outline of the banner is a sketch, good to half a kilometre. */
const margin = 500

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** "107.98,39.10", also with a Chinese comma; null for nothing, undefined for something else. */
export function startIn(text: string): LonLat | null | undefined {
  if (text.trim() === '') return null
  const match = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,2}(?:\.\d+)?)\s*$/.exec(text)
  return match ? [Number(match[1]), Number(match[2])] : undefined
}

/** What a file would make of a road. The planner is fetched only by who uses it. */
export async function planFile(
  text: string,
  road: Road,
  { banner, start }: { readonly banner: Polygon | MultiPolygon | undefined; readonly start: LonLat | null },
): Promise<FilePlan> {
  const [{ waysOfGeoJson }, { planRoadImport }, { ringsOf }, { reportOf }] = await Promise.all([
    import('../../../api/roads/geometry-import/geojson-ways.ts'),
    import('../../../api/roads/geometry-import/plan-road-import.ts'),
    import('../../../api/roads/geometry-import/clip-lines.ts'),
    import('../../../api/road-editing/line-import/import-roads-report.ts'),
  ])
  const read = waysOfGeoJson(parsed(text))
  if (!read.ok) return read
  const plan = planRoadImport(read.ways, road, {
    outline: banner && { rings: ringsOf(banner), margin },
    start: start ?? undefined,
  })
  if (plan.status === 'refused') return { ok: false, refusal: plan.refusal }
  const report = reportOf(plan, { accidents: 0, hazards: 0, facilities: 0 })
  // How many records follow is told by the service once it is done, and is the last line of the report.
  return { ok: true, plan, report: plan.status === 'ready' ? report.slice(0, -1) : report }
}

/** The plan as it is sent; its anchors are those that hold on the new line. */
export function sectionsOf(
  { sections }: RoadImportPlan,
  source: string,
): Pick<NewSections, 'sections' | 'keepAnchors'> {
  return {
    keepAnchors: false,
    sections: sections.map(({ sequence, carriageway, fromStake, toStake, coordinates, anchors }) => ({
      sequence,
      carriageway,
      fromStake,
      toStake,
      coordinates: coordinates.map(([lon, lat]): [number, number] => [lon, lat]),
      source: source.slice(0, 200),
      anchors: anchors.map(({ stake, point, method, note }) => ({
        stake,
        lon: point[0],
        lat: point[1],
        method,
        note,
      })),
    })),
  }
}
