import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  LeaderType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx'
import type { Block, PaperLayout } from '../paper.ts'
import { balancedLines, estimateWidth } from '../typesetting/line-breaking.ts'
import { pages, twips, typeWidth } from '../typesetting/measures.ts'
import { signaturePlaces, spreadPlaces } from '../typesetting/places.ts'
import { linesOf, printable } from '../typesetting/printable.ts'
import { textStyles } from '../typesetting/text-styles.ts'
import { alignments, styled, styleIds } from './paragraphs.writer.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>

/** Broken here, because a program would leave the last character alone on its line. */
export function title(text: string, layout: PaperLayout): Paragraph {
  const measure = estimateWidth(textStyles[layout].title.size)
  const lines = linesOf(text).flatMap((line) => balancedLines(line, typeWidth(pages[layout]), measure))
  return styled('title', lines.join('\n'), { keepNext: true })
}

export function paragraph({ text, at = 'indent' }: Of<'paragraph'>): Paragraph {
  if (at === 'indent')
    return styled('body', text, {
      alignment: alignments.both,
      indent: { firstLineChars: 200, firstLine: 640 },
    })
  return styled('body', text, { alignment: at === 'flush' ? alignments.both : alignments[at] })
}

export const heading = ({ level, text }: Of<'heading'>): Paragraph =>
  styled(`heading${level}`, text, { keepNext: true })

/** 附件：1. … ; the second name stands under the first. */
export function attachments({ names }: Of<'attachments'>, layout: PaperLayout): Paragraph[] {
  const { size } = textStyles[layout].body
  return names.map((name, index) => {
    const isFirst = index === 0
    const numbered = names.length > 1 ? `${index + 1}. ${name}` : name
    return styled('body', isFirst ? `附件：${numbered}` : numbered, {
      spacing: isFirst ? { before: twips(textStyles[layout].body.line) } : {},
      indent: { left: twips(size * 5), ...(isFirst && { hanging: twips(size * 3) }) },
    })
  })
}

export function signature({ organ, date }: Of<'signature'>, layout: PaperLayout): Paragraph[] {
  const { size, line } = textStyles[layout].body
  const places = signaturePlaces(organ, date, estimateWidth(1))
  const at = (right: number, before: number, keepNext: boolean) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: twips(size * right) },
    spacing: { before: twips(before) },
    keepNext,
    keepLines: true,
  })
  return [
    styled('body', organ, at(places.organ, line * 2, true)),
    styled('body', date, at(places.date, 0, false)),
  ]
}

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 1 })

/** At the foot of the page where nothing follows, else in its place. */
export function copies({ to }: Of<'copies'>, layout: PaperLayout, isLast: boolean): Paragraph {
  const width = typeWidth(pages[layout])
  return styled('copies', `抄送：${to.join('、')}。`, {
    border: { top: rule(8), bottom: rule(8) },
    indent: { left: twips(14 * 4), right: twips(14), hanging: twips(14 * 3) },
    ...(isLast && {
      frame: {
        type: 'alignment',
        width: twips(width),
        height: 0,
        wrap: FrameWrap.NOT_BESIDE,
        anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
        alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
      },
    }),
  })
}

export function cutLine({ text }: Of<'cutLine'>, layout: PaperLayout): Paragraph {
  const width = twips(typeWidth(pages[layout]))
  return new Paragraph({
    style: styleIds.spread,
    keepNext: true,
    spacing: { before: twips(16), after: twips(8) },
    tabStops: [
      { type: TabStopType.CENTER, position: width / 2, leader: LeaderType.HYPHEN },
      { type: TabStopType.RIGHT, position: width, leader: LeaderType.HYPHEN },
    ],
    children: [
      new TextRun({ children: [new Tab()] }),
      new TextRun(` ${printable(text)} `),
      new TextRun({ children: [new Tab()] }),
    ],
  })
}

export function spread({ parts }: Of<'spread'>, layout: PaperLayout, isKept: boolean): Paragraph {
  const { size } = textStyles[layout].spread
  const width = typeWidth(pages[layout])
  const places = spreadPlaces(parts, width, estimateWidth(size))
  if (!places) return styled('spread', parts.join('\u3000'), { keepNext: isKept })
  const last = parts.length - 1
  return new Paragraph({
    style: styleIds.spread,
    keepNext: isKept,
    tabStops: places
      .slice(1)
      .map((place, index) =>
        index + 1 === last
          ? { type: TabStopType.RIGHT, position: twips(width) }
          : { type: TabStopType.LEFT, position: twips(place) },
      ),
    children: parts.map(
      (part, index) =>
        new TextRun({ children: [...(index > 0 ? [new Tab()] : []), printable(part).replaceAll('\n', ' ')] }),
    ),
  })
}
