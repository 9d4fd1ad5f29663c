import type { Story } from './accident-story.ts'
import { lastDayOfDecember } from './demo-years.ts'
import type { Random } from './seeded-random.ts'
import { daylightAt, type Daylight } from './sun-times.ts'

/** Accidents by hour, 0 to 23: the way to work and the way home stand out. */
const hourWeights = [2, 2, 1, 1, 1, 2, 4, 9, 9, 6, 5, 5, 5, 5, 6, 6, 7, 10, 11, 10, 8, 5, 3, 2]

const daylightOf: Readonly<Record<Story['light'], Daylight>> = {
  '1': 'day',
  '2': 'night',
  '3': 'night',
  '4': 'dawn',
  '5': 'dusk',
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? lastDayOfDecember : new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function dayOfYear(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000
}

/** People fall asleep at the wheel before dawn and after lunch; they have drunk by late evening. */
function causeWeight({ cause, weather }: Story, hour: number): number {
  if (weather === '5') return hour >= 4 && hour <= 9 ? 1 : 0.02
  if (cause === '15') return hour <= 5 || (hour >= 12 && hour <= 14) ? 6 : 1
  if (cause === '13') return hour >= 20 || hour <= 1 ? 3 : 1
  return 1
}

export function chooseTime(story: Story, year: number, random: Random): { day: number; minute: number } {
  const month = Number(story.month)
  const day = random.integer(1, daysInMonth(year, month))
  const wanted = daylightOf[story.light]
  const date = dayOfYear(year, month, day)
  const minutes = Array.from({ length: 288 }, (_, i) => i * 5).filter(
    (minute) => daylightAt(date, minute) === wanted,
  )
  const minute = random.weighted(minutes, (candidate) => {
    const hour = Math.floor(candidate / 60)
    return hourWeights[hour]! * causeWeight(story, hour)
  })
  return { day, minute }
}

export function instantOf(year: number, month: number, day: number, minute: number): Date {
  return new Date(Date.UTC(year, month - 1, day, 0, minute) - 8 * 3600_000)
}
