import type { Context } from 'hono'
import { answerDocument } from '../documents/answer-document.ts'
import type { Block } from '../documents/paper.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { previewOf, takeAway, type MadeLetter } from './make-letter.commands.ts'

async function* behind(blocks: readonly Block[], annex: AsyncIterable<Block>): AsyncGenerator<Block> {
  yield* blocks
  yield* annex
}

/** json shows what it says; a file is taken away, which is written down, with its attachments behind it. */
export async function answerLetter(
  c: Context<AppEnv>,
  made: MadeLetter,
  format: 'docx' | 'pdf' | 'json',
  annex?: AsyncIterable<Block>,
) {
  if (format === 'json') return c.json(previewOf(made), 200)
  await takeAway(c.var.db, made, format, actingOf(c))
  const paper = annex ? { ...made.paper, blocks: behind(made.blocks, annex) } : made.paper
  return answerDocument(c, paper, format, made.fileName)
}
