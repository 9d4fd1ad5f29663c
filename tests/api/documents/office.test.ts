import { beforeAll, describe, expect, test } from 'vitest'
import { writeDocx } from '../../../api/documents/docx/docx.writer.ts'
import {
  canConvert,
  canReadPages,
  convertToPdf,
  pageSizes,
  pageTexts,
  placedWords,
} from '../../harness/office-files.ts'
import { form, letter, list, written } from './sample-papers.ts'

const plain = (text: string) => text.replace(/\s/g, '')

describe.skipIf(!canConvert || !canReadPages)('a Word file, opened and printed by an office program', () => {
  let pdf: Record<string, Buffer>
  beforeAll(async () => {
    const papers = { letter, list: list(12), form: await form() }
    const files = Object.entries(papers).map(async ([name, paper]) => ({
      name: `${name}.docx`,
      bytes: await written(writeDocx, paper),
    }))
    pdf = await convertToPdf(await Promise.all(files))
  }, 120_000)

  test('of a list comes out landscape, with its heading on every page and every row whole', async () => {
    const bytes = pdf['list.docx']!
    const [texts, sizes, words] = await Promise.all([pageTexts(bytes), pageSizes(bytes), placedWords(bytes)])
    expect(texts.length).toBeGreaterThan(2)
    expect(sizes.every(({ width, height }) => width > height)).toBe(true)
    for (const [index, text] of texts.entries()) {
      expect(plain(text)).toContain(`第${index + 1}页共${texts.length}页`)
      expect(plain(text)).toContain('应急管理建')
    }
    const pageOf = (mark: string) => texts.findIndex((text) => plain(text).includes(mark))
    for (let number = 1; number <= 12; number += 1) {
      expect(pageOf(`第${number}条结束`)).toBeGreaterThanOrEqual(0)
      expect(pageOf(`2026〕${String(number).padStart(4, '0')}`)).toBe(pageOf(`第${number}条结束`))
    }
    expect(words.filter(({ right, bottom }) => right > 842 - 50 || bottom > 595 - 25)).toEqual([])
  })

  test('of a letter keeps to its type area, and the receipt in one piece with the copies under it', async () => {
    const bytes = pdf['letter.docx']!
    const [texts, words] = await Promise.all([pageTexts(bytes), placedWords(bytes)])
    const millimetres = (points: number) => (points * 25.4) / 72
    expect(Math.max(...words.map(({ right }) => millimetres(right)))).toBeLessThan(185)
    expect(plain(texts.at(-1)!)).toMatch(/回执.*函号.*整改措施/)
    expect(plain(texts.at(-1)!)).toContain('抄送：旗应急管理局、旗安委办。')
    expect(plain(texts[0]!)).toContain('—1—')
  })

  test('of a sheet has its pictures, and begins the second sheet on a page of its own', async () => {
    const bytes = pdf['form.docx']!
    const [texts] = await Promise.all([pageTexts(bytes)])
    expect(plain(texts.at(-1)!)).toMatch(/^第二张表/)
    expect(plain(texts[0]!)).toContain('治理前：由东向西')
    expect([...bytes.toString('latin1').matchAll(/\/Subtype\s*\/Image/g)].length).toBeGreaterThanOrEqual(2)
  })
})
