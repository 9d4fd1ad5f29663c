import type PdfDocument from 'pdfkit'
import { setLine, type Sheet } from './sheet.writer.ts'
import type { Type } from './type.writer.ts'

export interface PageTotal {
  /** Drawn on each page before it is known. */
  readonly drawAt: (x: number, baseline: number) => void
  readonly setTo: (pages: number, size: number) => void
}

/** Every page shows the same small form, which is written last: nothing but the count waits for the end. */
export function openPageTotal(
  document: typeof PdfDocument.prototype,
  { fonts: { regular } }: Type,
): PageTotal {
  const total = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, -10, 200, 30],
    Resources: { Font: { [regular.id]: regular.ref() } },
  })
  return {
    drawAt: (x, baseline) => {
      document.page.xobjects['PageTotal'] = total
      document.addContent(`q 1 0 0 -1 ${x.toFixed(2)} ${baseline.toFixed(2)} cm /PageTotal Do Q`)
    },
    setTo: (pages, size) => {
      const [codes] = regular.encode(`${pages} 页`)
      total.end(`BT /${regular.id} ${size} Tf <${codes.join('')}> Tj ET` as unknown as Uint8Array)
    },
  }
}

function drawLetterNumber(sheet: Sheet, y: number): void {
  const { page, styles, width, pageCount, type } = sheet
  const text = `— ${pageCount} —`
  const { size } = styles.number
  const isOdd = pageCount % 2 === 1
  const right = page.left + width - size - type.measureIn('regular', size)(text)
  setLine(sheet, text, { x: isOdd ? right : page.left + size, y, style: styles.number })
}

/** GB/T 9704-2012 7.5 in letters: outside, one character from the edge; lists count their pages in the middle. */
export function drawPageFoot(sheet: Sheet): void {
  const { page, styles, width, pageCount, foot, type, total, layout } = sheet
  const y = foot + page.numberBelow
  if (layout === 'letter') {
    drawLetterNumber(sheet, y)
    return
  }
  const { size, line } = styles.number
  const measure = type.measureIn('regular', size)
  const text = `第 ${pageCount} 页\u3000共 `
  const x = page.left + (width - measure(`${text}${pageCount} 页`)) / 2
  setLine(sheet, text, { x, y, style: styles.number })
  total.drawAt(x + measure(text), y + line / 2 + size * 0.38)
}
