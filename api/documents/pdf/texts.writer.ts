import type { Block } from '../paper.ts'
import { balancedLines } from '../typesetting/line-breaking.ts'
import { letterheadRed, letterheadSize, signaturePlaces, spreadPlaces } from '../typesetting/places.ts'
import { letterLine, pointsOf } from '../typesetting/measures.ts'
import {
  addPage,
  type Align,
  linesIn,
  makeRoom,
  rule,
  setLine,
  setLines,
  type Sheet,
} from './sheet.writer.ts'
import { weightOf } from './type.writer.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>

const inMargins = (sheet: Sheet, align: Align = 'left', indent = 0) => ({
  x: sheet.page.left,
  width: sheet.width,
  align,
  indent,
})

export function letterhead(sheet: Sheet, { organ, number, signer }: Of<'letterhead'>): void {
  const { page, width, type, styles } = sheet
  const size = letterheadSize(organ, width, type.measureIn('bold', 1))
  const line = size * 1.3
  const red = `#${letterheadRed}`
  const centred = (text: string) => page.left + (width - type.measureIn('bold', size)(text)) / 2
  const name = type.settable(organ)
  sheet.y += pointsOf(20)
  setLine(sheet, name, { x: centred(name), y: sheet.y, style: { face: 'title', size, line }, colour: red })
  sheet.y += line + letterLine
  const body = styles.body
  const measure = type.measureIn('regular', body.size)
  const numbered = type.settable(number)
  if (signer === undefined) setLines(sheet, [numbered], body, inMargins(sheet, 'centre'))
  else {
    const signed = type.settable(`签发人：${signer}`)
    setLine(sheet, numbered, { x: page.left + body.size, y: sheet.y, style: body })
    setLine(sheet, signed, { x: page.left + width - body.size - measure(signed), y: sheet.y, style: body })
    sheet.y += body.line
  }
  sheet.y += pointsOf(4) - 4
  rule(sheet, [page.left, sheet.y], [page.left + width, sheet.y], 2, red)
  sheet.y += letterLine
}

export function title(sheet: Sheet, text: string): void {
  const style = sheet.styles.title
  const measure = sheet.type.measureIn(weightOf(style), style.size)
  const lines = sheet.type
    .settable(text)
    .split('\n')
    .flatMap((line) => balancedLines(line, sheet.width, measure))
  makeRoom(sheet, lines.length * style.line + sheet.styles.body.line * 2)
  setLines(sheet, lines, style, inMargins(sheet, 'centre'))
  sheet.y += sheet.layout === 'letter' ? sheet.styles.body.line : 8
}

export function heading(sheet: Sheet, { level, text }: Of<'heading'>): void {
  const style = sheet.styles[`heading${level}`]
  const indent = style.size * 2
  const lines = linesIn(sheet, text, style, sheet.width, indent)
  makeRoom(sheet, (lines.length + 2) * style.line)
  setLines(sheet, lines, style, inMargins(sheet, 'left', indent))
}

export function paragraph(sheet: Sheet, { text, at = 'indent' }: Of<'paragraph'>): void {
  const style = sheet.styles.body
  const indent = at === 'indent' ? style.size * 2 : 0
  const align = at === 'indent' || at === 'flush' ? 'both' : at
  for (const part of text.split('\n'))
    setLines(sheet, linesIn(sheet, part, style, sheet.width, indent), style, inMargins(sheet, align, indent))
}

export function attachments(sheet: Sheet, { names }: Of<'attachments'>): void {
  const { page, width, styles } = sheet
  const { size, line } = styles.body
  sheet.y += line
  names.forEach((name, index) => {
    const numbered = names.length > 1 ? `${index + 1}. ${name}` : name
    const lines = linesIn(sheet, numbered, styles.body, width - size * 5)
    makeRoom(sheet, line)
    if (index === 0) setLine(sheet, '附件：', { x: page.left + size * 2, y: sheet.y, style: styles.body })
    setLines(sheet, lines, styles.body, { x: page.left + size * 5, width: width - size * 5 })
  })
}

export function signature(sheet: Sheet, { organ, date }: Of<'signature'>): void {
  const { page, width, styles, type } = sheet
  const { size, line } = styles.body
  const places = signaturePlaces(organ, date, type.measureIn('regular', 1))
  makeRoom(sheet, line * 4)
  sheet.y += line * 2
  for (const [text, right] of [
    [organ, places.organ],
    [date, places.date],
  ] as const)
    setLines(sheet, linesIn(sheet, text, styles.body), styles.body, {
      x: page.left,
      width: width - right * size,
      align: 'right',
    })
}

export function copies(sheet: Sheet, { to }: Of<'copies'>, isLast: boolean): void {
  const { page, width, styles, foot } = sheet
  const style = styles.copies
  const begin = '抄送：'
  const inset = style.size * 4
  const lines = linesIn(sheet, `${to.join('、')}。`, style, width - inset - style.size)
  const height = lines.length * style.line + 4
  makeRoom(sheet, height + 8)
  sheet.y = isLast ? foot - height : sheet.y + 8
  rule(sheet, [page.left, sheet.y], [page.left + width, sheet.y], 1)
  sheet.y += 2
  setLine(sheet, begin, { x: page.left + style.size, y: sheet.y, style })
  setLines(sheet, lines, style, { x: page.left + inset, width: width - inset - style.size })
  sheet.y += 2
  rule(sheet, [page.left, sheet.y], [page.left + width, sheet.y], 1)
}

/** What is torn off stays in one piece. */
export function cutLine(sheet: Sheet, { text }: Of<'cutLine'>, heightBelow: number): void {
  const { page, width, styles, document, type } = sheet
  const style = styles.spread
  const word = type.settable(text)
  makeRoom(sheet, style.line + 24 + heightBelow)
  sheet.y += 16
  const wordWidth = type.measureIn('regular', style.size)(word)
  const [middle, y] = [page.left + width / 2, sheet.y + style.line / 2]
  setLine(sheet, word, { x: middle - wordWidth / 2, y: sheet.y, style })
  document.dash(4, { space: 3 })
  rule(sheet, [page.left, y], [middle - wordWidth / 2 - 6, y])
  rule(sheet, [middle + wordWidth / 2 + 6, y], [page.left + width, y])
  document.undash()
  sheet.y += style.line + 8
}

export function note(sheet: Sheet, text: string): void {
  setLines(sheet, linesIn(sheet, text, sheet.styles.note), sheet.styles.note, inMargins(sheet))
}

export function spread(sheet: Sheet, { parts }: Of<'spread'>): void {
  const { page, width, styles, type } = sheet
  const style = styles.spread
  const set = parts.map((part) => type.settable(part).replaceAll('\n', ' '))
  const places = spreadPlaces(set, width, type.measureIn('regular', style.size))
  if (!places) {
    setLines(sheet, linesIn(sheet, set.join('　'), style), style, inMargins(sheet))
    return
  }
  makeRoom(sheet, style.line)
  set.forEach((part, index) => setLine(sheet, part, { x: page.left + places[index]!, y: sheet.y, style }))
  sheet.y += style.line
}

export function pageBreak(sheet: Sheet): void {
  if (sheet.y > sheet.page.top) addPage(sheet)
}
