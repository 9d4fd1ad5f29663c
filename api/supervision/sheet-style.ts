import type { WriteSheet } from 'hucre'
import { inches, landscapePage, margins } from '../http/office-sheet.ts'
import { headAndFoot } from '../http/workbook-meta.ts'

/** A4 landscape with the margins of lists, one page wide, the first three rows on every page. */
export const listPage = (
  size: { readonly columns: number; readonly rows: number },
  watermark: string | undefined,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    ...landscapePage({ ...size, headRows: 3 }),
    horizontalCentered: true,
    margins: { ...margins, header: inches(10), footer: inches(10) },
  },
  headerFooter: headAndFoot(watermark),
})
