import type { Text } from '../../http/text.ts'
import type { HazardValues, Requirement } from './hazard-record.ts'

/** 五要件 count alike; the picture is asked for besides and rarely travels in a ledger. */
const points: Readonly<Record<Requirement, number>> = {
  description: 18,
  remedyPlan: 18,
  dueDate: 18,
  responsibleUnit: 18,
  responsiblePerson: 18,
  photos: 10,
}

const names: Readonly<Record<Requirement, Text>> = {
  description: { zh: '隐患情况', en: 'description' },
  remedyPlan: { zh: '整改措施', en: 'remedy' },
  dueDate: { zh: '整改时限', en: 'time limit' },
  responsibleUnit: { zh: '责任单位', en: 'responsible unit' },
  responsiblePerson: { zh: '责任人', en: 'responsible person' },
  photos: { zh: '图片', en: 'pictures' },
}

/** `dueText` counts: 长期坚持 is a time limit in the sense of the ledger. */
export function completenessOf(
  values: HazardValues,
  hasPhotos: boolean,
): { score: number; missing: Requirement[] } {
  const has: Readonly<Record<Requirement, boolean>> = {
    description: values.description !== undefined,
    remedyPlan: values.remedyPlan !== undefined || values.advice !== undefined,
    dueDate: values.dueDate !== undefined || values.dueText !== undefined,
    responsibleUnit: values.responsibleUnit !== undefined,
    responsiblePerson: values.responsiblePerson !== undefined,
    photos: hasPhotos,
  }
  const requirements = Object.keys(points) as Requirement[]
  const missing = requirements.filter((requirement) => !has[requirement])
  const score = requirements.reduce((sum, each) => sum + (has[each] ? points[each] : 0), 0)
  return { score, missing }
}

export const requirementsInWords = (requirements: readonly Requirement[]): Text => ({
  zh: requirements.map((each) => names[each].zh).join('、'),
  en: requirements.map((each) => names[each].en).join(', '),
})
