import { filterSentence, namesOf, periodWords, roadWords, yesNoWords } from '../http/filter-words.ts'
import { hazardLevels, hazardTypes, supervisionLevels } from './hazard-codes.ts'
import type { HazardFilter } from './hazard-query.schema.ts'
import { hazardStatuses } from './hazard-status.ts'

/** The filter of the list of hazards in words; the type demands words for a key that comes to it. */
export function hazardFilterWords(
  filter: HazardFilter,
  squadNames: Readonly<Record<string, string>> = {},
): string {
  const found = periodWords(filter.from, filter.to)
  const worded: Readonly<Record<keyof HazardFilter, readonly [string, string | undefined]>> = {
    road: ['道路', roadWords(filter.road)],
    status: ['状态', namesOf(hazardStatuses, filter.status)],
    level: ['隐患等级', namesOf(hazardLevels, filter.level)],
    type: ['隐患类型', namesOf(hazardTypes, filter.type)],
    supervisionLevel: ['督办级别', namesOf(supervisionLevels, filter.supervisionLevel)],
    squad: ['中队', filter.squad?.map((code) => squadNames[code] ?? code).join('、')],
    township: ['苏木镇', filter.township?.join('、')],
    overdue: ['逾期', yesNoWords(filter.overdue, '已逾期', '未逾期')],
    open: ['办理', yesNoWords(filter.open, '未办结', '已办结')],
    from: ['发现时间', found],
    to: ['发现时间', found],
    bbox: ['范围', filter.bbox?.join('，')],
    withdrawn: ['作废', filter.withdrawn && '只列作废的'],
  }
  return filterSentence(Object.values(worded))
}
