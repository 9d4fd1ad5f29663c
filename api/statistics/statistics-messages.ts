import type { Text } from '../http/text.ts'

export const statisticsMessages = {
  periodBackwards: (): Text => ({
    zh: '起始日期晚于截止日期，请对调后重试。',
    en: 'The period ends before it begins. Swap the two dates.',
  }),
}
