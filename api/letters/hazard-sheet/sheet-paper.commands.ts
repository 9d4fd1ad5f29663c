import type { Database } from '../../db/tables.ts'
import { findOffice } from '../../documents/office/office.queries.ts'
import type { Paper } from '../../documents/paper.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import { hazardSheets, type SheetOrder } from './hazard-sheets.commands.ts'

interface PaperOrder extends SheetOrder {
  readonly store: PhotoStore
  readonly demo: boolean
  readonly onSheet?: (count: number) => void
}

/** 一患一档 of one or many hazards. */
export async function sheetPaper(
  db: Database,
  ids: readonly string[],
  { demo, ...order }: PaperOrder,
): Promise<Paper> {
  const { watermark } = await findOffice(db)
  const marks = [demo ? '演示数据' : '', watermark].filter((mark) => mark !== '')
  return {
    title: '道路交通安全隐患一患一档',
    layout: 'form',
    ...(marks.length > 0 ? { watermark: marks.join('\u3000') } : {}),
    blocks: hazardSheets(db, ids, order),
  }
}
