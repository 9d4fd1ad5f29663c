import type { Text } from '../http/text.ts'

/** 统计口径. No number leaves the system without it; the four are never added to each other. */
export const calibres = ['general', 'reported', 'simple', 'all'] as const
export type Calibre = (typeof calibres)[number]

export const calibreNames: Readonly<Record<Calibre, Text>> = {
  general: { zh: '一般程序', en: 'General procedure' },
  reported: { zh: '一般程序中的统计（上报）事故', en: 'Reported accidents of the general procedure' },
  simple: { zh: '简易程序', en: 'Simple procedure' },
  all: { zh: '全部（一般、简易、自行协商）', en: 'All (general, simple and self-settled)' },
}

/** Printed under every table, so that nobody has to ask what was counted. */
export const calibreNote: Text = {
  zh: '死亡按 7 日内统计；不含作废和不予立案的记录。',
  en: 'Killed means dead within 7 days; withdrawn and unfiled records are left out.',
}
