import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { answerDocument } from '../../../api/documents/answer-document.ts'
import { fileNameHeader } from '../../../api/documents/content-disposition.ts'
import type { Block, Paper } from '../../../api/documents/paper.ts'
import { photo, picture } from './sample-papers.ts'

const bytes = await photo(64, 48)
const over = (paper: Paper) => {
  const app = new Hono()
  app.onError((error, c) => c.json({ detail: error.message }, 500))
  return app.get('/', (c) => answerDocument(c, paper, 'pdf', '隐患档案（第1号）'))
}
const sheet = (blocks: Paper['blocks']): Paper => ({ title: '', layout: 'form', blocks })

describe('a document as an answer', () => {
  test('says what it is and what it is called', async () => {
    const answer = await over(sheet([{ kind: 'title', text: '隐患' }])).request('/')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="1.pdf"; filename*=UTF-8''${encodeURIComponent('隐患档案（第1号）.pdf')}`,
    )
    const file = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(file).toMatch(/^%PDF-1\.7/)
    expect(file.trimEnd()).toMatch(/%%EOF$/)
  })

  test('is a problem, not half a file, where it fails before it begins', async () => {
    async function* broken(): AsyncGenerator<Block> {
      await Promise.resolve()
      throw new Error('no such hazard')
      yield { kind: 'pageBreak' }
    }
    const answer = await over(sheet(broken())).request('/')
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({ detail: 'no such hazard' })
  })

  test('stops being made when nobody reads it any more', async () => {
    const read: number[] = []
    function* blocks(): Generator<Block> {
      for (let number = 1; number <= 300; number += 1) {
        read.push(number)
        yield { kind: 'pictures', perRow: 1, pictures: [picture('现场', bytes, [64, 48])] }
      }
    }
    const answer = await over(sheet(blocks())).request('/')
    const reader = answer.body!.getReader()
    await reader.read()
    await reader.cancel()
    const before = read.length
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(read.length).toBe(before)
    expect(before).toBeLessThan(50)
  })

  test('has a name that every header may hold', () => {
    expect(fileNameHeader('a/b:"c"\n.docx')).toBe(
      `attachment; filename="a_b__c__.docx"; filename*=UTF-8''a_b__c__.docx`,
    )
    expect(fileNameHeader("清单'(1)*.pdf")).toMatch(
      /^attachment; filename="1_?\.pdf"; filename\*=UTF-8''[\w%.-]+$/,
    )
    expect(fileNameHeader('清单.pdf')).toContain('filename="document.pdf"')
  })
})
