/** A 汉字 and full-width punctuation are two characters wide, the rest one. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u2014\u2018-\u201d\u2026\u3000-\u9fff\uff00-\uffef]/.test(character) ? 2 : 1
  return width
}

/** Pieces between which a line may break: every 汉字, and Latin words and stakes as a whole. */
const pieces = (line: string) => line.match(/[\w+.,:/%-]+|./gsu) ?? []

/** How many lines a text takes in a column that holds so many characters. */
export function lineCount(text: string, capacity: number): number {
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, capacity), 0)
}

function linesOf(line: string, capacity: number): number {
  let lines = 1
  let used = 0
  for (const piece of pieces(line)) {
    const width = textWidth(piece)
    if (used + width <= capacity) used += width
    else if (width <= capacity) {
      lines++
      used = width
    } else {
      // Longer than the column: broken wherever the line ends.
      lines += Math.ceil((used + width) / capacity) - 1
      used = (used + width) % capacity
    }
  }
  return lines
}

/** Says that something is left out, rather than letting the edge of a cell hide it. */
export function abbreviate(text: string, maximum: number): string {
  return text.length <= maximum ? text : `${text.slice(0, maximum - 8)}……（余见隐患卡）`
}
