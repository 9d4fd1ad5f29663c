import type { Face } from '../typesetting/text-styles.ts'

/**
 * Named, never bundled: WPS and Word on office machines have them, and their licences forbid passing them on. Where one
 * is missing, Word and WPS take the next of the family by the font table's alternative name.
 */
export const fontNames: Readonly<Record<Face, string>> = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  body: '仿宋_GB2312',
  number: '宋体',
}

/** What stands in for a font that is not installed (w:altName of the font table). */
export const alternatives: Readonly<Record<Face, string>> = {
  title: '华文中宋',
  heading: 'SimHei',
  subheading: '楷体',
  body: '仿宋',
  number: 'SimSun',
}

export const fontsOf = (face: Face) => ({
  ascii: face === 'number' ? fontNames.number : fontNames[face],
  hAnsi: fontNames[face],
  eastAsia: fontNames[face],
  cs: fontNames[face],
})
