import type { StatisticBase, StatisticBaseInput } from '../api/figure-calls.ts'

export const baseFields = ['vehicles', 'drivers', 'population', 'residents'] as const
export type BaseField = (typeof baseFields)[number]
export type BaseDraft = Record<BaseField | 'source', string>

/** As typed; what was entered before stands there to be changed. */
export const draftOfBase = (base: StatisticBase | undefined): BaseDraft => ({
  vehicles: String(base?.vehicles ?? ''),
  drivers: String(base?.drivers ?? ''),
  population: String(base?.population ?? ''),
  residents: String(base?.residents ?? ''),
  source: base?.source ?? '',
})

const isWhole = (text: string) => /^[1-9]\d{0,8}$/.test(text.trim())

export type BaseFault = 'needed' | 'wholeNumber'

/** What is wrong, field by field; empty where it can be saved. */
export function faultsOfBase(draft: BaseDraft): Partial<Record<keyof BaseDraft, BaseFault>> {
  const faults: Partial<Record<keyof BaseDraft, BaseFault>> = {}
  for (const field of baseFields)
    if (draft[field].trim() !== '' && !isWhole(draft[field])) faults[field] = 'wholeNumber'
  if (draft.vehicles.trim() === '') faults.vehicles = 'needed'
  if (draft.source.trim() === '') faults.source = 'needed'
  return faults
}

export function baseOfDraft(draft: BaseDraft): StatisticBaseInput {
  const count = (field: BaseField) => (draft[field].trim() === '' ? null : Number(draft[field]))
  return {
    vehicles: Number(draft.vehicles),
    drivers: count('drivers'),
    population: count('population'),
    residents: count('residents'),
    source: draft.source.trim(),
  }
}
