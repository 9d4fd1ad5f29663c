import { pair } from './pair.ts'

/** Between words that are put together on the page. */
export const punctuationWords = pair(
  {
    comma: '，',
    listed: '、',
    semicolon: '；',
    colon: '：',
    aside: (text: string) => `（${text}）`,
  },
  {
    comma: ', ',
    listed: ', ',
    semicolon: '; ',
    colon: ': ',
    aside: (text: string) => ` (${text})`,
  },
)
