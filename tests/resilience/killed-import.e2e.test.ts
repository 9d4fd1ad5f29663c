import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportBatch } from '../../api/imports/import.schema.ts'
import { startDemoService } from '../harness/demo-service.ts'
import { signedIn, startService, type RunningService } from '../harness/running-service.ts'

/** After the commit was accepted; the last one comes when it is through. */
const killedAfterMs = [0, 300, 1500]
const rows = 4000

let folder: string
let service: RunningService | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-import-'))
})
afterAll(async () => {
  await service?.kill()
  await rm(folder, { recursive: true, force: true })
})

const start = () => startService({ DATA_FOLDER: join(folder, 'data'), LOG_LEVEL: 'silent' })

type Send = Awaited<ReturnType<typeof signedIn>>

/** A year long before the demonstration, so that its records are told from all others. */
function accidentsOf2015(): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const number = `150624201501${String(index).padStart(6, '0')}`
    const minute = new Date(Date.UTC(2015, 0, 1) + index * 130 * 60_000).toISOString()
    return `${number},${minute.slice(0, 10)} ${minute.slice(11, 16)},G109,K${1046 + (index % 40)}+200,路口,0,1,500,31`
  })
  const titles = '事故编号,事故发生时间,路号,桩号,事故地点,7日内死亡人数,受伤人数,直接财产损失,事故形态'
  return [titles, ...lines].join('\r\n')
}

async function upload(send: Send, text: string): Promise<string> {
  const part = (name: string, value: string, more = '') =>
    `--edge\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
  const body = `${part('kind', 'accidents')}${part('procedure', 'general')}${part('file', text, '; filename="2015.csv"')}--edge--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  const answer = await send('/api/imports', { method: 'POST', body, headers })
  return ((await answer.json()) as ImportBatch).id
}

async function settled(send: Send, id: string): Promise<ImportBatch> {
  for (;;) {
    const batch = (await (await send(`/api/imports/${id}`, {})).json()) as ImportBatch
    if (!['reading', 'committing'].includes(batch.status)) return batch
    await sleep(100)
  }
}

async function countOf2015(send: Send): Promise<number> {
  const answer = await send('/api/statistics/four-indices?from=2015-01-01&to=2015-12-31&calibre=general', {})
  return ((await answer.json()) as { current: { accidents: number } }).current.accidents
}

test('killed at any moment of a commit, the service has the whole batch or none of it', async () => {
  service = await startDemoService(join(folder, 'data'))
  let send = await signedIn(service.url, 'accident')
  const id = await upload(send, accidentsOf2015())
  let batch = await settled(send, id)
  const expected = batch.willWrite.inserts
  expect(expected).toBeGreaterThan(rows * 0.9)
  for (const afterMs of killedAfterMs) {
    if (batch.status === 'committed') break
    const headers = { 'if-match': `"${batch.version}"` }
    expect((await send(`/api/imports/${id}/commit`, { method: 'POST', headers })).status).toBe(202)
    await sleep(afterMs)
    await service.kill()
    service = await start()
    send = await signedIn(service.url, 'accident')
    batch = await settled(send, id)
    expect(['preview', 'committed']).toContain(batch.status)
    expect(await countOf2015(send)).toBe(batch.status === 'committed' ? expected : 0)
  }
}, 300_000)
