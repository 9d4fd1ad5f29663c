import type { Text } from '../../http/text.ts'

/** After which weather everything that stands is looked at. */
export const stormCauses = {
  sand: { zh: '沙尘', en: 'Sandstorm' },
  wind: { zh: '大风', en: 'High wind' },
  snow: { zh: '大雪', en: 'Snow' },
  hail: { zh: '冰雹', en: 'Hail' },
  rain: { zh: '暴雨', en: 'Heavy rain' },
  cold: { zh: '寒潮', en: 'Cold wave' },
} as const satisfies Record<string, Text>

export type StormCause = keyof typeof stormCauses
export const stormCauseIds = Object.keys(stormCauses) as [StormCause, ...StormCause[]]
