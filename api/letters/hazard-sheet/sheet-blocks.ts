import type { Block, Picture } from '../../documents/paper.ts'
import type { SheetContent } from './sheet-content.ts'
import type { SheetEvent } from './sheet-timeline.ts'

export interface SheetPictures {
  readonly photos: readonly Picture[]
  readonly drawings: readonly Picture[]
}

const lines: Readonly<Record<string, number>> = { 隐患描述: 2 }

function formOf({ fields }: SheetContent): Block {
  return {
    kind: 'form',
    rows: fields.map((row) => ({
      fields: row.map(([label, value]) => ({ label, value })),
      ...(lines[row[0]![0]] === undefined ? {} : { lines: lines[row[0]![0]]! }),
    })),
  }
}

function row(pictures: readonly Picture[]): Block[] {
  if (pictures.length === 0) return []
  return [{ kind: 'pictures', pictures, perRow: pictures.length > 2 ? 3 : 2 }]
}

/** Read down the left column, then down the right one. */
function timelineOf(events: readonly SheetEvent[]): Block {
  const half = Math.ceil(events.length / 2)
  const cells = (event: SheetEvent | undefined) => (event ? [event.on, event.what] : ['', ''])
  const columns = [
    { header: '日期', width: 12, align: 'centre' as const },
    { header: '办理过程', width: 32 },
  ]
  return {
    kind: 'table',
    columns: [...columns, ...columns],
    rows: events.slice(0, half).map((event, i) => [...cells(event), ...cells(events[half + i])]),
  }
}

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
