import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balancedLines, breakLines, estimateWidth } from '../../../api/documents/typesetting/line-breaking.ts'

const measure = (text: string) =>
  [...text].reduce((sum, character) => sum + (character < '\u2000' ? 1 : 2), 0)
const lines = (text: string, width: number, indent = 0) => breakLines(text, width, measure, indent)

const word = fc.constantFrom(
  ...[
    '隐患',
    '道路',
    '，',
    '。',
    '、',
    '（',
    '）',
    '“',
    '”',
    '……',
    '——',
    'K1046+200',
    '3.8%',
    'G109',
    '2026-06-30',
    ' ',
    '鄂',
  ],
)
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''))
const width = fc.integer({ min: 24, max: 80 })

describe('lines of Chinese text', () => {
  test('lose nothing but the spaces at their ends, and none is wider than the column', () => {
    fc.assert(
      fc.property(text, width, fc.integer({ min: 0, max: 4 }), (said, room, indent) => {
        const broken = lines(said, room, indent)
        expect(broken.join('').replaceAll(' ', '')).toBe(said.replaceAll(' ', ''))
        broken.forEach((line, index) =>
          expect(measure(line)).toBeLessThanOrEqual(room - (index === 0 ? indent : 0)),
        )
      }),
    )
  })

  test('neither begin with a mark that closes nor end with one that opens, where the marks leave a choice', () => {
    const sparse = fc
      .array(
        fc.tuple(
          fc.constantFrom('隐患', '道路交通', 'K1046+200', '鄂'),
          fc.constantFrom('', '，', '。', '（', '）'),
        ),
        {
          maxLength: 40,
        },
      )
      .map((pairs) => pairs.flat().join(''))
    fc.assert(
      fc.property(sparse, width, (said, room) => {
        const broken = lines(said, room)
        for (const line of broken.slice(1)) expect(line).not.toMatch(/^[，。）]/)
        for (const line of broken.slice(0, -1)) expect(line).not.toMatch(/（$/)
      }),
    )
  })

  test('keep a stake, a date and a number whole where they fit', () => {
    expect(lines('国道K1046+200路段', 12)).toEqual(['国道', 'K1046+200路', '段'])
    expect(lines('截至2026-06-30止', 12)).toEqual(['截至', '2026-06-30止'])
  })

  test('cut what is wider than the column behind a sign', () => {
    expect(lines('K1046+200—K1047+900', 8)).toEqual(['K1046+', '200—', 'K1047+', '900'])
    expect(lines('2026-06-30', 6)).toEqual(['2026-', '06-30'])
    expect(lines('ABCDEFGHIJ', 4)).toEqual(['ABCD', 'EFGH', 'IJ'])
  })

  test('a mark goes down with the character before it', () => {
    expect(lines('道路交通，安全', 8)).toEqual(['道路交', '通，安全'])
    expect(lines('道路交（通）', 8)).toEqual(['道路交', '（通）'])
  })

  test('of a title are about as long as each other', () => {
    const title = '关于道路交通安全隐患挂牌督办的报告'
    expect(lines(title, 30)).toEqual(['关于道路交通安全隐患挂牌督办的', '报告'])
    expect(balancedLines(title, 30, measure)).toEqual(['关于道路交通安全', '隐患挂牌督办的报告'])
  })

  test('of a title end neither inside a place nor beyond the line, with the space between two scripts', () => {
    const title = '关于催办国道109线967公里+400米至970公里+100米路段道路交通安全隐患治理的函'
    const estimate = estimateWidth(22)
    const broken = balancedLines(title, 442, estimate)
    expect(broken.join('')).toBe(title)
    for (const line of broken) expect(estimate(line)).toBeLessThanOrEqual(442)
    expect(broken.filter((line) => line.includes('967公里+400米') || line.includes('970公里+100米'))).toEqual(
      broken.slice(0, 2),
    )
  })

  test('are estimated no shorter than they are set', () => {
    expect(estimateWidth(10)('隐患')).toBe(20)
    expect(estimateWidth(10)('G109线')).toBeCloseTo(4 * 6.4 + 10 + 2.5)
  })
})
