import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { Paper, PaperLayout } from '../paper.ts'
import { letterTightening, pages, twips } from '../typesetting/measures.ts'
import { printable } from '../typesetting/printable.ts'
import { type StyleName, textStyles } from '../typesetting/text-styles.ts'
import { fontsOf } from './fonts.ts'
import { fontTable } from './font-table.ts'
import { styleIds } from './paragraphs.writer.ts'

const styleNames: Readonly<Partial<Record<StyleName, string>>> = {
  body: '公文正文',
  spread: '表头表尾',
  label: '表格标题',
  value: '表格文字',
  copies: '版记',
  caption: '图片说明',
  note: '附注',
  number: '页码数字',
  watermark: '页眉文字',
}

const centred: readonly StyleName[] = ['title', 'label', 'caption']

function look(layout: PaperLayout, name: StyleName) {
  const { face, isBold = false, size, line } = textStyles[layout][name]
  const indented = name.startsWith('heading')
  return {
    quickFormat: true,
    paragraph: {
      spacing: { before: 0, after: 0, line: twips(line), lineRule: LineRuleType.EXACT },
      alignment: centred.includes(name) ? AlignmentType.CENTER : AlignmentType.LEFT,
      ...(indented && { indent: { firstLineChars: 200, firstLine: twips(size * 2) }, keepNext: true }),
    },
    run: {
      font: fontsOf(face),
      size: size * 2,
      bold: isBold,
      italics: false,
      color: '000000',
      ...(layout === 'letter' && size === 16 && { characterSpacing: twips(letterTightening) }),
    },
  }
}

function stylesOf(layout: PaperLayout) {
  const own = Object.entries(styleNames) as [StyleName, string][]
  return {
    default: {
      document: { run: { ...look(layout, 'body').run, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      title: look(layout, 'title'),
      heading1: look(layout, 'heading1'),
      heading2: look(layout, 'heading2'),
      heading3: look(layout, 'heading3'),
    },
    paragraphStyles: own.map(([name, called]) => ({
      id: styleIds[name],
      name: called,
      ...look(layout, name),
    })),
  }
}

const numberLine = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[], options: object) =>
  new Footer({
    children: [new Paragraph({ ...options, style: styleIds.number, children: [new TextRun({ children })] })],
  })

/** GB/T 9704-2012 7.5: — 1 —, on odd pages right, on even pages left, one character from the edge. */
function footersOf(layout: PaperLayout): ISectionOptions['footers'] {
  const indent = twips(textStyles[layout].number.size)
  if (layout === 'letter') {
    const number = ['— ', PageNumber.CURRENT, ' —']
    return {
      default: numberLine(number, { alignment: AlignmentType.RIGHT, indent: { right: indent } }),
      even: numberLine(number, { alignment: AlignmentType.LEFT, indent: { left: indent } }),
    }
  }
  const number = ['第 ', PageNumber.CURRENT, ' 页  共 ', PageNumber.TOTAL_PAGES, ' 页']
  return { default: numberLine(number, { alignment: AlignmentType.CENTER }) }
}

function headersOf({ watermark }: Paper, isTwoSided: boolean): ISectionOptions['headers'] {
  if (!watermark) return {}
  const text = () =>
    new Header({
      children: [
        new Paragraph({
          style: styleIds.watermark,
          alignment: AlignmentType.RIGHT,
          children: [new TextRun({ text: printable(watermark), color: '808080' })],
        }),
      ],
    })
  return { default: text(), ...(isTwoSided && { even: text() }) }
}

function pageOf(layout: PaperLayout) {
  const page = pages[layout]
  const sides = [page.width, page.height].sort((a, b) => a - b)
  return {
    size: {
      width: twips(sides[0]!),
      height: twips(sides[1]!),
      orientation: page.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(page.top),
      right: twips(page.right),
      bottom: twips(page.bottom),
      left: twips(page.left),
      header: twips(page.top / 2),
      footer: twips(page.bottom - page.numberBelow - textStyles[layout].number.line),
      gutter: 0,
    },
  }
}

export interface Skeleton {
  /** The document's parts but for the text itself and its relations. */
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** word/document.xml before and behind the text. */
  readonly before: string
  readonly behind: string
  /** word/_rels/document.xml.rels */
  readonly relations: string
}

const documentPath = 'word/document.xml'
const propertiesPath = 'docProps/core.xml'
const relationsPath = 'word/_rels/document.xml.rels'

/** What stands between the body's first tag and the properties of its section. */
export function bodyOf(xml: string): {
  readonly before: string
  readonly text: string
  readonly behind: string
} {
  const start = xml.indexOf('<w:body>') + '<w:body>'.length
  const end = xml.lastIndexOf('<w:sectPr')
  return { before: xml.slice(0, start), text: xml.slice(start, end), behind: xml.slice(end) }
}

export const unpackDocument = async (document: Document): Promise<Record<string, Uint8Array>> =>
  unzipSync(await Packer.toBuffer(document))

/** The package dates a file when it is written. */
const dated = (properties: Uint8Array, madeAt: Date): Uint8Array =>
  strToU8(
    strFromU8(properties).replace(
      /(<dcterms:\w+ [^>]*>)[^<]*/g,
      (_, tag: string) => tag + madeAt.toISOString(),
    ),
  )

/** Everything of the file but its text: styles, page, headers and footers. */
export async function makeSkeleton(paper: Paper): Promise<Skeleton> {
  const { layout } = paper
  const isTwoSided = layout === 'letter'
  const document = new Document({
    title: printable(paper.title),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: isTwoSided,
    styles: stylesOf(layout),
    sections: [
      {
        properties: { page: pageOf(layout) },
        headers: headersOf(paper, isTwoSided),
        footers: footersOf(layout),
        children: [],
      },
    ],
  })
  const { [documentPath]: text, [relationsPath]: relations, ...parts } = await unpackDocument(document)
  const { before, behind } = bodyOf(strFromU8(text!))
  return {
    parts: {
      ...parts,
      'word/fontTable.xml': fontTable(),
      ...(paper.madeAt && { [propertiesPath]: dated(parts[propertiesPath]!, paper.madeAt) }),
    },
    before,
    behind,
    relations: strFromU8(relations!),
  }
}
