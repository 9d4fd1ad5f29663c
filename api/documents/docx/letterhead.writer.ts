import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType, Tab, TextRun } from 'docx'
import type { Letterhead, PaperLayout } from '../paper.ts'
import { estimateWidth } from '../typesetting/line-breaking.ts'
import { letterLine, pages, pointsOf, twips, typeWidth } from '../typesetting/measures.ts'
import { letterheadRed, letterheadSize } from '../typesetting/places.ts'
import { printable } from '../typesetting/printable.ts'
import { fontsOf } from './fonts.ts'
import { styleIds } from './paragraphs.writer.ts'

const redRule = { style: BorderStyle.SINGLE, size: 18, color: letterheadRed, space: 8 }

function organLine(organ: string, width: number): Paragraph {
  const size = letterheadSize(organ, width, estimateWidth(1))
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: {
      before: twips(pointsOf(20)),
      after: twips(letterLine),
      line: twips(size * 1.3),
      lineRule: LineRuleType.EXACT,
    },
    children: [
      new TextRun({
        text: printable(organ),
        font: fontsOf('title'),
        size: Math.floor(size) * 2,
        color: letterheadRed,
      }),
    ],
  })
}

/** GB/T 9704-2012 7.2: the organ in red, the number under it, a red rule; upwards the signer stands right of the number. */
export function letterhead({ organ, number, signer }: Letterhead, layout: PaperLayout): Paragraph[] {
  const width = typeWidth(pages[layout])
  const line = {
    style: styleIds.body,
    border: { bottom: redRule },
    spacing: { after: twips(letterLine) },
  }
  if (signer === undefined)
    return [
      organLine(organ, width),
      new Paragraph({ ...line, alignment: AlignmentType.CENTER, children: [new TextRun(printable(number))] }),
    ]
  return [
    organLine(organ, width),
    new Paragraph({
      ...line,
      indent: { left: twips(16), right: twips(16) },
      tabStops: [{ type: TabStopType.RIGHT, position: twips(width - 16) }],
      children: [
        new TextRun(printable(number)),
        new TextRun({ children: [new Tab(), '签发人：'] }),
        new TextRun({ text: printable(signer), font: fontsOf('subheading') }),
      ],
    }),
  ]
}
