import type { TimeOfDay } from './local-time.ts'

const clock =
  /^[\s,T]*(凌晨|清晨|早晨|早上|上午|中午|下午|午后|傍晚|晚上|夜间|夜里|夜晚|晚|半夜|深夜|AM|PM)?\s*(?:约|大约)?\s*(?:(\d{1,2})\s*[:时点]\s*(?:(\d{1,2}|半)\s*[:分]?\s*(?:(\d{1,2})(?:\.\d+)?\s*秒?)?)?|(\d{2})(\d{2})(\d{2})?)\s*(整)?\s*(AM|PM)?\s*(?:许|左右|前后|多|处)?$/

const offset = /(?:Z|\+00:?00|\+08:?00)$/

/** Which hours go with a part of the day, and what to add to the hour of a twelve-hour clock. */
function hourIn(part: string, hour: number): number | undefined {
  if (/凌晨|清晨|早|上午|AM/.test(part)) return hour === 12 ? 0 : hour < 12 ? hour : undefined
  if (/中午/.test(part)) return hour <= 2 ? hour + 12 : hour >= 10 && hour <= 14 ? hour : undefined
  if (/下午|午后|傍晚|PM/.test(part)) return hour === 12 ? 12 : hour < 12 ? hour + 12 : hour
  // 晚上1点 may be one in the morning of this day or of the next.
  if (hour >= 5 && hour < 12) return hour + 12
  return hour >= 17 ? hour : undefined
}

export interface ReadTimeOfDay extends TimeOfDay {
  readonly isUtc?: boolean
}

/** 14:30, 14时许, 下午2点半, 1430, 24:00; half-width, numerals in digits. */
export function readTimeWords(text: string): ReadTimeOfDay | undefined {
  const zone = offset.exec(text)?.[0]
  const found = clock.exec(zone === undefined ? text : text.slice(0, -zone.length).trim())
  if (!found) return undefined
  const [, before, hours, minutes, seconds, joinedHours, joinedMinutes, joinedSeconds, sharp, after] = found
  const written = Number(hours ?? joinedHours)
  const minute = minutes === '半' ? 30 : Number(minutes ?? joinedMinutes ?? 0)
  const second = Number(seconds ?? joinedSeconds ?? 0)
  const isLate = written > 24 || (written === 24 && minute + second > 0)
  if (isLate || minute > 59 || second > 59) return undefined
  const part = before ?? after
  const resolved = part === undefined ? written : hourIn(part, written)
  const isExact = minutes !== undefined || joinedMinutes !== undefined || sharp !== undefined
  return {
    hour: resolved ?? written,
    minute,
    second,
    precision: isExact ? 'minute' : 'hour',
    ...(resolved === undefined ? { isDoubtful: true } : {}),
    ...(zone !== undefined && /^Z|00:?00/.test(zone) ? { isUtc: true } : {}),
  }
}
