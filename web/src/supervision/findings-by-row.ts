import type { ListChecks } from '../api/list-calls.ts'

type Finding = ListChecks['items'][number]

export interface RowFindings {
  readonly position: number
  readonly hazardId: string
  readonly hazardNumber: string
  readonly findings: Finding[]
}

/** One card for each row of the list, what must be mended first. */
export function findingsByRow(items: readonly Finding[]): RowFindings[] {
  const rows = new Map<string, RowFindings>()
  for (const finding of items) {
    const { position, hazardId, hazardNumber } = finding
    const row = rows.get(hazardId) ?? { position, hazardId, hazardNumber, findings: [] }
    row.findings.push(finding)
    rows.set(hazardId, row)
  }
  for (const { findings } of rows.values())
    findings.sort((a, b) => Number(b.isBlocking) - Number(a.isBlocking))
  return [...rows.values()].sort((a, b) => a.position - b.position)
}
