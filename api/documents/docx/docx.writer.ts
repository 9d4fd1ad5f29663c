import { setImmediate as breathe } from 'node:timers/promises'
import { strToU8 } from 'fflate'
import type { Paper, Picture, WritePaper, Writing } from '../paper.ts'
import { hasFoot, withNeighbours } from '../typesetting/with-neighbours.ts'
import { type Archive, openArchive, packedPart } from './archive.writer.ts'
import { type Child, childrenOf, tableXml, xmlOf } from './body.writer.ts'
import { makeSkeleton } from './skeleton.writer.ts'

/** Paragraphs and tables that are made at a time. */
const childrenEach = 30
const imageRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** Each piece of the text counts its pictures from one; in the whole they go on counting. */
function renumbered(xml: string, pictures: number): string {
  let picture = pictures
  return xml
    .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${(picture += 1)}"`)
    .replace(/ r:embed="rId\d+"/g, () => ` r:embed="picture${(pictures += 1)}"`)
}

const partOf = (type: Picture['type'], number: number) => `media/picture${number}.${type}`

interface Piece {
  readonly xml: string
  readonly pictures: readonly Picture[]
}

/** The text piece by piece, each with the pictures that stand in it. */
async function* piecesOf(paper: Paper, { signal, onBlock, onRow }: Writing): AsyncGenerator<Piece> {
  let children: Child[] = []
  let pictures: Picture[] = []
  let [written, rows] = [0, 0]
  const piece = async () => {
    const made = { xml: children.length > 0 ? await xmlOf(children) : '', pictures }
    children = []
    pictures = []
    return made
  }
  for await (const placed of withNeighbours(paper.blocks)) {
    const { block } = placed
    signal?.throwIfAborted()
    if (block.kind === 'table') {
      yield await piece()
      for await (const { xml, count } of tableXml(block, paper.layout, hasFoot(placed))) {
        yield { xml, pictures: [] }
        onRow?.((rows += count))
      }
    } else {
      children.push(...childrenOf(placed, paper.layout))
      if (block.kind === 'pictures') pictures.push(...block.pictures)
      if (children.length >= childrenEach) yield await piece()
    }
    onBlock?.((written += 1))
  }
  yield await piece()
}

/** Read one by one: no more than one photo is ever held. */
async function* photosOf(pictures: readonly Picture[], from: number, archive: Archive, signal?: AbortSignal) {
  for (const [index, { type, read }] of pictures.entries()) {
    signal?.throwIfAborted()
    archive.add(`word/${partOf(type, from + index + 1)}`, await read(), 'stored')
    yield* archive.taken()
  }
}

/** Word would refuse pictures whose ending it is not told of. */
function contentTypes(xml: string): string {
  const missing = [
    ['jpg', 'image/jpeg'],
    ['png', 'image/png'],
  ].filter(([ending]) => !xml.includes(`Extension="${ending}"`))
  const defaults = missing.map(([ending, type]) => `<Default ContentType="${type}" Extension="${ending}"/>`)
  return xml.replace(/(<Types[^>]*>)/, `$1${defaults.join('')}`)
}

export const writeDocx: WritePaper = async function* (paper, writing = {}) {
  const skeleton = await makeSkeleton(paper)
  const archive = openArchive()
  const types = '[Content_Types].xml'
  const { [types]: listed, ...parts } = skeleton.parts
  archive.add(types, strToU8(contentTypes(new TextDecoder().decode(listed))))
  for (const [name, bytes] of Object.entries(parts)) archive.add(name, bytes)
  const text = packedPart('word/document.xml')
  text.push(skeleton.before)
  const relations: string[] = []
  for await (const { xml, pictures } of piecesOf(paper, writing)) {
    writing.signal?.throwIfAborted()
    const before = relations.length
    text.push(renumbered(xml, before))
    for (const { type } of pictures) {
      const number = relations.length + 1
      relations.push(
        `<Relationship Id="picture${number}" Type="${imageRelation}" Target="${partOf(type, number)}"/>`,
      )
    }
    yield* photosOf(pictures, before, archive, writing.signal)
    await breathe()
  }
  text.push(skeleton.behind)
  archive.addPacked(text)
  const related = skeleton.relations.replace('</Relationships>', `${relations.join('')}</Relationships>`)
  archive.add('word/_rels/document.xml.rels', strToU8(related))
  archive.end()
  yield* archive.taken()
}
