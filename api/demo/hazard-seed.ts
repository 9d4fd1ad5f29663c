import type { FacilityKind } from '../facilities/facility-kinds.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import type { HazardType } from '../hazards/hazard-codes.ts'

/** Things placed at a hazard: `pieces` rows that share the quantity evenly. */
export interface ControlSeed {
  readonly kind: FacilityKind
  readonly quantity: number
  readonly pieces: number
  readonly unit?: string
  readonly lengthMetres?: number
  readonly legend?: string
  readonly side?: 'left' | 'right' | 'centre' | 'across'
  /** Metres before the hazard, as seen by the traffic: a sign that warns of it. */
  readonly ahead?: number
  /** On the road that joins the hazard's own, which no main line would bear. */
  readonly isOnSideRoad?: boolean
  /** State of the first rows, where it is not `working`. */
  readonly states?: readonly ('fault' | 'missing' | 'toRemove' | 'removed' | 'permanent')[]
}

export interface HazardSeed {
  /** Place in the list of the demonstration. */
  readonly item: number
  readonly road: string | null
  readonly roadName: string
  readonly from: number | null
  readonly to?: number
  readonly squad: string
  readonly township: string
  readonly title: string
  readonly types: readonly [HazardType, ...HazardType[]]
  readonly level: 1 | 2 | 3
  readonly description: string
  readonly analysis: string
  readonly advice: string
  readonly emergencyAdvice?: string
  readonly unit: string
  readonly regulator?: string
  readonly plan?: string
  readonly fundsWan?: string
  readonly status: HazardStatus
  readonly foundDaysAgo: number
  /** From the day of loading; negative is overdue. */
  readonly dueInDays: number
  readonly source?: '01' | '02' | '03' | '04' | '05'
  readonly flags?: readonly string[]
  readonly listing?: { readonly level: 2 | 3; readonly isGranted: boolean }
  readonly wasReturned?: boolean
  /** 拟办: a civilian has prepared the review. */
  readonly wasDrafted?: boolean
  /** 延期: from the present date, or already granted up to the present one. */
  readonly extension?: {
    readonly days: number
    readonly isGranted: boolean
    readonly isWinterPause?: boolean
  }
  readonly wasUrged?: boolean
  readonly wasRevisited?: boolean
  /** 重大 and yet never reported to the banner: something for the inspection to find. */
  readonly isUnreported?: boolean
  /** Signed for by word of mouth only. */
  readonly hasNoReceipt?: boolean
  readonly controls: readonly ControlSeed[]
  /** In the words of the list. */
  readonly controlText: string
  readonly progress?: string
}

const lamps = (quantity: number, rest: Partial<ControlSeed> = {}): ControlSeed => ({
  kind: 'solar_strobe',
  quantity,
  pieces: quantity,
  side: 'right',
  ...rest,
})
const signs = (quantity: number, legend: string, rest: Partial<ControlSeed> = {}): ControlSeed => ({
  kind: 'warning_sign',
  quantity,
  pieces: quantity,
  legend,
  side: 'right',
  ahead: 120,
  ...rest,
})
const posts = (quantity: number, pieces: number, rest: Partial<ControlSeed> = {}): ControlSeed => ({
  kind: 'marker_post',
  quantity,
  pieces,
  side: 'right',
  ...rest,
})
const bumps = (quantity: number, lengthMetres: number, rest: Partial<ControlSeed> = {}): ControlSeed => ({
  kind: 'speed_bump',
  quantity,
  pieces: quantity,
  lengthMetres,
  side: 'across',
  ...rest,
})
const mirrors = (quantity: number): ControlSeed => ({
  kind: 'convex_mirror',
  quantity,
  pieces: quantity,
  side: 'right',
})

/** 五小: what a minor junction gets, a row of posts, a sign, bumps, a mirror and a lamp. */
const fiveSmall = (sets: number): ControlSeed[] => [
  posts(8 * sets, sets),
  signs(sets, '注意横向来车'),
  bumps(2 * sets, 14 * sets, { isOnSideRoad: true }),
  mirrors(sets),
  lamps(sets),
]

export const control = { lamps, signs, posts, bumps, mirrors, fiveSmall }
