/**
 * What stands on paper, whatever the format: the Word file and the PDF are drawn from the same blocks, so that the two
 * can never say different things. Typography is GB/T 9704-2012; a block says what a piece of text is, never how it looks.
 */
export interface Paper {
  /** Of the file, not printed. */
  readonly title: string
  readonly layout: PaperLayout
  /** Printed small at the head of every page: 演示数据, 内部资料 注意保存, or nothing. */
  readonly watermark?: string
  /** When what stands on it was made, where the same file is to come out whenever it is printed. */
  readonly madeAt?: Date
  /** Where the blocks come one by one, a thousand tickets are never in memory at once. */
  readonly blocks: Iterable<Block> | AsyncIterable<Block>
}

/**
 * `letter`: A4 portrait, the type area of GB/T 9704, page numbers — 1 — outside. `form`: A4 portrait with narrower
 * margins, for sheets that are filled in. `list`: A4 landscape, 第 x 页 共 y 页.
 */
export type PaperLayout = 'letter' | 'form' | 'list'

export type Block =
  | Letterhead
  | { readonly kind: 'title'; readonly text: string }
  /** 一、 / （一） / 1. — the numbering is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Indented by two characters as body text is; `flush` begins at the margin, as 主送 does. */
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly at?: 'indent' | 'flush' | 'centre' | 'right'
    }
  /** 附件：1. … */
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  /** 落款 and 成文日期, four characters from the right. */
  | { readonly kind: 'signature'; readonly organ: string; readonly date: string }
  /** 版记: 抄送, above a rule at the foot of the last page. */
  | { readonly kind: 'copies'; readonly to: readonly string[] }
  /** The dashed line with a word in it, below which the receipt is torn off. */
  | { readonly kind: 'cutLine'; readonly text: string }
  /** Small print: calibre, sources, how and when the page was made. */
  | { readonly kind: 'note'; readonly text: string }
  /** One line of a list's head or foot: its parts are spread over the width. */
  | { readonly kind: 'spread'; readonly parts: readonly string[] }
  | Table
  | Form
  | Pictures
  | { readonly kind: 'pageBreak' }

/** 发文机关标志, 发文字号 and, where the letter goes upwards, 签发人. */
export interface Letterhead {
  readonly kind: 'letterhead'
  readonly organ: string
  readonly number: string
  readonly signer?: string
}

/** Ruled; its heading is repeated on every page and no row is split unless it is higher than a page. */
export interface Table {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
  /** 合计, in the weight of the heading. */
  readonly totals?: readonly string[]
}

export interface TableColumn {
  readonly header: string
  /** Share of the width, relative to the other columns. */
  readonly width: number
  readonly align?: 'left' | 'centre' | 'right'
}

/** A sheet that is filled in: rows of label and value side by side; an empty value is room to write. */
export interface Form {
  readonly kind: 'form'
  readonly rows: readonly FormRow[]
}

export interface FormRow {
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  /** Room in lines of text, where a hand will write more than one. */
  readonly lines?: number
}

export interface Pictures {
  readonly kind: 'pictures'
  readonly pictures: readonly Picture[]
  /** Side by side; all are as wide as their share of the line. */
  readonly perRow: 1 | 2 | 3
}

export interface Picture {
  readonly caption: string
  readonly widthPixels: number
  readonly heightPixels: number
  readonly type: 'jpg' | 'png'
  /** Asked for once, when the picture's page is written. */
  readonly read: () => Promise<Uint8Array>
}

/** Of a document that is being written. */
export interface Writing {
  readonly signal?: AbortSignal
  /** After each block. */
  readonly onBlock?: (written: number) => void
  /** After each few rows of a table, counted over all tables. */
  readonly onRow?: (written: number) => void
}

/** A renderer: paper in, the bytes of a file out, piece by piece. */
export type WritePaper = (paper: Paper, writing?: Writing) => AsyncIterable<Uint8Array>
