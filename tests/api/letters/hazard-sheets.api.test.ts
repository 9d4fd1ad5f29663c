import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperWriters } from '../../../api/documents/answer-document.ts'
import type { Block } from '../../../api/documents/paper.ts'
import type { Edition } from '../../../api/documents/provenance.ts'
import { listHazards } from '../../../api/hazards/hazard.queries.ts'
import { hazardSheets } from '../../../api/letters/hazard-sheet/hazard-sheets.commands.ts'
import { sheetPaper } from '../../../api/letters/hazard-sheet/sheet-paper.commands.ts'
import { openPhotoStore } from '../../../api/photos/open-store.commands.ts'
import { canConvert, canReadPages, convertToPdf, pageTexts } from '../../harness/office-files.ts'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

const now = new Date('2026-11-23T02:00:00Z')
let service: TestApp
let hazards: Awaited<ReturnType<typeof listHazards>>

beforeAll(async () => {
  service = await openTestApp({ template: 'demo', now })
  hazards = await listHazards(service.database.db, {}, { limit: 100 }, '2026-11-23')
})
afterAll(() => service.close())

const titled = (part: string) => hazards.find(({ title }) => title.includes(part))!
const store = () => openPhotoStore(service.database.dataFolder)
const order = (edition: Edition) => ({ edition, now, madeBy: '内勤', store: store() })

async function blocksOf(id: string, edition: Edition): Promise<Block[]> {
  const blocks: Block[] = []
  for await (const block of hazardSheets(service.database.db, [id], order(edition))) blocks.push(block)
  return blocks
}
const textOf = (blocks: readonly Block[]) => JSON.stringify(blocks)
const picturesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'pictures' ? block.pictures.map(({ caption }) => caption) : []))

test('a sheet is one page, taken away in the open', async () => {
  const { id } = titled('运煤专线平交口')
  const answer = await service.as('clerk')(`/api/hazards/${id}/documents/sheet?format=pdf`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const pdf = Buffer.from(await answer.arrayBuffer())
  if (canReadPages) {
    const pages = await pageTexts(pdf)
    expect(pages).toHaveLength(1)
    for (const said of ['K1046+200—K1047+900', '棋盘井中队', '重大', '死亡', '校验码', '内部版'])
      expect(pages[0]!.replace(/\s/g, '')).toContain(said)
  }
  const audit = await service.as('audit')(`/api/audit?objectType=hazard&objectId=${id}`)
  const { items } = (await audit.json()) as { items: { action: string; after: unknown }[] }
  expect(items.find(({ action }) => action === 'hazard.export')?.after).toMatchObject({
    format: 'pdf',
    filter: { document: 'sheet', edition: 'internal' },
  })
})

test('who may not take hazards away gets no sheet, and an unknown one is not found', async () => {
  const own = titled('运煤专线平交口')
  const other = titled('K12+700')
  const path = (id: string) => `/api/hazards/${id}/documents/sheet`
  expect((await service.as('facility')(path(own.id))).status).toBe(403)
  expect((await service.as('squad')(path(other.id))).status).toBe(403)
  expect((await service.as('admin')(path(own.id))).status).toBe(403)
  expect((await service.as('clerk')(path('0199f0d0-0000-7000-8000-000000000000'))).status).toBe(404)
  expect((await service.as('clerk')(`${path(own.id)}?format=xlsx`)).status).toBe(400)
})

test('outside go no deaths, no names, and only photos that somebody marked as masked', async () => {
  const { id } = titled('运煤专线平交口')
  const [inside, outside] = [await blocksOf(id, 'internal'), await blocksOf(id, 'external')]
  expect(textOf(inside)).toContain('死亡')
  expect(textOf(inside)).toContain('王某某')
  expect(textOf(outside)).not.toMatch(/死亡|受伤|王某某/)
  expect(picturesOf(inside)).toHaveLength(4)
  expect(picturesOf(outside)).toEqual(['位置图', '桩号图'])
  const photos = await service.as('leader')(`/api/hazards/${id}/photos`)
  const { items } = (await photos.json()) as { items: { id: string; stage: string }[] }
  const found = items.find(({ stage }) => stage === 'found')!
  const masking = { method: 'POST', body: { isMasked: true } }
  expect((await service.as('leader')(`/api/hazards/${id}/photos/${found.id}/mask`, masking)).status).toBe(200)
  expect(picturesOf(await blocksOf(id, 'external'))[0]).toContain('整改前')
})

test('a hazard that is only a road’s name says so instead of showing an empty map', async () => {
  const blocks = await blocksOf(titled('通村油路').id, 'internal')
  expect(textOf(blocks)).toContain('没有桩号和坐标，无法绘图')
  expect(picturesOf(blocks).join()).not.toContain('位置图')
})

test.skipIf(!canConvert || !canReadPages)(
  'all sheets in one file: a page each, in PDF and in a Word file as an office program prints it',
  { timeout: 180_000 },
  async () => {
    const bytesOf = async (format: 'docx' | 'pdf') => {
      const ids = hazards.map(({ id }) => id)
      const paper = await sheetPaper(service.database.db, ids, { ...order('internal'), demo: true })
      const chunks: Uint8Array[] = []
      for await (const chunk of paperWriters[format](paper)) chunks.push(chunk)
      return Buffer.concat(chunks)
    }
    const printed = await convertToPdf([{ name: 'sheets.docx', bytes: await bytesOf('docx') }])
    for (const pdf of [await bytesOf('pdf'), printed['sheets.docx']!]) {
      const pages = await pageTexts(pdf)
      expect(pages).toHaveLength(hazards.length)
      for (const [i, { displayNumber }] of hazards.entries())
        expect(pages[i]!.replace(/\s/g, '')).toContain(displayNumber)
    }
  },
)

test('the sheets of a filter are made in the background', async () => {
  const body = { kind: 'hazardSheets', format: 'pdf', edition: 'external', request: { level: '3' } }
  const answer = await service.as('clerk')('/api/exports', { method: 'POST', body })
  expect(answer.status).toBe(202)
  const job = (await answer.json()) as { id: string }
  await expect
    .poll(
      async () =>
        ((await (await service.as('clerk')(`/api/exports/${job.id}`)).json()) as { state: string }).state,
      { timeout: 30_000 },
    )
    .toBe('done')
})
