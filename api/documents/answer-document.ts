import type { Context } from 'hono'
import { fileNameHeader } from './content-disposition.ts'
import { writeDocx } from './docx/docx.writer.ts'
import type { Paper, WritePaper } from './paper.ts'
import { writePdf } from './pdf/pdf.writer.ts'

export const documentFormats = ['docx', 'pdf'] as const
export type DocumentFormat = (typeof documentFormats)[number]

export const contentTypes: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

export const paperWriters: Readonly<Record<DocumentFormat, WritePaper>> = { docx: writeDocx, pdf: writePdf }

/** Gives on what comes as it is asked for, and tells the source when nobody asks any more. */
function streamOf(
  first: IteratorResult<Uint8Array>,
  chunks: AsyncIterator<Uint8Array>,
): ReadableStream<Uint8Array> {
  let waiting: IteratorResult<Uint8Array> | undefined = first
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const step = waiting ?? (await chunks.next())
        waiting = undefined
        if (step.done) controller.close()
        else controller.enqueue(step.value)
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 1 },
  )
}

/** `fileName` is without its ending. What fails before the first byte is answered as a problem, not as a broken file. */
export async function answerDocument(
  c: Context,
  paper: Paper,
  format: DocumentFormat,
  fileName: string,
): Promise<Response> {
  const chunks = paperWriters[format](paper, { signal: c.req.raw.signal })[Symbol.asyncIterator]()
  const first = await chunks.next()
  return c.body(streamOf(first, chunks), 200, {
    'content-type': contentTypes[format],
    'content-disposition': fileNameHeader(`${fileName}.${format}`),
  })
}
