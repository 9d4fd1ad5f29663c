import { PbfReader } from 'pbf'
import type { LonLat } from '../../roads/network/geodesy.ts'
import type { NodeVisitor, OsmVisitor } from './osm-scan.ts'

// Field numbers are those of osmformat.proto; what we do not need is skipped by its length.

interface Block {
  readonly strings: readonly string[]
  /** Where the groups of entities begin in the block; read once the strings and the grid are known. */
  readonly groups: readonly number[]
  readonly granularity: number
  readonly latitudeOffset: number
  readonly longitudeOffset: number
}

/** One message at the reader's place: `read` is called for each of its fields. */
function eachField(reader: PbfReader, read: (field: number) => void): void {
  const end = reader.readVarint() + reader.pos
  for (let field = reader.nextField(end); field; field = reader.nextField(end)) read(field)
}

function readStrings(reader: PbfReader): string[] {
  const strings: string[] = []
  eachField(reader, (field) => {
    if (field === 1) strings.push(reader.readString())
  })
  return strings
}

function readHeadOfBlock(reader: PbfReader): Block {
  let strings: string[] = []
  const groups: number[] = []
  let [granularity, latitudeOffset, longitudeOffset] = [100, 0, 0]
  for (let field = reader.nextField(); field; field = reader.nextField()) {
    if (field === 1) strings = readStrings(reader)
    else if (field === 2) groups.push(reader.pos)
    else if (field === 17) granularity = reader.readVarint(true)
    else if (field === 19) latitudeOffset = reader.readVarint(true)
    else if (field === 20) longitudeOffset = reader.readVarint(true)
  }
  return { strings, groups, granularity, latitudeOffset, longitudeOffset }
}

function running(deltas: readonly number[]): number[] {
  let sum = 0
  return deltas.map((delta) => (sum += delta))
}

/** Stored in nanodegrees on a grid. */
function pointOf(block: Block, longitude: number, latitude: number): LonLat {
  const degrees = (offset: number, steps: number) =>
    Number(((offset + block.granularity * steps) * 1e-9).toFixed(9))
  return [degrees(block.longitudeOffset, longitude), degrees(block.latitudeOffset, latitude)]
}

function readNode(reader: PbfReader, block: Block, { wanted, visit }: NodeVisitor): void {
  let [id, latitude, longitude] = [0, 0, 0]
  eachField(reader, (field) => {
    if (field === 1) id = reader.readSVarint()
    else if (field === 8) latitude = reader.readSVarint()
    else if (field === 9) longitude = reader.readSVarint()
  })
  if (wanted.has(id)) visit(id, pointOf(block, longitude, latitude))
}

function readDenseNodes(reader: PbfReader, block: Block, { wanted, visit }: NodeVisitor): void {
  let [ids, latitudes, longitudes]: number[][] = [[], [], []]
  eachField(reader, (field) => {
    if (field === 1) ids = reader.readPackedSVarint()
    else if (field === 8) latitudes = reader.readPackedSVarint()
    else if (field === 9) longitudes = reader.readPackedSVarint()
  })
  let [id, latitude, longitude] = [0, 0, 0]
  for (let i = 0; i < ids!.length; i++) {
    id += ids![i]!
    latitude += latitudes![i]!
    longitude += longitudes![i]!
    if (wanted.has(id)) visit(id, pointOf(block, longitude, latitude))
  }
}

interface Entity {
  readonly id: number
  readonly tags: Record<string, string>
  /** Field 8 of a way, 9 of a relation: ids as differences. */
  readonly references: readonly number[]
  readonly types: readonly number[]
}

function readEntity(reader: PbfReader, { strings }: Block, referenceField: 8 | 9): Entity {
  let [keys, values, references, types]: number[][] = [[], [], [], []]
  let id = 0
  eachField(reader, (field) => {
    if (field === 1) id = reader.readVarint(true)
    else if (field === 2) keys = reader.readPackedVarint()
    else if (field === 3) values = reader.readPackedVarint()
    else if (field === referenceField) references = reader.readPackedSVarint()
    else if (field === 10 && referenceField === 9) types = reader.readPackedVarint()
  })
  const tags = Object.fromEntries(keys!.map((key, i) => [strings[key]!, strings[values![i]!]!]))
  return { id, tags, references: running(references!), types: types! }
}

const memberIsWay = 1

function readGroup(reader: PbfReader, block: Block, visitor: OsmVisitor): void {
  eachField(reader, (field) => {
    if (field === 1 && visitor.node) readNode(reader, block, visitor.node)
    else if (field === 2 && visitor.node) readDenseNodes(reader, block, visitor.node)
    else if (field === 3 && visitor.way) {
      const { id, tags, references } = readEntity(reader, block, 8)
      visitor.way({ id, tags, nodes: references })
    } else if (field === 4 && visitor.relation) {
      const { tags, references, types } = readEntity(reader, block, 9)
      visitor.relation({ tags, ways: references.filter((_, i) => types[i] === memberIsWay) })
    }
  })
}

/** An unpacked OSMData blob. */
export function visitBlock(bytes: Uint8Array, visitor: OsmVisitor): void {
  const reader = new PbfReader(bytes)
  const block = readHeadOfBlock(reader)
  for (const group of block.groups) {
    reader.pos = group
    readGroup(reader, block, visitor)
  }
}

/** What a reader must understand to read the file, from an unpacked OSMHeader blob. */
export function requiredFeatures(bytes: Uint8Array): string[] {
  const reader = new PbfReader(bytes)
  const features: string[] = []
  for (let field = reader.nextField(); field; field = reader.nextField())
    if (field === 4) features.push(reader.readString())
  return features
}
