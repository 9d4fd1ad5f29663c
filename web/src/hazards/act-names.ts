import { actionWords } from '../../../api/audit/audit-words.ts'
import { lifeCycle } from '../../../api/hazards/life-cycle.ts'
import type { HazardActionId } from '../../../api/hazards/hazard-actions.ts'
import type { Language } from '../text/words.ts'

/** A line of the history: the act as its own button calls it, and what is no act of the life cycle as the trail does. */
export const actName = (action: string, language: Language): string =>
  lifeCycle[action as HazardActionId]?.[language] ?? actionWords(`hazard.${action}`)[language]
