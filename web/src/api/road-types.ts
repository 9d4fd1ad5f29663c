import type { z } from 'zod'
import type {
  ChangedRoad as ChangedRoadSchema,
  Ending as EndingSchema,
  NewAnchor as NewAnchorSchema,
  NewChainBreak as NewChainBreakSchema,
  NewRoad as NewRoadSchema,
  NewSections as NewSectionsSchema,
  RoadPatch as RoadPatchSchema,
  SectionStakes as SectionStakesSchema,
} from '../../../api/road-editing/road-editing.schema.ts'

export type { MovedRecords } from '../../../api/road-editing/road-editing.schema.ts'
export type { RoadHistoryItem } from '../../../api/roads/road-history.schema.ts'
export type { AdminGrade, ChainBreak, RoadSection, StakeAnchor } from '../../../api/roads/road.schema.ts'

// Requests as they are sent: the service fills in what may be left out.
export type ChangedRoad = z.infer<typeof ChangedRoadSchema>
export type NewRoad = z.input<typeof NewRoadSchema>
export type RoadPatch = z.input<typeof RoadPatchSchema>
export type NewAnchor = z.input<typeof NewAnchorSchema>
export type NewChainBreak = z.input<typeof NewChainBreakSchema>
export type SectionStakesInput = z.input<typeof SectionStakesSchema>
export type NewSections = z.input<typeof NewSectionsSchema>
export type Ending = z.input<typeof EndingSchema>
