import type { PaperLayout } from '../paper.ts'
import { letterLine } from './measures.ts'

/** 小标宋, 黑体, 楷体, 仿宋 and 宋体, by what they are for. */
export type Face = 'title' | 'heading' | 'subheading' | 'body' | 'number'

export interface TextStyle {
  readonly face: Face
  readonly isBold?: boolean
  /** Points. */
  readonly size: number
  /** Points from line to line. */
  readonly line: number
}

export type StyleName =
  | 'title'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'body'
  | 'spread'
  | 'label'
  | 'value'
  | 'copies'
  | 'caption'
  | 'note'
  | 'number'
  | 'watermark'

const small = {
  caption: { face: 'body', size: 10.5, line: 15 },
  note: { face: 'body', size: 9, line: 13 },
  watermark: { face: 'number', size: 9, line: 12 },
} as const

/** GB/T 9704-2012 7: 标题 2号小标宋, 正文 3号仿宋, 一级 黑体, 二级 楷体, 三级 仿宋加粗, 页码与版记 4号. */
const letter: Readonly<Record<StyleName, TextStyle>> = {
  ...small,
  title: { face: 'title', size: 22, line: 33 },
  heading1: { face: 'heading', size: 16, line: letterLine },
  heading2: { face: 'subheading', size: 16, line: letterLine },
  heading3: { face: 'body', isBold: true, size: 16, line: letterLine },
  body: { face: 'body', size: 16, line: letterLine },
  spread: { face: 'body', size: 14, line: 24 },
  label: { face: 'heading', size: 12, line: 18 },
  value: { face: 'body', size: 12, line: 18 },
  copies: { face: 'body', size: 14, line: 22 },
  number: { face: 'number', size: 14, line: 18 },
}

const form: Readonly<Record<StyleName, TextStyle>> = {
  ...small,
  title: { face: 'title', size: 20, line: 30 },
  heading1: { face: 'heading', size: 14, line: 24 },
  heading2: { face: 'subheading', size: 12, line: 20 },
  heading3: { face: 'body', isBold: true, size: 12, line: 20 },
  body: { face: 'body', size: 12, line: 20 },
  spread: { face: 'body', size: 11, line: 18 },
  label: { face: 'heading', size: 11, line: 17 },
  value: { face: 'body', size: 11, line: 17 },
  copies: { face: 'body', size: 12, line: 20 },
  number: { face: 'number', size: 10.5, line: 14 },
}

/** Lists are read across a table: 清单与台账 18–22 point titles over 10.5 point rows. */
const list: Readonly<Record<StyleName, TextStyle>> = { ...form, title: { face: 'title', size: 20, line: 30 } }

export const textStyles: Readonly<Record<PaperLayout, Readonly<Record<StyleName, TextStyle>>>> = {
  letter,
  form,
  list,
}

/** A list's rows are set as large as they may be and still look like rows. */
export const tableSizes = [10.5, 9, 8, 7] as const
export const tableLine = (size: number): number => size * 1.3
