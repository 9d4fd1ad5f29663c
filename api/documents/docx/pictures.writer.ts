import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PaperLayout, Picture, Pictures } from '../paper.ts'
import { pages, twips, typeWidth } from '../typesetting/measures.ts'
import { pictureSize } from '../typesetting/places.ts'
import { printable } from '../typesetting/printable.ts'
import { styled } from './paragraphs.writer.ts'

/** Stands for a photo until the archive is written: the text is made without any photo in memory. */
const placeholder = new Uint8Array([0])
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const pixelsPerPoint = 96 / 72

const imageOf = (picture: Picture, { width, height }: { width: number; height: number }) =>
  new ImageRun({
    type: picture.type,
    data: placeholder,
    transformation: {
      width: Math.round(width * pixelsPerPoint),
      height: Math.round(height * pixelsPerPoint),
    },
    altText: { name: printable(picture.caption), description: printable(picture.caption), title: '' },
  })

function cell(picture: Picture | undefined, perRow: 1 | 2 | 3, width: number): TableCell {
  const share = width / perRow
  const children = picture
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: twips(4) },
          children: [imageOf(picture, pictureSize(picture, perRow, width))],
        }),
        styled('caption', picture.caption, { alignment: AlignmentType.CENTER }),
      ]
    : [new Paragraph({})]
  return new TableCell({
    width: { size: twips(share), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    children,
  })
}

/** An unruled table: a row is never split, so that no picture loses its caption. */
export function pictureTable({ pictures, perRow }: Pictures, layout: PaperLayout): Table {
  const width = typeWidth(pages[layout])
  const columns = Array.from({ length: perRow }, (_, index) => index)
  const rows = Array.from(
    { length: Math.ceil(pictures.length / perRow) },
    (_, y) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((x) => cell(pictures[y * perRow + x], perRow, width)),
      }),
  )
  return new Table({
    rows,
    borders,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: columns.map(() => twips(width / perRow)),
  })
}
