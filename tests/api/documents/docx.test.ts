import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../../api/documents/docx/docx.writer.ts'
import type { Paper } from '../../../api/documents/paper.ts'
import { form, letter, list, photo, written } from './sample-papers.ts'

async function partsOf(paper: Paper) {
  const parts = unzipSync(await written(writeDocx, paper))
  const text = (name: string) => new TextDecoder().decode(parts[name])
  return { parts, text, document: text('word/document.xml'), styles: text('word/styles.xml') }
}

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length
const styleOf = (styles: string, id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)![0]
/** Twentieths of a point. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)

describe('a Word file', () => {
  test('of a letter has the page of GB/T 9704-2012: 37, 28, a type area of 156 by 225', async () => {
    const { document } = await partsOf(letter)
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    const margins = /<w:pgMar [^>]*>/.exec(document)![0]
    const margin = (side: string) => Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)![1])
    expect([margin('top'), margin('right'), margin('bottom'), margin('left')]).toEqual(
      [37, 26, 35, 28].map(twips),
    )
  })

  test('names its fonts for Chinese text, and what stands in for each of them', async () => {
    const { styles, text } = await partsOf(letter)
    const east = (id: string) => /w:eastAsia="([^"]+)"/.exec(styleOf(styles, id))![1]
    expect(['Title', 'Heading1', 'Heading2', 'Heading3', 'PaperBody', 'PaperNumber'].map(east)).toEqual([
      '方正小标宋简体',
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '仿宋_GB2312',
      '宋体',
    ])
    expect(text('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
    expect(styles).toContain('w:eastAsia="zh-CN"')
    expect(styleOf(styles, 'Title')).toContain('<w:sz w:val="44"/>')
    expect(styleOf(styles, 'PaperBody')).toContain('<w:sz w:val="32"/>')
    // 225 mm in 22 lines are 28.99 points.
    expect(styleOf(styles, 'PaperBody')).toMatch(/w:line="580" w:lineRule="exact"/)
    expect(styleOf(styles, 'PaperBody')).toContain('<w:spacing w:val="-4"/>')
  })

  test('of a letter indents by two characters and numbers odd pages right, even pages left', async () => {
    const { document, text, parts } = await partsOf(letter)
    expect(count(document, /w:firstLineChars="200"/g)).toBe(2)
    expect(text('word/settings.xml')).toContain('<w:evenAndOddHeaders')
    const references = [...document.matchAll(/<w:footerReference w:type="(\w+)" r:id="(\w+)"/g)]
    expect(references.map(([, type]) => type).sort()).toEqual(['default', 'even'])
    const relations = text('word/_rels/document.xml.rels')
    const foot = (type: string) => {
      const id = references.find(([, found]) => found === type)![2]
      const tag = relations.match(/<Relationship [^>]*>/g)!.find((found) => found.includes(`"${id}"`))!
      return text(`word/${/Target="([^"]+)"/.exec(tag)![1]}`)
    }
    expect(foot('default')).toContain('<w:jc w:val="right"/>')
    expect(foot('even')).toContain('<w:jc w:val="left"/>')
    expect(foot('even')).toMatch(/— .*PAGE.* —/)
    expect(Object.keys(parts).filter((name) => name.startsWith('word/header'))).toHaveLength(2)
  })

  test('of a list is landscape; its table is fixed, ruled at half a point, repeats its heading and splits no row', async () => {
    const { document, text } = await partsOf(list(230))
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(count(document, /<w:tbl>/g)).toBe(1)
    expect(count(document, /<\/w:tbl>/g)).toBe(1)
    expect(count(document, /<w:tr>/g)).toBe(232)
    expect(count(document, /<w:cantSplit\/>/g)).toBe(232)
    expect(count(document, /<w:tblHeader\/>/g)).toBe(1)
    expect(document).toContain('<w:tblLayout w:type="fixed"/>')
    expect(/<w:tblBorders>.*?<\/w:tblBorders>/.exec(document)![0]).toContain('w:sz="4"')
    const grid = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]))
    expect(grid).toHaveLength(20)
    expect(Math.abs(grid.reduce((sum, width) => sum + width, 0) - twips(257))).toBeLessThan(20)
    expect(document).toContain('第230条结束')
    const foot = text('word/footer1.xml')
    expect(foot).toMatch(/第 .*PAGE.* 页 {2}共 .*NUMPAGES.* 页/)
  })

  test('holds each picture as it was, by its own name, and nothing in its place', async () => {
    const { document, parts, text } = await partsOf(await form())
    const names = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
    expect(names).toEqual([1, 2, 3, 4].map((number) => `word/media/picture${number}.jpg`))
    const [wide, tall] = [await photo(1600, 1200), await photo(900, 1600, 90)]
    const isSame = (index: number, bytes: Uint8Array) => Buffer.from(parts[names[index]!]!).equals(bytes)
    expect([isSame(0, wide), isSame(1, tall), isSame(2, wide), isSame(3, wide)]).toEqual([
      true,
      true,
      true,
      true,
    ])
    const embedded = [...document.matchAll(/r:embed="(\w+)"/g)].map((match) => match[1])
    expect(embedded).toEqual(['picture1', 'picture2', 'picture3', 'picture4'])
    for (const id of embedded) expect(text('word/_rels/document.xml.rels')).toContain(`Id="${id}"`)
    const ids = [...document.matchAll(/<wp:docPr id="(\d+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(4)
    expect(text('[Content_Types].xml')).toContain('Extension="jpg"')
    expect(count(document, /w:pageBreakBefore/g)).toBe(1)
  })

  test('is written alike for the same paper, and can be read whatever an officer typed', async () => {
    const paper: Paper = {
      title: '',
      layout: 'form',
      blocks: [{ kind: 'paragraph', text: '<b>&\u0000"路障"\u{1F6A7}\uD800\n第二行' }],
    }
    const { document } = await partsOf(paper)
    expect(document).toContain('&lt;b&gt;&amp;')
    expect(document).toContain('\u{1F6A7}')
    expect(document).not.toMatch(/\u0000|\uFFFD/) // eslint-disable-line no-control-regex
    expect(document).toContain('<w:br/>')
    expect((await partsOf(paper)).document).toBe(document)
  })
})
