/** Names of the acts on a hazard: the transitions of the life cycle and the parallel ones. */
export const hazardActionIds = [
  'approve',
  'return',
  'resubmit',
  'merge',
  'refuse',
  'notify',
  'sign',
  'handOver',
  'progress',
  'requestAcceptance',
  'accept',
  'returnForRemedy',
  'close',
  'reopen',
  'resumeRemedy',
] as const
export type HazardActionId = (typeof hazardActionIds)[number]
