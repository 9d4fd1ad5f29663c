import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../../api/documents/docx/docx.writer.ts'
import type { Block } from '../../../api/documents/paper.ts'
import { writePdf } from '../../../api/documents/pdf/pdf.writer.ts'
import { photo } from './sample-papers.ts'

const bytes = await photo(64, 48)

/** Tickets with one photo each; tells what was asked for. */
function tickets(read: string[], asked: number[], onRead: (count: number) => void) {
  return async function* (): AsyncGenerator<Block> {
    for (let number = 1; number <= 500; number += 1) {
      asked.push(number)
      yield { kind: 'title', text: `第${number}处` }
      const picture = {
        caption: '现场',
        widthPixels: 64,
        heightPixels: 48,
        type: 'jpg' as const,
        read: () => {
          read.push(`photo ${number}`)
          onRead(read.length)
          return Promise.resolve(bytes)
        },
      }
      yield { kind: 'pictures', perRow: 1, pictures: [picture] }
      await Promise.resolve()
    }
  }
}

describe.each([
  ['Word', writeDocx],
  ['PDF', writePdf],
] as const)('a %s file under way', (_name, write) => {
  test('stops where it is told to, and reads no further photo', async () => {
    const stop = new AbortController()
    const [read, asked]: [string[], number[]] = [[], []]
    const reason = new Error('cancelled')
    const blocks = tickets(read, asked, (count) => count === 100 && stop.abort(reason))
    const work = async () => {
      for await (const chunk of write(
        { title: '', layout: 'form', blocks: blocks() },
        { signal: stop.signal },
      ))
        expect(chunk.length).toBeGreaterThan(0)
    }
    await expect(work()).rejects.toBe(reason)
    expect(read).toHaveLength(100)
    expect(asked.at(-1)).toBeLessThan(200)
  })

  test('asks for no more than is taken', async () => {
    const [read, asked]: [string[], number[]] = [[], []]
    const blocks = tickets(read, asked, () => undefined)()
    const chunks = write({ title: '', layout: 'form', blocks })[Symbol.asyncIterator]()
    for (let taken = 0; taken < 30; taken += 1) await chunks.next()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(read.length).toBeLessThan(35)
    expect(asked.length).toBeLessThan(100)
    await chunks.return?.()
    const before = asked.length
    expect(await blocks.next()).toEqual({ done: true, value: undefined })
    expect(asked.length).toBe(before)
  })

  test('tells how far it is', async () => {
    const [blocks, rows]: [number[], number[]] = [[], []]
    const table: Block = {
      kind: 'table',
      columns: [{ header: '序号', width: 1 }],
      rows: Array.from({ length: 250 }, (_, index) => [String(index)]),
    }
    const writing = {
      onBlock: (count: number) => blocks.push(count),
      onRow: (count: number) => rows.push(count),
    }
    const title: Block = { kind: 'title', text: '台账' }
    for await (const chunk of write({ title: '', layout: 'list', blocks: [title, table, table] }, writing))
      expect(chunk).toBeInstanceOf(Uint8Array)
    expect(blocks).toEqual([1, 2, 3])
    expect(rows.at(-1)).toBe(500)
    expect(rows.length).toBeGreaterThan(4)
  })

  test('passes on why a photo could not be read', async () => {
    const broken = {
      caption: '',
      widthPixels: 1,
      heightPixels: 1,
      type: 'jpg' as const,
      read: () => Promise.reject(new Error('the photo is gone')),
    }
    const blocks: Block[] = [{ kind: 'pictures', perRow: 1, pictures: [broken] }]
    const work = async () => {
      for await (const chunk of write({ title: '', layout: 'form', blocks })) expect(chunk).toBeDefined()
    }
    await expect(work()).rejects.toThrow('the photo is gone')
  })
})
