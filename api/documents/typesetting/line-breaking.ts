/** Width of a piece of text, in the unit of the line's width. */
export type Measure = (text: string) => number

/** 避头尾, GB/T 15834-2011 5.1: marks that close may not begin a line, marks that open may not end one. */
const closing = '，。、；：？！）》〉」』】〕］｝”’%‰℃·…—～,.;:?!)]}'
const opening = '（《〈「『【〔［｛“‘([{￥¥'

/** A word of another script, or a number with its unit and sign, stays together; a Chinese character stands alone. */
const tokenPattern = /[A-Za-z0-9\u00C0-\u024F][A-Za-z0-9\u00C0-\u024F+.,/:#%-]*|\s+|./gsu
/** A title breaks neither within "1046公里+200米" nor within a word that titles are made of: GB/T 9704-2012 7.3.1 wants its lines whole in sense. */
const titlePattern = new RegExp(
  `\\d+公里(?:\\+\\d+米)?|国道|省道|路段|方向|道路|交通|安全|隐患|治理|督办|${tokenPattern.source}`,
  'gsu',
)

const mayBegin = (token: string) => !closing.includes(token)
const isOpening = (token: string) => opening.includes(token)

/** Pieces between which a line may end. */
function unbreakable(text: string, pattern = tokenPattern): string[] {
  const pieces: string[] = []
  for (const [token] of text.matchAll(pattern)) {
    const before = pieces.at(-1)
    if (before !== undefined && (!mayBegin(token) || isOpening(before.at(-1)!)) && before.trim() !== '')
      pieces[pieces.length - 1] = before + token
    else pieces.push(token)
  }
  return pieces
}

/** The width below which something of the text has to be cut. */
export const widestPiece = (text: string, measure: Measure): number =>
  Math.max(
    0,
    ...text
      .split('\n')
      .flatMap((line) => unbreakable(line))
      .map((piece) => measure(piece.trim())),
  )

/** Where a long number or name is best cut: behind a sign, else anywhere that no closing mark begins a line. */
function cutPlace(characters: readonly string[], most: number): number {
  const isClean = (at: number) => mayBegin(characters[at]!) && !isOpening(characters[at - 1]!)
  const places = Array.from({ length: most }, (_, index) => most - index)
  return (
    places.find((at) => at > 1 && isClean(at) && '-/+—'.includes(characters[at - 1]!)) ??
    places.find(isClean) ??
    most
  )
}

/** What is wider than a whole line is cut where it must be: nothing is lost. */
function* cut(piece: string, width: number, measure: Measure): Generator<string> {
  let rest = [...piece]
  while (rest.length > 0) {
    let fits = 1
    while (fits < rest.length && measure(rest.slice(0, fits + 1).join('')) <= width) fits += 1
    const at = fits === rest.length ? fits : cutPlace(rest, fits)
    yield rest.slice(0, at).join('')
    rest = rest.slice(at)
  }
}

interface Line {
  text: string
  width: number
}

function add(lines: Line[], piece: string, room: (line: number) => number, measure: Measure): void {
  const last = lines.at(-1)!
  const width = measure(piece)
  if (last.width + width <= room(lines.length - 1) || piece.trim() === '') {
    last.text += piece
    last.width += width
    return
  }
  if (last.text === '') lines.pop()
  const next = room(lines.length)
  const parts = width <= next ? [piece] : cut(piece, next, measure)
  for (const part of parts) lines.push({ text: part, width: measure(part) })
}

function fill(pieces: readonly string[], room: (line: number) => number, measure: Measure): string[] {
  const lines: Line[] = [{ text: '', width: 0 }]
  for (const piece of pieces) add(lines, piece, room, measure)
  return lines.map((line) => line.text.trimEnd())
}

/** Lines of one paragraph, the first of which may be shorter by an indent. No character of the text is lost but the spaces at line ends. */
export const breakLines = (text: string, width: number, measure: Measure, indent = 0): readonly string[] =>
  fill(unbreakable(text), (line) => (line === 0 ? width - indent : width), measure)

/** As few lines as may be, but none of them much shorter than the others: GB/T 9704-2012 7.3.1 wants titles in the shape of a trapezium. */
export function balancedLines(text: string, width: number, measure: Measure): readonly string[] {
  const pieces = unbreakable(text, titlePattern)
  const step = measure('国') / 2
  const within = (room: number) => fill(pieces, () => room, measure)
  // A line may be wider than its pieces, where a space is set between two scripts.
  const isTooWide = (lines: readonly string[]) => lines.some((line) => measure(line) > width)
  let room = width
  while (room > width / 2 && isTooWide(within(room))) room -= step
  let best = within(room)
  for (const { length } = best; best.length > 1 && room > width / 2;) {
    room -= step
    const tried = within(room)
    if (tried.length > length) break
    best = tried
  }
  return best
}

/** Where Chinese and Latin letters meet, Word and WPS put a quarter of a character between them. */
const meeting = /[\u2E80-\uFFEF][A-Za-z0-9]|[A-Za-z0-9][\u2E80-\uFFEF]/g

/** Of type whose own widths are not known: a Chinese character is as wide as it is high, a Latin one two thirds of it in the widest type that may stand in. */
export const estimateWidth =
  (size: number): Measure =>
  (text) => {
    let width = ((text.match(meeting)?.length ?? 0) * size) / 4
    for (const character of text) width += character.codePointAt(0)! < 0x2000 ? size * 0.64 : size
    return width
  }
