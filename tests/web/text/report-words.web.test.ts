import { expect, test } from 'vitest'
import { closingRates } from '../../../api/hazards/figures/closing-rates.ts'
import { monthTable } from '../../../api/hazards/figures/month-table.ts'
import { timelyMedians } from '../../../api/hazards/figures/timely-medians.ts'
import { monthReport } from '../../../api/reports/month-report.ts'
import { cellText } from '../../../api/reports/report.ts'
import { reportWord } from '../../../web/src/text/report-words.ts'

const rates = closingRates([], '2025-12-31')
const { tables } = monthReport(
  {
    period: { from: '2025-01-01', to: '2025-12-31' },
    ...{ table: monthTable([]), medians: timelyMedians([]), rates, allRates: rates },
  },
  { fillingUnit: '大队', filledOn: '2026-01-05', cutoffOn: '2025-12-31' },
)
const printed = tables.flatMap(({ heading, columns, rows, totals }) => [
  ...(heading ? [heading] : []),
  ...columns.flatMap(({ header, group }) => [header, ...(group ? [group] : [])]),
  ...[...rows, ...(totals ? [totals] : [])].flat().map(cellText),
])

test('every word of the monthly tables is there in English, and the Chinese page has them as they are printed', () => {
  expect(printed.length).toBeGreaterThan(100)
  expect(printed.filter((text) => /\p{Script=Han}/u.test(reportWord(text, 'en')))).toEqual([])
  expect(printed.map((text) => reportWord(text, 'zh'))).toEqual(printed)
})
