import type { Tags } from '../../roads/geometry-import/osm-way.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'

export interface OsmWay {
  readonly id: number
  readonly tags: Tags
  readonly nodes: readonly number[]
}

export interface OsmRelation {
  readonly tags: Tags
  /** Only the members that are ways. */
  readonly ways: readonly number[]
}

/** Of millions of nodes a few thousand: the others are not even turned into degrees. */
export interface NodeVisitor {
  readonly wanted: ReadonlySet<number>
  readonly visit: (id: number, point: LonLat) => void
}

/** What one pass over a file is to tell; what it does not ask for is skipped unread. */
export interface OsmVisitor {
  readonly node?: NodeVisitor
  readonly way?: (way: OsmWay) => void
  readonly relation?: (relation: OsmRelation) => void
}

/** One pass over a file from its beginning, in pieces: a province does not fit into memory. */
export type OsmScan = (visitor: OsmVisitor) => Promise<void>
