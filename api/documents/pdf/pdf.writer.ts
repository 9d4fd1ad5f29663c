import { once } from 'node:events'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Paper, WritePaper, Writing } from '../paper.ts'
import { hasFoot, isLast, type Placed, withNeighbours } from '../typesetting/with-neighbours.ts'
import { drawPictures } from './pictures.writer.ts'
import { openSheet, type Sheet, taken } from './sheet.writer.ts'
import { drawForm, drawTable, formHeight } from './tables.writer.ts'
import * as texts from './texts.writer.ts'

/** Draws all but what comes row by row and picture by picture. */
function drawText(sheet: Sheet, placed: Placed): void {
  const { block, next } = placed
  switch (block.kind) {
    case 'letterhead':
      return texts.letterhead(sheet, block)
    case 'title':
      return texts.title(sheet, block.text)
    case 'heading':
      return texts.heading(sheet, block)
    case 'paragraph':
      return texts.paragraph(sheet, block)
    case 'attachments':
      return texts.attachments(sheet, block)
    case 'signature':
      return texts.signature(sheet, block)
    case 'copies':
      return texts.copies(sheet, block, isLast(placed))
    case 'cutLine':
      return texts.cutLine(sheet, block, next?.kind === 'form' ? formHeight(sheet, next) : 0)
    case 'note':
      return texts.note(sheet, block.text)
    case 'spread':
      return texts.spread(sheet, block)
    case 'form':
      return drawForm(sheet, block)
    case 'pageBreak':
      return texts.pageBreak(sheet)
    case 'table':
    case 'pictures':
      return
  }
}

async function* drawBlock(sheet: Sheet, placed: Placed, signal?: AbortSignal): AsyncGenerator<void> {
  const { block } = placed
  if (block.kind === 'table') yield* drawTable(sheet, block, hasFoot(placed))
  else if (block.kind === 'pictures') yield* drawPictures(sheet, block, signal)
  else drawText(sheet, placed)
}

/** Others are let in between after so many rows, pictures and blocks. */
const stepsEach = 20

async function* drawBlocks(
  sheet: Sheet,
  paper: Paper,
  { signal, onBlock, onRow }: Writing,
): AsyncGenerator<Uint8Array> {
  let [written, rows, steps] = [0, 0, 0]
  for await (const placed of withNeighbours(paper.blocks)) {
    signal?.throwIfAborted()
    const drawing = drawBlock(sheet, placed, signal)
    for (let step = await drawing.next(); ; step = await drawing.next()) {
      yield* taken(sheet)
      if (placed.block.kind === 'table' && !step.done) onRow?.((rows += 1))
      if ((steps += 1) % stepsEach === 0) {
        await breathe()
        signal?.throwIfAborted()
      }
      if (step.done) break
    }
    onBlock?.((written += 1))
  }
}

export const writePdf: WritePaper = async function* (paper, writing = {}) {
  const sheet = openSheet(paper)
  const { document, total, styles } = sheet
  try {
    yield* drawBlocks(sheet, paper, writing)
    total.setTo(sheet.pageCount, styles.number.size)
    const ended = once(document, 'end')
    document.end()
    yield* taken(sheet)
    // Pictures with transparency are unpacked aside and come late.
    for await (const chunk of document) yield chunk as Uint8Array
    await ended
  } finally {
    document.destroy()
  }
}
