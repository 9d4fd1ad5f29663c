import type { Text } from '../http/text.ts'
import type { Preset } from './presets.ts'

export const hotspotMessages = {
  periodBackwards: (): Text => ({
    zh: '起始日期晚于截止日期，请对调后重试。',
    en: 'The period ends before it begins. Swap the two dates.',
  }),
  periodTooLong: (preset: Preset): Text => ({
    zh: `${preset.id}（${preset.name.zh}）按一年统计，请把起止日期限制在 ${preset.longestPeriodDays} 天以内。`,
    en: `${preset.id} speaks of one year: choose a period of at most ${preset.longestPeriodDays} days.`,
  }),
  unknownRoads: (codes: readonly string[]): Text => ({
    zh: `没有这些路线：${codes.join('、')}。路线编号见 /api/roads。`,
    en: `There are no such roads: ${codes.join(', ')}. Their codes are listed at /api/roads.`,
  }),
  unknownRun: (): Text => ({
    zh: '没有这次筛查，请从筛查列表中重新选择。',
    en: 'There is no such screening. Choose one from the list.',
  }),
}
