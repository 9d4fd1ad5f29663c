import type { Text } from '../../http/text.ts'

const short = (title: string) => title.slice(0, 40)

export const sheetMessages = {
  personalColumn: (title: string): Text => ({
    zh: `“${short(title)}”列是个人信息，不导入。`,
    en: `Column “${short(title)}” is about persons and is not taken.`,
  }),
  ambiguous: (title: string, names: readonly Text[]): Text => ({
    zh: `“${short(title)}”列可能是${names.map(({ zh }) => zh).join('或')}，请选定。`,
    en: `Column “${short(title)}” may be ${names.map(({ en }) => en).join(' or ')}. Choose one.`,
  }),
  twice: (title: string, name: Text): Text => ({
    zh: `“${short(title)}”列也像是${name.zh}，已采用另一列；如不对请改选。`,
    en: `Column “${short(title)}” also looks like ${name.en}; another column was taken. Choose again if that is wrong.`,
  }),
  unused: (title: string): Text => ({
    zh: `“${short(title)}”列没有采用，原样保留在导入记录中。`,
    en: `Column “${short(title)}” is not used; it is kept with the row as it was.`,
  }),
  missing: (name: Text): Text => ({
    zh: `没有找到“${name.zh}”列，请指定列；确实没有的，逐行核对。`,
    en: `No column for ${name.en} was found. Choose it; if there is none, check the rows.`,
  }),
  noHeader: (): Text => ({
    zh: '没有找到表头：前 60 行中没有一行能认出 4 个以上的列名。请确认选对了工作表和数据类别。',
    en: 'No header was found: none of the first 60 rows has 4 known titles. Check the sheet and the kind of data.',
  }),
}
