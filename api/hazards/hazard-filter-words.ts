import { filterSentence, namesOf, periodWords, roadWords, yesNoWords } from '../http/filter-words.ts'
import { punctuation, type Language, type Text } from '../http/text.ts'
import { hazardLevels, hazardTypes, supervisionLevels } from './hazard-codes.ts'
import type { HazardFilter } from './hazard-query.schema.ts'
import { hazardStatuses } from './hazard-status.ts'

const found: Text = { zh: '发现时间', en: 'Found' }
const labels: Readonly<Record<keyof HazardFilter, Text>> = {
  road: { zh: '道路', en: 'Road' },
  status: { zh: '状态', en: 'State' },
  level: { zh: '隐患等级', en: 'Level' },
  type: { zh: '隐患类型', en: 'Type' },
  supervisionLevel: { zh: '督办级别', en: 'Supervision' },
  squad: { zh: '中队', en: 'Squad' },
  township: { zh: '苏木镇', en: 'Township' },
  overdue: { zh: '逾期', en: 'Date' },
  open: { zh: '办理', en: 'Handling' },
  from: found,
  to: found,
  bbox: { zh: '范围', en: 'Area' },
  withdrawn: { zh: '作废', en: 'Withdrawn' },
}
const late: readonly [Text, Text] = [
  { zh: '已逾期', en: 'overdue' },
  { zh: '未逾期', en: 'not overdue' },
]
const open: readonly [Text, Text] = [
  { zh: '未办结', en: 'not finished' },
  { zh: '已办结', en: 'finished' },
]
const withdrawn: Text = { zh: '只列作废的', en: 'only withdrawn ones' }

/** The filter of the list of hazards in words; the type demands words for a key that comes to it. */
export function hazardFilterWords(
  filter: HazardFilter,
  squadNames: Readonly<Record<string, Text>> = {},
  language: Language = 'zh',
): string {
  const period = periodWords(filter.from, filter.to, language)
  const values: Readonly<Record<keyof HazardFilter, string | undefined>> = {
    road: roadWords(filter.road, language),
    status: namesOf(hazardStatuses, filter.status, language),
    level: namesOf(hazardLevels, filter.level, language),
    type: namesOf(hazardTypes, filter.type, language),
    supervisionLevel: namesOf(supervisionLevels, filter.supervisionLevel, language),
    squad: namesOf(squadNames, filter.squad, language),
    township: namesOf({}, filter.township, language),
    overdue: yesNoWords(filter.overdue, ...late)?.[language],
    open: yesNoWords(filter.open, ...open)?.[language],
    from: period,
    to: period,
    bbox: filter.bbox?.join(punctuation[language].comma),
    withdrawn: filter.withdrawn && withdrawn[language],
  }
  const keys = Object.keys(labels) as (keyof HazardFilter)[]
  return filterSentence(
    keys.map((key) => [labels[key][language], values[key]]),
    language,
  )
}
