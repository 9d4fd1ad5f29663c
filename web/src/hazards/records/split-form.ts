import type { HazardType } from '../../../../api/hazards/hazard-codes.ts'
import type { Hazard } from '../../api/api-types.ts'
import type { SplitPart } from '../../api/record-calls.ts'

/** What is typed of one place that is split off; empty means as in the whole. */
export interface PartDraft {
  readonly description: string
  /** undefined: the types of the whole. */
  readonly types: readonly HazardType[] | undefined
  readonly fromStake: string
  readonly toStake: string
  readonly placeText: string
  readonly responsibleUnit: string
}

export const emptyPart: PartDraft = {
  description: '',
  types: undefined,
  fromStake: '',
  toStake: '',
  placeText: '',
  responsibleUnit: '',
}

/** A stake names its place only together with its road. */
export function bodyOfPart(part: PartDraft, { road }: Pick<Hazard, 'road'>): SplitPart {
  const [fromStake, toStake] = [part.fromStake.trim(), part.toStake.trim()]
  return {
    description: part.description.trim(),
    ...(part.types?.length ? { types: [...part.types] } : {}),
    ...(road && fromStake ? { road, fromStake, ...(toStake ? { toStake } : {}) } : {}),
    ...(part.placeText.trim() ? { placeText: part.placeText.trim() } : {}),
    ...(part.responsibleUnit ? { responsibleUnit: part.responsibleUnit } : {}),
  }
}
