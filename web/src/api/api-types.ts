import type { Severity } from '../../../api/accidents/severity.ts'
import type { FeatureCollection, Geometry, MultiLineString } from 'geojson'
import type { z } from 'zod'
import type { StakeCandidate } from '../../../api/roads/road.schema.ts'
import type { SearchAnswer as SearchAnswerSchema } from '../../../api/search/search.schema.ts'
import type { PlaceInput as PlaceInputSchema } from '../../../api/locating/locating.schema.ts'
import type { DensityFeatures } from '../../../api/hotspots/density/density-features.ts'
import type { ScreeningCluster, ScreeningRun, ScreeningSite } from '../../../api/hotspots/screening.schema.ts'

export type { Accident, Brief } from '../../../api/accidents/accident.schema.ts'
export type { Area, Squad, Unit } from '../../../api/areas/area.schema.ts'
export type { RoadWithGeometry as Road } from '../../../api/roads/road.schema.ts'
export type { AuditEntry, AuditList, Verification } from '../../../api/audit/audit.schema.ts'
export type {
  Inspection,
  InspectionCheck,
  InspectionItem,
} from '../../../api/inspection/inspection.schema.ts'
export type { Health } from '../../../api/http/health.schema.ts'
export type { SessionAnswer, SignIn } from '../../../api/auth/auth.schema.ts'
export type { Advice, RunAdvice, ShortAdvice } from '../../../api/gaps/advice/advice.schema.ts'
export type { FacilityThere, Gap, GapList, Proposal } from '../../../api/gaps/gap.schema.ts'
export type {
  Facility,
  FacilityPatch,
  NewFacility,
  PlacedFacility,
} from '../../../api/facilities/facility.schema.ts'
export type { Hazard, HazardStep, NewHazard, TransitionRequest } from '../../../api/hazards/hazard.schema.ts'
export type { Evaluation } from '../../../api/hotspots/evaluation/evaluation.schema.ts'
export type { TrafficVolume } from '../../../api/hotspots/traffic/traffic-volume.schema.ts'
export type { DensityCluster } from '../../../api/hotspots/density/density.schema.ts'
export type { OwnDefinition, PresetList, PresetView } from '../../../api/hotspots/preset.schema.ts'
export type {
  RankedPlace,
  ScreeningCluster,
  ScreeningComparison,
  ScreeningOrder,
  ScreeningRun,
  ScreeningSite,
} from '../../../api/hotspots/screening.schema.ts'

export type { LocatingItem, LocatingList, ReviewedItem } from '../../../api/locating/locating.schema.ts'

export type { Patrol, PatrolStop, LooseStop, PatrolRoad } from '../../../api/patrol/patrol.schema.ts'
export type { HazardsThen, Surroundings } from '../../../api/surroundings/surroundings.schema.ts'
export type { ToDoItem, ToDoList } from '../../../api/to-do/to-do.schema.ts'

export type SearchAnswer = z.infer<typeof SearchAnswerSchema>
export type PlaceInput = z.input<typeof PlaceInputSchema>
export type Calibre = ScreeningRun['calibre']
export type PresetId = ScreeningRun['preset']
export type Side = 'left' | 'right' | 'centre' | 'across'
export type Direction = 'increasing' | 'decreasing' | 'both'

export type Candidate = z.infer<typeof StakeCandidate>

/** A GeoJSON answer that says how many of the records it could draw. */
export interface LocatedCollection<Properties> extends FeatureCollection<Geometry | null, Properties> {
  readonly located?: number
  readonly total?: number
}

export interface AccidentProperties {
  readonly id: string
  readonly accidentNo: string
  readonly occurredAt: string
  readonly severity: Severity
  readonly killed: number
  readonly injured: number
}

export interface FourIndices {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
}

export interface FourIndicesAnswer {
  readonly calibre: Calibre
  readonly from: string
  readonly to: string
  readonly current: FourIndices
}

export type DensityCollection = DensityFeatures

export type HotspotCollection = FeatureCollection<MultiLineString, ScreeningSite> & {
  readonly screening: ScreeningRun
  /** Off the network. */
  readonly clusters: readonly ScreeningCluster[]
}

export interface ListOf<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string | null
}
