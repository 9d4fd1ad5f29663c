import { filterSentence, namesOf, periodWords, roadWords, yesNoWords } from '../http/filter-words.ts'
import { facilityKinds } from './facility-kinds.ts'
import type { FacilityFilter } from './facility-query.schema.ts'
import { facilityStates } from './facility-states.ts'

/** The filter of the list of facilities in words; the type demands words for a key that comes to it. */
export function facilityFilterWords(filter: FacilityFilter, hazardNumber?: string | null): string {
  const installed = periodWords(filter.installedFrom, filter.installedTo)
  const worded: Readonly<Record<keyof FacilityFilter, readonly [string, string | undefined]>> = {
    road: ['道路', roadWords(filter.road)],
    kind: ['设施类型', namesOf(facilityKinds, filter.kind)],
    state: ['状态', namesOf(facilityStates, filter.state)],
    hazardId: ['关联隐患', filter.hazardId && (hazardNumber ?? filter.hazardId)],
    inspectionOverdue: ['巡检', yesNoWords(filter.inspectionOverdue, '已逾期', '未逾期')],
    installedFrom: ['设置日期', installed],
    installedTo: ['设置日期', installed],
    bbox: ['范围', filter.bbox?.join('，')],
  }
  return filterSentence(Object.values(worded))
}
