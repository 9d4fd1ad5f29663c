import type { FieldError } from '../../http/problem.ts'
import type { Text } from '../../http/text.ts'
import { daysBetween } from '../../areas/calendar-days.ts'
import { workingDaysBetween, type Calendar } from './working-days.ts'
import { addDays } from '../../areas/calendar-days.ts'

export const extensionLimits = { granted: 2, days: 30, workingDaysBefore: 5 } as const

interface Asked {
  readonly dueDate: string
  readonly newDueDate: string
  readonly isWinterPause: boolean
  readonly granted: number
  readonly temporaryControl: string
  readonly today: string
}

const messages = {
  notLater: (dueDate: string): Text => ({
    zh: `新的时限须晚于现时限 ${dueDate}。`,
    en: `The new date must be later than the present one, ${dueDate}.`,
  }),
  tooLong: (latest: string): Text => ({
    zh: `一次最多延期${extensionLimits.days}日，最晚到 ${latest}；冬季停工请勾选“冬季停工”。`,
    en: `One extension is at most ${extensionLimits.days} days, to ${latest}. For the winter pause, tick it.`,
  }),
  pastWinter: (latest: string): Text => ({
    zh: `冬季停工延期最晚到 ${latest}。`,
    en: `A winter pause ends on ${latest} at the latest.`,
  }),
  noControl: (): Text => ({
    zh: '冬季停工延期期间临时管控必须在用，请先采取临时管控。',
    en: 'During a winter pause temporary control must be in place. Put it in place first.',
  }),
  tooMany: (): Text => ({
    zh: `已批准延期${extensionLimits.granted}次，不能再申请。`,
    en: `It has been extended ${extensionLimits.granted} times and cannot be again.`,
  }),
}

/** 31 March after the present due date: works rest from November to March here. */
export const endOfWinter = (day: string): string => {
  const year = Number(day.slice(0, 4))
  return day.slice(5) <= '03-31' ? `${year}-03-31` : `${year + 1}-03-31`
}

/** What speaks against an extension; empty where it may be asked for. */
export function extensionErrors(asked: Asked): FieldError[] {
  const errors: FieldError[] = []
  const { dueDate, newDueDate, isWinterPause } = asked
  const latest = isWinterPause ? endOfWinter(dueDate) : addDays(dueDate, extensionLimits.days)
  if (newDueDate <= dueDate) errors.push({ path: 'newDueDate', message: messages.notLater(dueDate) })
  else if (newDueDate > latest)
    errors.push({
      path: 'newDueDate',
      message: isWinterPause ? messages.pastWinter(latest) : messages.tooLong(latest),
    })
  if (isWinterPause && asked.temporaryControl !== 'inPlace')
    errors.push({ path: 'isWinterPause', message: messages.noControl() })
  if (asked.granted >= extensionLimits.granted)
    errors.push({ path: 'newDueDate', message: messages.tooMany() })
  return errors
}

/** Asked for with fewer than five working days left: recorded, and said to be late. */
export const isLateRequest = (dueDate: string, today: string, calendar: Calendar): boolean =>
  daysBetween(today, dueDate) < 0 ||
  workingDaysBetween(today, dueDate, calendar) < extensionLimits.workingDaysBefore
