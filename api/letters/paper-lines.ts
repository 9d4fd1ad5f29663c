import type { Block } from '../documents/paper.ts'
import { thirdRank, wide } from './wording.ts'

export const lineRoles = [
  'head',
  'title',
  'heading',
  'text',
  'flush',
  'centre',
  'right',
  'small',
  'cut',
] as const

export interface PaperLine {
  readonly as: (typeof lineRoles)[number]
  readonly text: string
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
type Words = { readonly [Kind in Block['kind']]?: (block: Of<Kind>) => PaperLine[] }

const line = (as: PaperLine['as'], text: string): PaperLine => ({ as, text })

const places = { indent: 'text', flush: 'flush', centre: 'centre', right: 'right' } as const

const cells = (row: readonly string[]) =>
  line('flush', row.map((cell) => cell || wide.repeat(2)).join(' ｜ '))

/** What each block says, without what it looks like. */
const words: Words = {
  letterhead: ({ organ, number, signer }) => [
    line('head', organ),
    line('centre', number),
    ...(signer === undefined ? [] : [line('right', `签发人：${signer || wide.repeat(3)}`)]),
  ],
  title: ({ text }) => [line('title', text)],
  heading: ({ text }) => [line('heading', text)],
  paragraph: ({ text, at = 'indent' }) => [line(places[at], text)],
  attachments: ({ names }) =>
    names.map((name, index) =>
      line(
        'text',
        `${index === 0 ? '附件：' : wide.repeat(3)}${names.length > 1 ? thirdRank(index) : ''}${name}`,
      ),
    ),
  signature: ({ organ, date }) => [line('right', organ), line('right', date)],
  copies: ({ to }) => [line('small', `抄送：${to.join('、')}。`)],
  cutLine: ({ text }) => [line('cut', text)],
  note: ({ text }) => [line('small', text)],
  spread: ({ parts }) => [line('flush', parts.join(wide.repeat(2)))],
  table: ({ columns, rows, totals }) => [
    cells(columns.map(({ header }) => header)),
    ...rows.map(cells),
    ...(totals ? [cells(totals)] : []),
  ],
  form: ({ rows }) =>
    rows.map(({ fields }) =>
      line('flush', fields.map(({ label, value }) => `${label}：${value}`).join(wide.repeat(2))),
    ),
  pictures: ({ pictures }) => pictures.map(({ caption }) => line('centre', `［${caption}］`)),
}

/** A paper as lines of text: what is looked at before the file is made. */
export const paperLines = (blocks: readonly Block[]): PaperLine[] =>
  blocks.flatMap((block) => (words[block.kind] as ((block: Block) => PaperLine[]) | undefined)?.(block) ?? [])
