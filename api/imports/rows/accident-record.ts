import type { RoadName, StakeContext } from '../../roads/stakes/stake-reading.ts'
import type { TailOf } from '../cells/read-record-number.ts'
import type { AreaName, SquadName } from '../cells/read-names.ts'
import type { CoordinateSystem } from '../../roads/coordinates/coordinates.ts'
import type { RowPlace } from './row-place.ts'

export type Procedure = 'general' | 'simple' | 'self'

/** What a row says about an accident, in the names of the accident's own fields. What it does not say is absent. */
export interface AccidentValues extends RowPlace {
  accidentNo?: string
  regNo?: string
  statNo?: string
  procedure?: Procedure
  isStatistical?: boolean
  /** 9 is in no statistics. */
  recordType?: number
  /** Asia/Shanghai, with its offset. */
  occurredAt?: string
  timePrecision?: 'minute' | 'hour' | 'day'
  /** When the source last changed the record: of two that differ the newer is proposed. */
  updatedAt?: string
  stake?: number
  locating?: 'unlocated' | 'stake' | 'manual' | 'coordinate'
  township?: string
  squad?: string
  handlingUnit?: string
  killedScene?: number
  /** Within 7 days. */
  killed?: number
  killed30d?: number
  injured?: number
  seriouslyInjured?: number
  lossYuan?: number
  motorCount?: number
  nonMotorCount?: number
  pedestrianCount?: number
  form?: string
  collision?: string
  objectHit?: string
  causeClass?: string
  cause?: string
  weather?: string
  visibility?: string
  light?: string
  surfaceState?: string
  surfaceCondition?: string
  terrain?: string
  alignment?: string
  siteType?: string
  roadSafetyAttribute?: string
  hitAndRun?: boolean
  hazardousGoods?: boolean
  keyVehicles?: readonly string[]
  /** Masked. */
  brief?: string
  /** Time, place and loss: tells the record where its number was lost. */
  fingerprint?: string
}

export interface AccidentRowContext {
  readonly sheet: string
  readonly roads: readonly RoadName[]
  readonly bearingAt?: StakeContext['bearingAt']
  readonly squads: readonly SquadName[]
  readonly areas: readonly AreaName[]
  /** What whoever imports the file declared; a column of the file goes before it. */
  readonly crs?: CoordinateSystem | undefined
  readonly now: Date
  /** 一般 and 简易 come as files of their own, which rarely say it in the row. */
  readonly procedure?: Procedure | undefined
  readonly fileIs1904?: boolean | undefined
  /** For a row read again, away from its sheet: how numbers end that are not to be judged by their neighbours. */
  readonly tailOf?: TailOf | undefined
}
