import type { Picture, Pictures } from '../paper.ts'
import { pictureGap, pictureSize } from '../typesetting/places.ts'
import { linesIn, makeRoom, setLines, type Sheet } from './sheet.writer.ts'

const above = 4

function captionsOf(sheet: Sheet, row: readonly Picture[], width: number) {
  return row.map(({ caption }) => linesIn(sheet, caption, sheet.styles.caption, width))
}

/** Stops after each picture, so that what is written can be taken before the next is read. */
export async function* drawPictures(
  sheet: Sheet,
  { pictures, perRow }: Pictures,
  signal?: AbortSignal,
): AsyncGenerator<void> {
  const share = (sheet.width - pictureGap * (perRow - 1)) / perRow
  const style = sheet.styles.caption
  for (let from = 0; from < pictures.length; from += perRow) {
    const row = pictures.slice(from, from + perRow)
    const sizes = row.map((picture) => pictureSize(picture, perRow, sheet.width))
    const captions = captionsOf(sheet, row, share)
    const heights = sizes.map(({ height }, x) => height + captions[x]!.length * style.line)
    makeRoom(sheet, above + Math.max(...heights))
    const top = sheet.y + above
    for (const [x, picture] of row.entries()) {
      signal?.throwIfAborted()
      const { width, height } = sizes[x]!
      const left = sheet.page.left + x * (share + pictureGap)
      const bytes = Buffer.from(await picture.read())
      sheet.document.image(bytes, left + (share - width) / 2, top, { width, height })
      sheet.y = top + height
      setLines(sheet, captions[x]!, style, { x: left, width: share, align: 'centre' })
      yield
    }
    sheet.y = top + Math.max(...heights)
  }
  sheet.y += 6
}
