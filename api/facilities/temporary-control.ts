import { standingStates, type FacilityState } from './facility-states.ts'
import { controlWording, type FacilityCount } from './facility-wording.ts'

export interface LinkedFacility extends FacilityCount {
  readonly state: FacilityState
}

export interface TemporaryControl {
  readonly control: 'none' | 'planned' | 'inPlace' | 'removed'
  readonly text: string | null
}

/** 临时管控状态 of a hazard from what is placed there; undefined where nothing is, so that a written plan stays. */
export function temporaryControlOf(linked: readonly LinkedFacility[]): TemporaryControl | undefined {
  if (linked.length === 0) return undefined
  const standing = linked.filter(({ state }) => standingStates.includes(state))
  if (standing.length > 0) return { control: 'inPlace', text: controlWording(standing) }
  const planned = linked.filter(({ state }) => state === 'planned')
  if (planned.length > 0) return { control: 'planned', text: controlWording(planned) }
  return { control: 'removed', text: null }
}
