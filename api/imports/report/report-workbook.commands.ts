import { factsSheet, type ReportFacts } from './report-facts.ts'
import { reportSheet, type ReportRows } from './report-sheet.ts'
import { stylesXml } from './report-styles.ts'
import { xmlText } from './cell-xml.ts'
import { zipStream, type ZipPart } from './zip-stream.commands.ts'

export interface Report extends ReportRows {
  readonly facts: ReportFacts
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const factsName = '说明'

/** What a sheet may be called: 31 characters, none of these, and not the name of the other sheet. */
function sheetName(name: string): string {
  const plain = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'|'$/g, '')
    .trim()
    .slice(0, 28)
  return plain === '' || plain === factsName ? '导入结果' : plain
}

const contentTypes =
  `${declaration}<Types xmlns="${packages}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
  [1, 2]
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)
    .join('') +
  '</Types>'

const rootRelations =
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const workbookRelations =
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  [1, 2]
    .map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('') +
  `<Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`

const workbookXml = (name: string) =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  `<sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/>` +
  `<sheet name="${factsName}" sheetId="2" r:id="rId2"/></sheets></workbook>`

/** The clerk's own file back, as it is written: memory does not grow with the rows. */
export function reportWorkbook({ facts, ...rows }: Report): AsyncGenerator<Uint8Array> {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [rootRelations] },
    { name: 'xl/workbook.xml', content: [workbookXml(sheetName(facts.sheet))] },
    { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations] },
    { name: 'xl/styles.xml', content: [stylesXml()] },
    { name: 'xl/worksheets/sheet1.xml', content: reportSheet(rows) },
    { name: 'xl/worksheets/sheet2.xml', content: factsSheet(facts, rows.mapping) },
  ]
  return zipStream(parts)
}
