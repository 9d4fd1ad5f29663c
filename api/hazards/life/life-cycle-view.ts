import { onlyFor } from '../../auth/permissions.ts'
import type { Text } from '../../http/text.ts'
import { clockIds, clockRule, type AllowedTime, type ClockId } from '../clocks/clock-times.ts'
import { fieldName } from '../field-names.ts'
import { hazardStatuses } from '../hazard-status.ts'
import { isParallel, transitionEntries } from '../life-cycle.ts'
import { conditions } from './conditions.ts'
import { flagNames } from './flags.ts'
import { photoStages } from '../photos/photo-stages.ts'

export const allowedTime = (allowed: AllowedTime): Text => {
  if ('days' in allowed) return { zh: `${allowed.days}日`, en: `${allowed.days} days` }
  if ('workingDays' in allowed)
    return { zh: `${allowed.workingDays}个工作日`, en: `${allowed.workingDays} working days` }
  if ('hours' in allowed) return { zh: `${allowed.hours}小时`, en: `${allowed.hours} hours` }
  return { zh: '到整改时限', en: 'until the due date' }
}

const clockView = (id: ClockId) => {
  const { zh, en, allowed, allowedWhenUrgent, note } = clockRule(id)
  return {
    code: id,
    zh,
    en,
    allowed,
    ...(allowedWhenUrgent ? { allowedWhenUrgent } : {}),
    ...(note ? { note } : {}),
  }
}

const named = (names: Readonly<Record<string, Text>>) =>
  Object.entries(names).map(([code, { zh, en }]) => ({ code, zh, en }))

/** The table as programs read it. */
export const lifeCycleView = () => ({
  statuses: Object.entries(hazardStatuses).map(([code, name]) => ({ code: Number(code), ...name })),
  acts: transitionEntries.map(([id, { to, permission, ...act }]) => {
    return {
      id,
      ...act,
      track: isParallel(id) ? ('parallel' as const) : ('main' as const),
      to: to ?? null,
      permission,
      only: onlyFor(permission),
    }
  }),
  clocks: clockIds.map(clockView),
  stages: named(photoStages),
  flags: named(flagNames),
  conditions: Object.entries(conditions).map(([code, { text }]) => ({ code, ...text })),
  fields: [
    ...new Set(transitionEntries.flatMap(([, act]) => [...act.required, ...(act.optional ?? [])])),
  ].map((field) => ({ code: field, ...fieldName(field) })),
})
