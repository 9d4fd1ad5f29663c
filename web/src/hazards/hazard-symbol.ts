import type { Hazard } from '../api/api-types.ts'

export function hazardSymbol({
  status,
  level,
  overdueDays,
}: Pick<Hazard, 'status' | 'level' | 'overdueDays'>): string {
  return ['hazard', status, level ?? 1, ...(overdueDays > 0 ? ['overdue'] : [])].join(':')
}
