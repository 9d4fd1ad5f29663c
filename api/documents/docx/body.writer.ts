import { Document, type Paragraph, type Table as WordTable } from 'docx'
import { strFromU8 } from 'fflate'
import type { PaperLayout, Table } from '../paper.ts'
import { isLast, type Placed } from '../typesetting/with-neighbours.ts'
import { letterhead } from './letterhead.writer.ts'
import { gapOf, pageBreak, styled } from './paragraphs.writer.ts'
import { pictureTable } from './pictures.writer.ts'
import { bodyOf, unpackDocument } from './skeleton.writer.ts'
import { formTable, tablePieces } from './tables.writer.ts'
import { attachments, copies, cutLine, heading, paragraph, signature, spread, title } from './texts.writer.ts'

export type Child = Paragraph | WordTable

/** Rows that are made at a time: enough to be quick, few enough that none waits long for another. */
const rowsEach = 100

/** Of all blocks but tables, which are made in pieces. */
export function childrenOf(placed: Placed, layout: PaperLayout): Child[] {
  const { block, previous, next } = placed
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block, layout)
    case 'title':
      return [title(block.text, layout), ...(layout === 'letter' ? [styled('body', '')] : [gapOf(8)])]
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return [paragraph(block)]
    case 'attachments':
      return attachments(block, layout)
    case 'signature':
      return signature(block, layout)
    case 'copies':
      return [copies(block, layout, isLast(placed))]
    case 'cutLine':
      return [cutLine(block, layout)]
    case 'note':
      return [styled('note', block.text)]
    case 'spread':
      return [spread(block, layout, next?.kind === 'note')]
    case 'form':
      return [formTable(block, layout, previous?.kind === 'cutLine'), gapOf(6)]
    case 'pictures':
      return block.pictures.length > 0 ? [pictureTable(block, layout), gapOf(6)] : []
    case 'pageBreak':
      return [pageBreak()]
    case 'table':
      return []
  }
}

export async function xmlOf(children: readonly Child[]): Promise<string> {
  const parts = await unpackDocument(new Document({ sections: [{ children }] }))
  return bodyOf(strFromU8(parts['word/document.xml']!)).text
}

const tableEnd = '</w:tbl>'

/** A table of many rows as one element: the pieces behind the first give only their rows. */
export async function* tableXml(
  block: Table,
  layout: PaperLayout,
  hasFoot: boolean,
): AsyncGenerator<{ readonly xml: string; readonly count: number }> {
  let isFirst = true
  for (const { piece, count } of tablePieces(block, layout, rowsEach, hasFoot)) {
    const xml = await xmlOf([piece])
    yield { xml: xml.slice(isFirst ? 0 : xml.indexOf('<w:tr>'), xml.lastIndexOf(tableEnd)), count }
    isFirst = false
  }
  yield { xml: tableEnd + (await xmlOf([gapOf(6, hasFoot)])), count: 0 }
}
