import type { Outcome } from '../import-types.ts'

/** Colours for the screen; bold and underline for paper without colours, and the word of the outcome in any case. */
const looks = {
  plain: { fill: null, font: 0 },
  header: { fill: 'D9D9D9', font: 1 },
  new: { fill: 'C6EFCE', font: 0 },
  changed: { fill: 'BDD7EE', font: 1 },
  duplicate: { fill: 'D9D9D9', font: 3 },
  check: { fill: 'FFEB9C', font: 1 },
  refused: { fill: 'FFC7CE', font: 2 },
} as const
export type Look = keyof typeof looks

const formats = ['general', 'date', 'dateTime', 'text'] as const
export type Format = (typeof formats)[number]

const lookNames = Object.keys(looks) as Look[]
const formatIds: Readonly<Record<Format, number>> = { general: 0, date: 164, dateTime: 165, text: 49 }

/** Place of a style in the workbook's list. */
export const styleOf = (look: Look, format: Format = 'general'): number =>
  lookNames.indexOf(look) * formats.length + formats.indexOf(format)

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  new: '新增',
  changed: '更新',
  duplicate: '重复',
  check: '待核',
  refused: '拒绝',
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const font = (more: string) => `<font>${more}<sz val="11"/><name val="宋体"/><charset val="134"/></font>`
const fills = [...new Set(Object.values(looks).flatMap(({ fill }) => (fill === null ? [] : [fill])))]
const solid = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`

function formatted(look: Look, format: Format): string {
  const { fill, font: fontId } = looks[look]
  const fillId = fill === null ? 0 : fills.indexOf(fill) + 2
  return (
    `<xf numFmtId="${formatIds[format]}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" ` +
    `applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">` +
    `<alignment vertical="top"${look === 'header' || format === 'text' ? ' wrapText="1"' : ''}/></xf>`
  )
}

export function stylesXml(): string {
  const fonts = [font(''), font('<b/>'), font('<b/><u/>'), font('<i/>')]
  const xfs = lookNames.flatMap((look) => formats.map((format) => formatted(look, format)))
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="${main}">` +
    `<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
    `<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill>` +
    `<fill><patternFill patternType="gray125"/></fill>${fills.map(solid).join('')}</fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  )
}
