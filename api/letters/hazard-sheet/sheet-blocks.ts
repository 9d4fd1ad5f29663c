import type { Block, Picture } from '../../documents/paper.ts'
import type { SheetContent } from './sheet-content.ts'
import { timelineText, type SheetEvent } from './sheet-timeline.ts'

export interface SheetPictures {
  readonly photos: readonly Picture[]
  readonly drawings: readonly Picture[]
}

const formOf = ({ fields }: SheetContent): Block => ({
  kind: 'form',
  rows: fields.map((row) => ({ fields: row.map(([label, value]) => ({ label, value })) })),
})

function row(pictures: readonly Picture[]): Block[] {
  if (pictures.length === 0) return []
  return [{ kind: 'pictures', pictures, perRow: pictures.length > 2 ? 3 : 2 }]
}

const timelineOf = (events: readonly SheetEvent[]): Block => ({
  kind: 'form',
  rows: [{ fields: [{ label: '办理过程', value: timelineText(events) }] }],
})

/** One hazard on one page. */
export function sheetBlocks(content: SheetContent, pictures: SheetPictures, provenance: string): Block[] {
  return [
    { kind: 'title', text: '道路交通安全隐患档案（一患一档）' },
    formOf(content),
    ...row(pictures.photos),
    ...row(pictures.drawings),
    ...content.remarks.map((text): Block => ({ kind: 'note', text })),
    timelineOf(content.events),
    { kind: 'note', text: provenance },
  ]
}
