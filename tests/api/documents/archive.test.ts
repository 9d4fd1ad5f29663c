import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeDocx } from '../../../api/documents/docx/docx.writer.ts'
import type { Block } from '../../../api/documents/paper.ts'

const table: Block = { kind: 'table', columns: [{ header: '序号', width: 1 }], rows: [['1']] }

/** name → sum, as the directory at the end of the archive says. */
function sumsOf(archive: Buffer): Map<string, number> {
  const sums = new Map<string, number>()
  let at = archive.indexOf('PK\x01\x02', 0, 'latin1')
  while (at >= 0 && archive.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    sums.set(archive.toString('utf8', at + 46, at + 46 + name!), archive.readUInt32LE(at + 16))
    at += 46 + name! + extra! + comment!
  }
  return sums
}

test('the sums of a Word file hold where one table follows another', async () => {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeDocx({ title: '两表', layout: 'form', blocks: [table, table] }))
    chunks.push(chunk)
  const archive = Buffer.concat(chunks)
  const parts = unzipSync(archive)
  const sums = sumsOf(archive)
  expect([...sums.keys()]).toContain('word/document.xml')
  expect([...sums].filter(([name, sum]) => sum !== crc32(parts[name]!))).toEqual([])
})
