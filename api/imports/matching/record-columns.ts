import type { RoadNetwork } from '../../roads/network/road-network.ts'
import type { Stretch } from '../../roads/road.schema.ts'
import type { Finding } from '../import-types.ts'

/** A road as records are placed by it. */
export interface PlacingRoad {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly fromStake: number | null
  readonly toStake: number | null
  readonly township: string | null
}

export interface PlacingGround {
  /** The network as it held on a day: an old record is placed by the kilometre posts of its time. */
  readonly networkOn: (day: string) => RoadNetwork
  readonly roads: readonly PlacingRoad[]
  readonly squadStretches: readonly Stretch[]
  readonly townshipStretches: readonly Stretch[]
}

export type Columns = Readonly<Record<string, unknown>>

/** A row of the file in the columns of its table. */
export interface RecordColumns {
  /** What the file says. */
  readonly said: Columns
  /** What a new record needs beside it. */
  readonly filled: Columns
  /** Fields that must be put right before the row can become a record. */
  readonly blocking: readonly string[]
  readonly findings: readonly Finding[]
  /** What tells the record: its number, or what stands for one. */
  readonly key: string | null
  readonly occurredAt: string | null
}
