import type { Context } from 'hono'
import { answerDocument } from '../documents/answer-document.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { previewOf, takeAway, type MadeLetter } from './make-letter.commands.ts'

/** json shows what it says; a file is taken away, which is written down. */
export async function answerLetter(c: Context<AppEnv>, made: MadeLetter, format: 'docx' | 'pdf' | 'json') {
  if (format === 'json') return c.json(previewOf(made), 200)
  await takeAway(c.var.db, made, format, actingOf(c))
  return answerDocument(c, made.paper, format, made.fileName)
}
