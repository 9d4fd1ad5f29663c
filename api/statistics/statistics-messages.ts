import type { Text } from '../http/text.ts'

export const statisticsMessages = {
  periodBackwards: (): Text => ({
    zh: '起始日期晚于截止日期，请对调后重试。',
    en: 'The period ends before it begins. Swap the two dates.',
  }),
  sameDimension: (): Text => ({
    zh: '行和列不能是同一项，请换一项。',
    en: 'Rows and columns cannot be the same. Choose another one.',
  }),
  noBase: (year: number): Text => ({
    zh: `${year}年没有登记统计基数。`,
    en: `No base was entered for ${year}.`,
  }),
}
