import { z } from 'zod'
import { documentFormats } from '../../documents/answer-document.ts'
import { editions } from '../../documents/provenance.ts'

export const SheetQuery = z.object({
  format: z.enum(documentFormats).default('pdf'),
  edition: z
    .enum(editions)
    .default('internal')
    .describe('external: without accidents, names, and photos that nobody marked as masked'),
})
export const SheetParam = z.object({ id: z.uuid() })
