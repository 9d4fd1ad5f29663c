import { columnLetters } from '../../http/office-sheet.ts'
import type { ColumnMapping, Counts, ImportKind, Outcome } from '../import-types.ts'
import { synonymsOf } from '../sheets/kind-synonyms.ts'
import { cellName, cellXml, textCell } from './cell-xml.ts'
import { outcomeNames, styleOf, type Look } from './report-styles.ts'

export interface ReportFacts {
  readonly kind: ImportKind
  readonly fileName: string
  /** SHA-256 of the file as it was uploaded. */
  readonly fileHash: string
  readonly sheet: string
  /** 预览, 已入库 and the like. */
  readonly status: string
  readonly coordinateSystem?: string
  readonly counts: Counts
  readonly userName: string
  /** On the clock here. */
  readonly uploadedAt: string
  readonly writtenAt: string
  readonly notes: readonly string[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const kindNames: Readonly<Record<ImportKind, string>> = {
  accidents: '事故',
  hazards: '隐患',
  facilities: '设施',
}
const meanings: Readonly<Record<Outcome, string>> = {
  new: '库中没有，将新增',
  changed: '库中已有，将更新',
  duplicate: '与库中或本文件的另一行相同，不再写入',
  check: '需人工核对后再定',
  refused: '不能采用，请更正后重新导入',
}
const outcomes = Object.keys(meanings) as Outcome[]

type Line = readonly { readonly value: string | number; readonly look?: Look }[]
const line = (...values: readonly (string | number)[]): Line => values.map((value) => ({ value }))
const heading = (...values: readonly string[]): Line => values.map((value) => ({ value, look: 'header' }))

function factLines(facts: ReportFacts): Line[] {
  return [
    heading('导入结果说明', ''),
    line('文件名', facts.fileName),
    line('文件校验码（SHA-256）', facts.fileHash),
    line('工作表', facts.sheet),
    line('数据类别', kindNames[facts.kind]),
    ...(facts.coordinateSystem ? [line('坐标系', facts.coordinateSystem)] : []),
    line('状态', facts.status),
    line('操作人', facts.userName),
    line('上传时间', facts.uploadedAt),
    line('本表生成时间', facts.writtenAt),
    [],
  ]
}

function countLines({ counts }: ReportFacts): Line[] {
  const total = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  return [
    heading('结果', '条数', '含义'),
    ...outcomes.map((outcome): Line => [
      { value: outcomeNames[outcome], look: outcome },
      { value: counts[outcome] },
      { value: meanings[outcome] },
    ]),
    line('合计', total),
    line('标色', '黄底加粗的单元格需核对，红底加下划线的不能采用，蓝底加粗的与库中不同。'),
    [],
  ]
}

function mappingLines({ kind }: ReportFacts, { titles, fields }: ColumnMapping): Line[] {
  const names = new Map(synonymsOf(kind).fields.map(({ field, name }) => [field, name.zh]))
  const used = (field: string | null | undefined) =>
    field === null || field === undefined ? '未采用' : (names.get(field) ?? field)
  return [
    heading('原文件的列', '列名', '采用为'),
    ...titles.map((title, column) => line(columnLetters(column + 1), title, used(fields[column]))),
    [],
  ]
}

/** The sheet 说明: what was imported how, and what the colours mean. */
export function* factsSheet(facts: ReportFacts, mapping: ColumnMapping): Generator<string> {
  yield (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${main}"><cols>` +
    `<col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="48" customWidth="1"/>` +
    `<col min="3" max="3" width="48" customWidth="1"/></cols><sheetData>`
  )
  const notes = facts.notes.length > 0 ? [heading('读取说明'), ...facts.notes.map((note) => line(note))] : []
  const lines = [...factLines(facts), ...countLines(facts), ...mappingLines(facts, mapping), ...notes]
  for (const [index, cells] of lines.entries()) {
    const row = index + 1
    const written = cells.map(({ value, look = 'plain' }, column) => {
      const name = cellName(column, row)
      return typeof value === 'number' ? cellXml(name, value, look) : textCell(name, value, styleOf(look))
    })
    yield `<row r="${row}">${written.join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}
