import type { Text } from '../../http/text.ts'
import { fileRefusals, type FileRefusalCode } from './file-messages.ts'

/** The file, or its sheet, cannot be read; the text says what to do. */
export class FileRefused extends Error {
  readonly code: FileRefusalCode
  readonly text: Text

  constructor(code: FileRefusalCode, text: Text, cause?: unknown) {
    super(text.en, { cause })
    this.name = 'FileRefused'
    this.code = code
    this.text = text
  }
}

export function refusal<Code extends FileRefusalCode>(
  code: Code,
  ...facts: Parameters<(typeof fileRefusals)[Code]>
): FileRefused {
  const message = fileRefusals[code] as (...all: unknown[]) => Text
  return new FileRefused(code, message(...facts))
}
