import { addDays, daysOfPeriod } from '../../areas/calendar-days.ts'

export interface Holiday {
  readonly day: string
  readonly kind: 'holiday' | 'workday'
  readonly name: string
}

const off = (from: string, to: string, name: string): Holiday[] =>
  Array.from({ length: daysOfPeriod({ from, to }) }, (_, i) => ({
    day: addDays(from, i),
    kind: 'holiday' as const,
    name,
  }))
const worked = (day: string, name: string): Holiday => ({ day, kind: 'workday', name: `${name}调休` })

/** 国务院办公厅关于2026年部分节假日安排的通知 of 4 November 2025. Later years are entered once announced. */
export const announcedHolidays: readonly Holiday[] = [
  ...off('2026-01-01', '2026-01-03', '元旦'),
  worked('2026-01-04', '元旦'),
  worked('2026-02-14', '春节'),
  ...off('2026-02-15', '2026-02-23', '春节'),
  worked('2026-02-28', '春节'),
  ...off('2026-04-04', '2026-04-06', '清明节'),
  ...off('2026-05-01', '2026-05-05', '劳动节'),
  worked('2026-05-09', '劳动节'),
  ...off('2026-06-19', '2026-06-21', '端午节'),
  worked('2026-09-20', '国庆节'),
  ...off('2026-09-25', '2026-09-27', '中秋节'),
  ...off('2026-10-01', '2026-10-07', '国庆节'),
  worked('2026-10-10', '国庆节'),
]
