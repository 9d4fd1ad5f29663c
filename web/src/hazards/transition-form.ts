import { lifeCycle, type TransitionField } from '../../../api/hazards/life-cycle.ts'
import type { Hazard, TransitionRequest } from '../api/api-types.ts'

export type Action = TransitionRequest['action']
export type Answers = Partial<Record<TransitionField, string>>
export type FieldKind = 'text' | 'long' | 'date' | 'unit' | 'level' | 'hazard' | 'people'

const kinds: Readonly<Partial<Record<TransitionField, FieldKind>>> = {
  note: 'long',
  reason: 'long',
  analysis: 'long',
  advice: 'long',
  emergencyAdvice: 'long',
  temporaryControlPlan: 'long',
  progressText: 'long',
  completionText: 'long',
  conclusion: 'long',
  dueDate: 'date',
  deliveredOn: 'date',
  completeBy: 'date',
  responsibleUnit: 'unit',
  level: 'level',
  mergedInto: 'hazard',
  attendees: 'people',
}

export const kindOf = (field: TransitionField): FieldKind => kinds[field] ?? 'text'

/** What the act asks for; types are chosen at registration and stay as they are here. */
export function fieldsOf(action: Action, level: string | undefined): TransitionField[] {
  const { required, requiredWhenMajor = [] } = lifeCycle[action]
  return [...required, ...(level === '3' ? requiredWhenMajor : [])].filter((field) => field !== 'types')
}

/** Every act starts from what is already known of the hazard. */
export function knownAnswers(hazard: Hazard): Answers {
  const { level, analysis, advice, emergencyAdvice, responsibleUnit, dueDate } = hazard
  return {
    level: level === null ? '1' : String(level),
    analysis: analysis ?? '',
    advice: advice ?? '',
    emergencyAdvice: emergencyAdvice ?? '',
    responsibleUnit: responsibleUnit ?? '',
    dueDate: dueDate ?? '',
  }
}

/** "旗交通运输局，股长" per line → people with their units. */
export function readPeople(text: string): { unit: string; name: string }[] {
  return text
    .split('\n')
    .map((line) => line.split(/[，,、\t]+/).map((part) => part.trim()))
    .filter((parts) => parts[0])
    .map(([unit = '', ...rest]) => ({ unit, name: rest.join(' ') || unit }))
}

export function requestOf(
  action: Action,
  fields: readonly TransitionField[],
  answers: Answers,
): TransitionRequest {
  const given = fields
    .map((field) => [field, answers[field]?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => {
      if (field === 'attendees') return [field, readPeople(value)]
      return [field, field === 'level' ? Number(value) : value]
    })
  return { action, ...Object.fromEntries(given) } as TransitionRequest
}
