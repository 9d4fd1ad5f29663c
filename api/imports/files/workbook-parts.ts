import { isDateFormat } from './excel-date.ts'
import { newXmlScanner } from './xml-scanner.ts'
import { attributeOf, isTrue } from './xml-text.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly relation: string
  readonly isHidden: boolean
}

function eachTag(
  xml: string,
  seen: (name: string, attributes: string) => void,
  closed?: (name: string) => void,
) {
  const scanner = newXmlScanner({
    open(name, attributes, isEmpty) {
      seen(name, attributes)
      if (isEmpty) closed?.(name)
    },
    close: (name) => closed?.(name),
    text: () => undefined,
  })
  scanner.push(xml)
  scanner.end()
}

/** xl/workbook.xml: the sheets in their order and the origin of the dates. */
export function readWorkbookPart(xml: string): { sheets: WorkbookSheet[]; is1904: boolean } {
  const sheets: WorkbookSheet[] = []
  let is1904 = false
  eachTag(xml, (name, attributes) => {
    if (name === 'workbookPr') is1904 = isTrue(attributeOf(attributes, 'date1904'))
    if (name !== 'sheet') return
    const state = attributeOf(attributes, 'state')
    sheets.push({
      name: attributeOf(attributes, 'name') ?? `Sheet${sheets.length + 1}`,
      relation: attributeOf(attributes, 'id') ?? '',
      isHidden: state === 'hidden' || state === 'veryHidden',
    })
  })
  return { sheets, is1904 }
}

export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** Absolute inside the package, `..` resolved; what would leave the package stays inside. */
export function resolveTarget(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** A .rels part; relations that point outside of the file are left out. */
export function readRelations(xml: string, folder: string): Relation[] {
  const relations: Relation[] = []
  eachTag(xml, (name, attributes) => {
    if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
    relations.push({
      id: attributeOf(attributes, 'Id') ?? '',
      type: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1)!,
      target: resolveTarget(folder, attributeOf(attributes, 'Target') ?? ''),
    })
  })
  return relations
}

/** xl/styles.xml: by style number, whether it shows a date. */
export function readDateStyles(xml: string): boolean[] {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let isCellStyles = false
  const seen = (name: string, attributes: string) => {
    if (name === 'cellXfs') isCellStyles = true
    const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
    if (name === 'numFmt') codes.set(id, attributeOf(attributes, 'formatCode') ?? '')
    if (name === 'xf' && isCellStyles) styles.push(isDateFormat(id, codes.get(id)))
  }
  eachTag(xml, seen, (name) => {
    if (name === 'cellXfs') isCellStyles = false
  })
  return styles
}

/** Rows that the sheet says it has; programs often say A1 only. */
export function estimatedRows(sheetHead: string): number | undefined {
  const last = /<(?:\w+:)?dimension[^>]*ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(sheetHead)?.[1]
  return last === undefined ? undefined : Number(last)
}

export const countPictures = (drawing: string): number => drawing.match(/<(?:\w+:)?pic[\s>]/g)?.length ?? 0
