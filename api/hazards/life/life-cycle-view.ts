import { isPermitted, rights, type Permission, type RightsColumn } from '../../auth/permissions.ts'
import type { PersonKind } from '../../http/actor.ts'
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

export const posts: readonly (Text & { department: string; kind: PersonKind; column: RightsColumn })[] = [
  { zh: '协勤', en: 'Auxiliary', department: 'L03', kind: 'auxiliary', column: 'auxiliary' },
  { zh: '中队文职', en: 'Civilian of a squad', department: 'L03', kind: 'civilian', column: 'civilian' },
  { zh: '中队民警', en: 'Squad officer', department: 'L03', kind: 'sworn', column: 'squadOfficer' },
  { zh: '事故中队民警', en: 'Accident squad officer', department: 'N04', kind: 'sworn', column: 'accident' },
  {
    zh: '事故中队文职',
    en: 'Accident squad civilian',
    department: 'N04',
    kind: 'civilian',
    column: 'accident',
  },
  { zh: '设施保障', en: 'Facility team', department: 'N05', kind: 'civilian', column: 'facility' },
  { zh: '内务', en: 'Office', department: 'N01', kind: 'civilian', column: 'office' },
  { zh: '督察', en: 'Inspection', department: 'N03', kind: 'sworn', column: 'inspection' },
  { zh: '大队领导', en: 'Brigade leader', department: 'D00', kind: 'sworn', column: 'leader' },
  { zh: '管理员', en: 'Administrator', department: 'ADMIN', kind: 'civilian', column: 'administrator' },
]

export const mayAct = (permission: Permission) =>
  posts.map(({ department, kind }) => isPermitted({ department, personKind: kind }, permission))

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
      swornOnly: 'swornOnly' in rights[permission],
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
export type LifeCycleView = ReturnType<typeof lifeCycleView>
