import { expect } from 'vitest'
import type { TestApp } from '../../harness/test-app.ts'
import type { ImportBatch } from '../../../api/imports/import.schema.ts'

export type Who = ReturnType<TestApp['as']>

export interface UploadFile {
  readonly name: string
  readonly bytes: Uint8Array | string
}

/** A multipart body, as a browser writes it: the harness sends JSON otherwise. */
export function multipart(file: UploadFile, fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([file.bytes as never]), file.name)
  return form
}

export const sendFile = (as: Who, file: UploadFile, fields: Readonly<Record<string, string>>) =>
  as('/api/imports', { method: 'POST', body: multipart(file, fields) })

const underWay = ['reading', 'committing']

/** Waits until nobody works on the batch; what it says then. */
export async function settled(as: Who, id: string): Promise<ImportBatch> {
  let batch: ImportBatch | undefined
  await expect
    .poll(
      async () => {
        batch = (await (await as(`/api/imports/${id}`)).json()) as ImportBatch
        return underWay.includes(batch.status)
      },
      { timeout: 25_000, interval: 50 },
    )
    .toBe(false)
  return batch!
}

/** Uploads and waits for the preview. */
export async function preview(as: Who, file: UploadFile, fields: Readonly<Record<string, string>>) {
  const answer = await sendFile(as, file, fields)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return settled(as, ((await answer.json()) as ImportBatch).id)
}

export async function commit(as: Who, batch: ImportBatch): Promise<ImportBatch> {
  const answer = await as(`/api/imports/${batch.id}/commit`, {
    method: 'POST',
    headers: { 'if-match': `"${batch.version}"` },
  })
  expect(answer.status, await answer.clone().text()).toBe(202)
  return settled(as, batch.id)
}
