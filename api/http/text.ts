export type Language = 'zh' | 'en'

/** A sentence for the user, in both languages. Chinese is the one that is read; English is the courtesy. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** `Accept-Language` → the language we answer in: Chinese unless English is asked for first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'zh'
}

/** Between words that are put together. */
export const punctuation = {
  zh: { comma: '，', listed: '、', semicolon: '；', colon: '：', aside: (text: string) => `（${text}）` },
  en: { comma: ', ', listed: ', ', semicolon: '; ', colon: ': ', aside: (text: string) => ` (${text})` },
} as const satisfies Record<Language, unknown>
