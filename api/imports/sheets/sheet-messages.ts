import type { Text } from '../../http/text.ts'

/** A sheet of fifty columns would bury every other remark. */
const titlesNamed = 6
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
  unused: (titles: readonly string[]): Text => {
    const [first, ...others] = titles.slice(0, titlesNamed).map(short)
    const more = titles.length > titlesNamed
    return {
      zh: `${[first, ...others].map((title) => `“${title}”`).join('、')}${more ? `等 ${titles.length} ` : ''}列没有采用，原样保留在导入记录中；该采用的，请在列名处选定。`,
      en: `Not used, but kept with each row as written: ${titles.length} column(s), ${[first, ...others].map((title) => `“${title}”`).join(', ')}${more ? ' and more' : ''}. Choose a field where one should be used.`,
    }
  },
  missing: (name: Text): Text => ({
    zh: `没有找到“${name.zh}”列，请指定列；确实没有的，逐行核对。`,
    en: `No column for ${name.en} was found. Choose it; if there is none, check the rows.`,
  }),
}
