import type { Text } from '../../http/text.ts'

/** The import cannot go on, and whoever started it can do something about it. */
export class ImportRefused extends Error {
  readonly text: Text

  constructor(text: Text, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, { cause })
    this.name = 'ImportRefused'
    this.text = text
  }
}
