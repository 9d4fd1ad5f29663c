import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { NodeVisitor, OsmScan, OsmVisitor } from './osm-scan.ts'

/** The element whose tags and members are being read. */
interface Open {
  readonly name: 'way' | 'relation'
  readonly id: number
  readonly tags: Record<string, string>
  readonly members: number[]
}

function isDeleted({ attributes }: SaxesTagPlain): boolean {
  return attributes.visible === 'false' || attributes.action === 'delete'
}

function readInto(open: Open, { name, attributes }: SaxesTagPlain): void {
  if (name === 'tag' && attributes.k !== undefined) open.tags[attributes.k] = attributes.v ?? ''
  else if (name === 'nd' && open.name === 'way') open.members.push(Number(attributes.ref))
  else if (name === 'member' && open.name === 'relation' && attributes.type === 'way')
    open.members.push(Number(attributes.ref))
}

function readNode(tag: SaxesTagPlain, visitor: NodeVisitor | undefined): void {
  const { id, lon, lat } = tag.attributes
  if (visitor?.wanted.has(Number(id)) && !isDeleted(tag))
    visitor.visit(Number(id), [Number(lon), Number(lat)])
}

function visitClosed({ name, id, tags, members }: Open, visitor: OsmVisitor): void {
  if (name === 'way') visitor.way?.({ id, tags, nodes: members })
  else visitor.relation?.({ tags, ways: members })
}

function parserFor(visitor: OsmVisitor): SaxesParser {
  const parser = new SaxesParser()
  let open: Open | undefined
  let isFirst = true
  parser.on('opentag', (tag) => {
    if (isFirst && tag.name !== 'osm') throw new Error(`<${tag.name}>`)
    isFirst = false
    const { name, attributes } = tag
    if (name === 'node') readNode(tag, visitor.node)
    else if ((name === 'way' || name === 'relation') && visitor[name] && !isDeleted(tag))
      open = { name, id: Number(attributes.id), tags: {}, members: [] }
    else if (open) readInto(open, tag)
  })
  parser.on('closetag', ({ name }) => {
    if (open?.name !== name) return
    visitClosed(open, visitor)
    open = undefined
  })
  parser.on('error', (error) => {
    throw error
  })
  return parser
}

/** OpenStreetMap XML, packed with gzip or not; ids made by JOSM are negative and as good as others. */
export function scanOsmXml(file: string, isPacked: boolean): OsmScan {
  return async (visitor) => {
    const parser = parserFor(visitor)
    const decoder = new TextDecoder()
    const parse = async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }))
      parser.close()
    }
    const source = createReadStream(file)
    await (isPacked ? pipeline(source, createGunzip(), parse) : pipeline(source, parse))
  }
}
