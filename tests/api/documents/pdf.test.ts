import { describe, expect, test } from 'vitest'
import type { Block, Paper } from '../../../api/documents/paper.ts'
import { writePdf } from '../../../api/documents/pdf/pdf.writer.ts'
import {
  canReadPages,
  fontsOf,
  pageSizes,
  pageTexts,
  placedWords,
  type PlacedWord,
} from '../../harness/office-files.ts'
import { form, letter, list, longText, photo, picture, written } from './sample-papers.ts'

const plain = (text: string) => text.replace(/\s/g, '')

/** Every text of the blocks that a reader must find. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table')
      return [...block.columns.map(({ header }) => header), ...block.rows.flat(), ...(block.totals ?? [])]
    if (block.kind === 'form')
      return block.rows.flatMap(({ fields }) => fields.flatMap(({ label, value }) => [label, value]))
    if (block.kind === 'pictures') return block.pictures.map(({ caption }) => caption)
    if (block.kind === 'spread') return [...block.parts]
    if ('text' in block) return [block.text]
    return []
  })
}

const counted = (text: string) => {
  const counts = new Map<string, number>()
  for (const character of plain(text)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** No character occurs less often on the pages than in the paper. */
function expectNothingLost(paper: Paper, pages: readonly string[]): void {
  const found = counted(pages.join(''))
  const lost = [...counted(textsOf(paper.blocks as Block[]).join(''))].filter(
    ([character, count]) => (found.get(character) ?? 0) < count,
  )
  expect(lost).toEqual([])
}

const outside = (words: readonly PlacedWord[], { right, bottom }: { right: number; bottom: number }) =>
  words.filter((word) => word.left < 0 || word.right > right || word.bottom > bottom)

describe.skipIf(!canReadPages)('a PDF', () => {
  test('of a list is landscape, repeats its heading, splits no row and loses no character', async () => {
    const paper = list(24)
    const pdf = await written(writePdf, paper)
    const [texts, sizes, words] = await Promise.all([pageTexts(pdf), pageSizes(pdf), placedWords(pdf)])
    expect(texts.length).toBeGreaterThan(5)
    expect(sizes.every(({ width, height }) => Math.round(width) === 842 && Math.round(height) === 595)).toBe(
      true,
    )
    expectNothingLost(paper, texts)
    for (const [index, text] of texts.entries()) {
      expect(plain(text)).toContain(`第${index + 1}页共${texts.length}页`)
      expect(plain(text)).toContain('已采取临时')
      expect(plain(text)).toContain('内部资料')
    }
    // The last words of the first and the last column of a row stand on one page.
    const pageOf = (mark: string) => texts.findIndex((text) => plain(text).includes(mark))
    for (const number of [1, 5, 12, 24])
      expect(pageOf(`〕${String(number).padStart(4, '0')}`)).toBe(pageOf(`第${number}条结束`))
    expect(outside(words, { right: 842 - 55, bottom: 595 - 30 })).toEqual([])
  })

  test('has its type embedded, and no more of it than is used', async () => {
    const pdf = await written(writePdf, letter)
    const fonts = await fontsOf(pdf)
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]+\+/, ''))).toEqual([
      'NotoSerifSC-Regular',
      'NotoSerifSC-Bold',
    ])
    expect(fonts.every(({ isEmbedded, isSubset }) => isEmbedded && isSubset)).toBe(true)
    expect(pdf.length).toBeLessThan(200_000)
  })

  test('of a letter has the type area and the page numbers of GB/T 9704', async () => {
    const pdf = await written(writePdf, letter)
    const [texts, words] = await Promise.all([pageTexts(pdf), placedWords(pdf)])
    expectNothingLost(letter, texts)
    const millimetres = (points: number) => (points * 25.4) / 72
    const numbers = words.filter(({ text, top }) => /^[123]$/.test(text) && millimetres(top) > 262)
    expect(numbers.map(({ page }) => page)).toEqual([1, 2])
    expect(millimetres(numbers[0]!.left)).toBeGreaterThan(150)
    expect(millimetres(numbers[1]!.left)).toBeLessThan(50)
    const body = words.filter(({ top }) => millimetres(top) > 30 && millimetres(top) < 255)
    expect(Math.min(...body.map(({ left }) => millimetres(left)))).toBeGreaterThan(27.5)
    expect(Math.max(...body.map(({ right }) => millimetres(right)))).toBeLessThan(184.8)
    // The receipt is torn off in one piece.
    expect(plain(texts.at(-1)!)).toMatch(/回执函号.*签收单位.*整改措施.*抄送/)
  })

  test('goes on with a row that is higher than a page, and loses nothing of it', async () => {
    const paper: Paper = {
      title: '',
      layout: 'form',
      blocks: [
        {
          kind: 'table',
          columns: [
            { header: '序号', width: 1 },
            { header: '情况', width: 2 },
          ],
          rows: [
            ['1', longText.repeat(60)],
            ['2', '完'],
          ],
        },
      ],
    }
    const texts = await pageTexts(await written(writePdf, paper))
    expect(texts.length).toBeGreaterThan(2)
    expectNothingLost(paper, texts)
    for (const text of texts) expect(plain(text)).toContain('序号')
  })

  test('shows a gap where its type has no character, and survives what no file may hold', async () => {
    const text = '艹☑\u{1F6A7}路\u0000障\uD800'
    const [page] = await pageTexts(
      await written(writePdf, { title: '', layout: 'form', blocks: [{ kind: 'paragraph', text }] }),
    )
    expect(plain(page!)).toContain('艹✓〓路障')
  })

  test('keeps pictures with their captions, in their shape and never blown up', async () => {
    const paper = await form()
    const pdf = await written(writePdf, paper)
    const texts = await pageTexts(pdf)
    expectNothingLost(paper, texts)
    expect(texts).toHaveLength(2)
    const placed = [...pdf.toString('latin1').matchAll(/\/Subtype \/Image/g)]
    expect(placed).toHaveLength(4)
    const small = picture('小图', await photo(96, 48), [96, 48])
    const words = await placedWords(
      await written(writePdf, {
        title: '',
        layout: 'form',
        blocks: [{ kind: 'pictures', perRow: 1, pictures: [small] }],
      }),
    )
    // 48 pixels are 36 points: the caption stands right below them.
    expect(words.find(({ text }) => text === '小图')!.top - (25 * 72) / 25.4).toBeLessThan(36 + 12)
  })

  test('is written while the blocks still come, and knows its number of pages all the same', async () => {
    const asked: string[] = []
    async function* blocks(): AsyncGenerator<Block> {
      for (let number = 1; number <= 40; number += 1) {
        asked.push(`block ${number}`)
        yield { kind: 'title', text: `第${number}张` }
        yield { kind: 'pageBreak' }
        await Promise.resolve()
      }
    }
    const chunks = writePdf({ title: '', layout: 'form', blocks: blocks() })[Symbol.asyncIterator]()
    const first = await chunks.next()
    expect(first.done).toBe(false)
    expect(asked.length).toBeLessThan(3)
    const rest: Uint8Array[] = [first.value as Uint8Array]
    for (let step = await chunks.next(); !step.done; step = await chunks.next()) rest.push(step.value)
    const texts = await pageTexts(Buffer.concat(rest))
    expect(plain(texts[0]!)).toContain(`第1页共${texts.length}页`)
  })
})
