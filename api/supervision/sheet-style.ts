import type { CellStyle, WriteSheet } from 'hucre'
import { columnLetters } from '../http/ledger-workbook.ts'
import { headAndFoot } from '../http/workbook-meta.ts'

/** Named, never bundled: WPS and Word on office machines have them. */
export const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', header: '黑体' } as const

const side = { style: 'thin', color: { rgb: '000000' } } as const
export const border = { top: side, bottom: side, left: side, right: side }

export const textLine = (name: string, size: number, horizontal: 'left' | 'center'): CellStyle => ({
  font: { name, size },
  alignment: { horizontal, vertical: 'center', wrapText: true },
})

const inches = (millimetres: number) => millimetres / 25.4

/** A4 landscape with the margins of lists, one page wide, the first three rows on every page. */
export const listPage = (
  size: { readonly columns: number; readonly rows: number },
  watermark: string | undefined,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(25),
      bottom: inches(20),
      left: inches(20),
      right: inches(20),
      header: inches(10),
      footer: inches(10),
    },
    printArea: `$A$1:$${columnLetters(size.columns)}$${size.rows}`,
    printTitlesRow: '$1:$3',
  },
  headerFooter: headAndFoot(watermark),
})
