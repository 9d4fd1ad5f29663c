import { fileLimits } from './file-limits.ts'
import { refusal } from './file-refused.ts'

export interface XmlHandler {
  /** Name without its namespace prefix, in lower case where the scanner is one for HTML. */
  open(name: string, attributes: string, isEmpty: boolean): void
  close(name: string): void
  /** As it stands, entities not decoded; a long text comes in pieces. `isLiteral`: CDATA. */
  text(raw: string, isLiteral: boolean): void
}

export interface XmlScanner {
  push(chunk: string): void
  end(): void
}

const [space, bang, quote, apostrophe, slash, colon, greater, question] = [32, 33, 34, 39, 47, 58, 62, 63]

/** The `>` that ends the tag, not one inside a value; -1 where it has not come yet. */
function endOfTag(text: string, from: number): number {
  let open = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (open !== 0) {
      if (code === open) open = 0
    } else if (code === greater) return at
    else if (code === quote || code === apostrophe) open = code
  }
  return -1
}

const afterOf = (text: string, mark: string, from: number) => {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Behind `<!…>`: a document type with an inner part ends at `]>`. */
function afterDeclaration(text: string, from: number): number {
  const simple = afterOf(text, '>', from)
  const inner = text.indexOf('[', from)
  if (simple < 0 || inner < 0 || inner > simple || text.startsWith('<![', from)) return simple
  return afterOf(text, ']>', inner)
}

/** An entity may be cut by the end of a chunk; what may be one waits for the next. */
function endOfWholeText(text: string, from: number): number {
  const entity = text.lastIndexOf('&')
  const isCut = entity >= from && text.length - entity < 12 && !text.includes(';', entity)
  return isCut ? entity : text.length
}

/**
 * Tags and texts in the order of the file, chunk by chunk, without a tree and without a stack: nesting costs nothing,
 * a document type is passed over, entities are never expanded.
 */
export function newXmlScanner(handler: XmlHandler, isHtml = false): XmlScanner {
  let rest = ''

  function tag(text: string, from: number, to: number) {
    const isClose = text.charCodeAt(from) === slash
    const isEmpty = text.charCodeAt(to - 1) === slash
    const end = isEmpty ? to - 1 : to
    let at = isClose ? from + 1 : from
    let start = at
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code <= space || code === slash) break
      if (code === colon) start = at + 1
    }
    const written = text.slice(start, at)
    const name = isHtml ? written.toLowerCase() : written
    if (isClose) handler.close(name)
    else handler.open(name, at < end ? text.slice(at, end) : '', isEmpty)
  }

  /** Where to go on behind the markup that begins at `from`; -1 where its end has not come yet. */
  function markup(text: string, from: number): number {
    const code = text.charCodeAt(from + 1)
    if (Number.isNaN(code)) return -1
    if (code === question) return afterOf(text, isHtml ? '>' : '?>', from)
    if (code !== bang) {
      const end = endOfTag(text, from + 1)
      if (end < 0) return -1
      tag(text, from + 1, end)
      return end + 1
    }
    if (text.length - from < 9) return -1
    if (text.startsWith('<!--', from)) return afterOf(text, '-->', from + 4)
    if (!text.startsWith('<![CDATA[', from)) return afterDeclaration(text, from)
    const end = text.indexOf(']]>', from)
    if (end < 0) return -1
    handler.text(text.slice(from + 9, end), true)
    return end + 3
  }

  function push(chunk: string) {
    const text = rest + chunk
    let at = 0
    for (;;) {
      const open = text.indexOf('<', at)
      if (open < 0) break
      if (open > at) handler.text(text.slice(at, open), false)
      const next = markup(text, open)
      if (next < 0) {
        rest = text.slice(open)
        if (rest.length > fileLimits.tagChars) throw refusal('file_damaged')
        return
      }
      at = next
    }
    const whole = endOfWholeText(text, at)
    if (whole > at) handler.text(text.slice(at, whole), false)
    rest = text.slice(whole)
  }

  return {
    push,
    end() {
      if (rest.startsWith('<')) {
        if (!isHtml) throw refusal('file_damaged')
      } else if (rest !== '') handler.text(rest, false)
      rest = ''
    },
  }
}
