import { describe, expect, test, vi } from 'vitest'
import type { Query } from '../../../api/client.ts'
import { defaultOffice } from '../../../api/documents/office/office.ts'
import type { LetterPreview, Office } from '../../../web/src/api/letter-calls.ts'
import { LetterDesk } from '../../../web/src/letters/letter-desk.svelte.ts'
import { letterOffers } from '../../../web/src/letters/letter-offers.ts'

vi.mock('../../../web/src/ui/save-file.ts', () => ({ saveFile: vi.fn() }))
const { saveFile } = await import('../../../web/src/ui/save-file.ts')

const ticket = (status: number, more: object = {}) => ({
  ...{ status, overdueDays: 0, clocks: [], isExtensionPending: false, extensions: 0, flags: [] },
  ...more,
})
const kindsOf = (status: number, more: object = {}) =>
  letterOffers(ticket(status, more)).map(({ kind }) => kind)
const dueOf = (status: number, more: object = {}) =>
  letterOffers(ticket(status, more)).flatMap(({ kind, isDue }) => (isDue ? [kind] : []))

describe('the papers offered on a ticket', () => {
  test('are those that its state waits for, first', () => {
    expect(dueOf(20)).toEqual(['notice'])
    expect(dueOf(30)).toEqual(['notice', 'receipt'])
    expect(dueOf(40)).toEqual([])
    expect(dueOf(40, { overdueDays: 12 })).toEqual(['urging'])
    expect(dueOf(50)).toEqual(['acceptance'])
    expect(dueOf(40, { isExtensionPending: true, flags: ['governmentReportMissing'] })).toEqual([
      'report',
      'extension',
    ])
    expect(kindsOf(40, { overdueDays: 12 })[0]).toBe('urging')
  })

  test('leave out what the service would refuse', () => {
    expect(kindsOf(10)).toEqual(['sheet'])
    expect(kindsOf(16)).toEqual(['sheet'])
    expect(kindsOf(70)).not.toContain('extension')
    expect(kindsOf(70, { extensions: 1 })).toContain('extension')
    expect(kindsOf(70)).not.toContain('urging')
    expect(kindsOf(50, { overdueDays: 3 })).not.toContain('urging')
  })

  test('an unsigned letter is urged like a late remedy', () => {
    const clocks = [
      { code: 'sign', since: '2026-11-01', dueOn: '2026-11-04', overdueDays: 2, warning: 'red' },
    ]
    expect(dueOf(30, { clocks })[0]).toBe('urging')
  })
})

const office = { ...defaultOffice, version: 0 } as unknown as Office
const paper = { number: null, proposedNumber: '鄂公交隐函〔2026〕8号', lines: [] } as unknown as LetterPreview

function deskOver(
  file = vi.fn(async () => ({ blob: new Blob(), name: '抄告函.docx' as string | undefined })),
) {
  const preview = vi.fn<(query: Query) => Promise<LetterPreview>>().mockResolvedValue(paper)
  const desk = new LetterDesk({ preview, file, office: async () => office }, () => '2026-11-28')
  return { desk, preview, file }
}

describe('a paper on the desk', () => {
  test('asks for nothing but what was chosen, and shows the usual basis as chosen', async () => {
    const { desk, preview } = deskOver()
    await desk.open()
    expect(preview).toHaveBeenCalledWith({})
    expect(desk.basis).toEqual(['roadTraffic29'])
  })

  test('bears the proposed number and today only when that is ticked', async () => {
    const { desk, file } = deskOver()
    await desk.open()
    await desk.save('docx', '抄告函')
    expect(file).toHaveBeenLastCalledWith({ basis: ['roadTraffic29'], format: 'docx' })
    desk.isNumbered = true
    desk.isOrder = true
    desk.recipient = ' 棋盘井镇人民政府 '
    await desk.save('pdf', '抄告函')
    expect(file).toHaveBeenLastCalledWith({
      ...{ basis: ['roadTraffic29'], recipient: '棋盘井镇人民政府', style: 'order' },
      ...{ number: '鄂公交隐函〔2026〕8号', datedOn: '2026-11-28', format: 'pdf' },
    })
    expect(saveFile).toHaveBeenLastCalledWith(expect.any(Blob), '抄告函.docx')
  })

  test('a refused file leaves its reason, and the next attempt clears it', async () => {
    const file = vi.fn<() => Promise<{ blob: Blob; name: string | undefined }>>()
    file
      .mockRejectedValueOnce(new Error('forbidden'))
      .mockResolvedValueOnce({ blob: new Blob(), name: undefined })
    const { desk } = deskOver(file)
    await desk.save('docx', '抄告函')
    expect(desk.failure).toBeInstanceOf(Error)
    await desk.save('docx', '抄告函')
    expect(desk.failure).toBeUndefined()
    expect(saveFile).toHaveBeenLastCalledWith(expect.any(Blob), '抄告函.docx')
  })
})
