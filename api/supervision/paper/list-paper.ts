import type { Block, Paper, TableColumn } from '../../documents/paper.ts'
import type { Edition } from '../../http/provenance-entries.ts'
import { comparisonHeaders, comparisonRows, comparisonSentence } from '../comparison/comparison-rows.ts'
import type { ListComparison } from '../comparison/list-comparison.schema.ts'
import { headLineParts, signatureParts, titleOf } from '../list-lines.ts'
import { inEdition, listSmallPrint, type PrintedList } from '../list-provenance.ts'
import { columnWidths } from '../page-layout.ts'
import { photoAnnex, type ReadPhoto } from './photo-annex.ts'
import type { SupervisionRow } from '../list-content.schema.ts'
import { cellOf, columns, totalsText } from '../supervision-table.ts'

const aligned = { center: 'centre', left: 'left' } as const

/** Where there is much to read, the narrow columns leave more room for it. */
const tight = () => 0.85
const isLong = ({ situation, remedy }: SupervisionRow) => situation.length + remedy.length > 400

/** The twenty columns, the long texts sharing what the narrow ones leave, as in the workbook. */
function listTable(list: PrintedList): Block {
  const cells = list.rows.map((row) => columns.map((column) => cellOf(column, row)))
  const widths = columnWidths(cells, list.rows.some(isLong) ? tight : undefined)
  return {
    kind: 'table',
    columns: columns.map(({ header, align }, index): TableColumn => {
      return { header, width: widths[index]!, align: aligned[align] }
    }),
    rows: list.rows.map((row) => columns.map(({ text }) => text(row))),
    totals: totalsText(list),
  }
}

const comparisonWidths = [5, 7, 18, 28, 18, 40, 40]

function appendix(comparison: ListComparison): Block[] {
  const rows = comparisonRows(comparison)
  const table: Block = {
    kind: 'table',
    columns: comparisonHeaders.map((header, index) => ({
      header,
      width: comparisonWidths[index]!,
      align: index < 3 ? 'centre' : 'left',
    })),
    rows,
  }
  return [
    { kind: 'pageBreak' },
    { kind: 'title', text: '附表　与上次清单比较' },
    { kind: 'note', text: comparisonSentence(comparison) },
    ...(rows.length > 0 ? [table] : []),
  ]
}

export interface ListPaperExtras {
  readonly edition?: Edition
  readonly comparison?: ListComparison | undefined
  /** Reads the photos of the rows, where they are to be printed too. */
  readonly readPhoto?: ReadPhoto | undefined
}

async function* followedBy(blocks: readonly Block[], annex: AsyncIterable<Block>): AsyncGenerator<Block> {
  yield* blocks
  yield* annex
}

/** The list as it is printed and bound: the same content as the workbook, made of the same texts. */
export function listPaper(
  whole: PrintedList,
  { edition = 'internal', comparison, readPhoto }: ListPaperExtras = {},
): Paper {
  const list = inEdition(whole, edition)
  const watermark = list.office?.watermark
  const notes = list.notes.map((text, index): Block => {
    return { kind: 'note', text: `${index === 0 ? '注：' : '　　'}${index + 1}. ${text}` }
  })
  const blocks: Block[] = [
    { kind: 'title', text: titleOf(list) },
    { kind: 'spread', parts: headLineParts(list) },
    listTable(list),
    { kind: 'spread', parts: signatureParts(list) },
    ...notes,
    { kind: 'note', text: listSmallPrint(list, edition) },
    ...(comparison ? appendix(comparison) : []),
  ]
  return {
    title: list.title,
    layout: 'list',
    ...(watermark ? { watermark } : {}),
    madeAt: new Date(list.madeAt),
    blocks: readPhoto ? followedBy(blocks, photoAnnex(list, readPhoto)) : blocks,
  }
}
