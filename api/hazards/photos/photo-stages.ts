import type { Text } from '../../http/text.ts'

/** What a photo is to show, in the order of a hazard's life. */
export const photoStages = {
  found: { zh: '发现', en: 'Found' },
  control: { zh: '临控', en: 'Temporary control' },
  remedying: { zh: '整改中', en: 'Being remedied' },
  remedied: { zh: '整改后', en: 'Remedied' },
  acceptance: { zh: '验收', en: 'Acceptance' },
  revisit: { zh: '回头看', en: 'Revisit' },
  receipt: { zh: '回执', en: 'Receipt' },
} as const satisfies Record<string, Text>

export type PhotoStage = keyof typeof photoStages
export const photoStageIds = Object.keys(photoStages) as [PhotoStage, ...PhotoStage[]]
