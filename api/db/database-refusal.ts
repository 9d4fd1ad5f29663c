import type { Text } from '../http/text.ts'

/** The database cannot be used as it is, and the reader can do something about it. */
export class DatabaseRefusal extends Error {
  readonly text: Text

  constructor(text: Text, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, { cause })
    this.name = 'DatabaseRefusal'
    this.text = text
  }
}
