import type { HazardActionId } from './hazard-actions.ts'
import type { HazardStatus } from './hazard-status.ts'
import { mainActs } from './life/main-acts.ts'
import { parallelActs, type ParallelActionId } from './life/parallel-acts.ts'
import type { Transition } from './life/transition-type.ts'

export type { Transition } from './life/transition-type.ts'
export type { TransitionField } from './life/transition-fields.ts'

/** The whole life of a hazard: checks, buttons, forms, clocks and the page about it are derived from this table. */
export const lifeCycle: Readonly<Record<HazardActionId, Transition>> = { ...mainActs, ...parallelActs }

export const transitionEntries = Object.entries(lifeCycle) as [HazardActionId, Transition][]

export const isParallel = (action: HazardActionId): action is ParallelActionId => action in parallelActs

/** 并行办理: what runs beside the main track leaves the status where it is. */
export const statusAfter = (action: HazardActionId, status: HazardStatus): HazardStatus =>
  lifeCycle[action].to ?? status
