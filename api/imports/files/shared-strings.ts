import { fileLimits } from './file-limits.ts'
import { refusal } from './file-refused.ts'
import { newXmlScanner } from './xml-scanner.ts'
import { decodeEntities, decodeEscapes } from './xml-text.ts'

/** A slice keeps the whole chunk it was cut from alive; this one keeps only itself. */
const detached = (text: string) => (text.length < 13 ? text : ` ${text}`.slice(1))

/** The table of texts that the cells of a workbook refer to by number. */
export function newSharedStrings(): { push(chunk: string): void; end(): readonly string[] } {
  const strings: string[] = []
  let chars = 0
  let text = ''
  let isText = false
  let isPhonetic = false
  const scanner = newXmlScanner({
    open(name, _attributes, isEmpty) {
      if (name === 't') isText = !isEmpty && !isPhonetic
      else if (name === 'si') {
        text = ''
        if (isEmpty) strings.push('')
      } else if (name === 'rPh') isPhonetic = !isEmpty
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.push(detached(decodeEscapes(text)))
    },
    text(raw, isLiteral) {
      if (!isText) return
      chars += raw.length
      if (chars > fileLimits.sharedChars) throw refusal('too_much_text')
      // One more than a cell may hold, so that the cell says that it was cut.
      if (text.length <= fileLimits.cellChars) text += isLiteral ? raw : decodeEntities(raw)
    },
  })
  return {
    push: scanner.push,
    end() {
      scanner.end()
      return strings
    },
  }
}
