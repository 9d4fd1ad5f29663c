import type { Client, Query } from '../../../api/client.ts'
import type { AnnualMaterial, AnnualMaterialInput } from '../../../api/reports/annual-material.schema.ts'
import type { ReportAnswer } from '../../../api/reports/report.schema.ts'
import type { ReportKind } from '../../../api/reports/report.ts'
import type { StatisticBase, StatisticBaseInput } from '../../../api/statistics/statistic-base.schema.ts'
import type { CrossTable, FourIndices, Summary } from '../../../api/statistics/statistics.schema.ts'
import type { ListOf } from './api-types.ts'

export type {
  AnnualMaterial,
  AnnualMaterialInput,
  CrossTable,
  FourIndices,
  ReportAnswer,
  ReportKind,
  StatisticBase,
  StatisticBaseInput,
  Summary,
}
export type FileFormat = 'xlsx' | 'docx' | 'pdf'

/** Figures and the reports that are made of them. */
export function figureCallsOf(client: Client) {
  return {
    figuresBy: (query: Query) => client.json<FourIndices>('/api/statistics/four-indices', { query }),
    summary: (query: Query) => client.json<Summary>('/api/statistics/summary', { query }),
    crossTable: (query: Query) => client.json<CrossTable>('/api/statistics/cross-table', { query }),
    statisticBases: () => client.json<ListOf<StatisticBase>>('/api/statistics/bases'),
    setStatisticBase: (year: number, body: StatisticBaseInput) =>
      client.json<StatisticBase>(`/api/statistics/bases/${year}`, { method: 'PUT', body }),
    report: (kind: ReportKind, query: Query) => client.json<ReportAnswer>(`/api/reports/${kind}`, { query }),
    reportFile: (kind: ReportKind, format: FileFormat, query: Query) =>
      client.file(`/api/reports/${kind}`, { query: { ...query, format } }),
    annualMaterial: (year: number) => client.json<AnnualMaterial>(`/api/reports/annual-material/${year}`),
    setAnnualMaterial: (year: number, body: AnnualMaterialInput) =>
      client.json<AnnualMaterial>(`/api/reports/annual-material/${year}`, { method: 'PUT', body }),
  }
}
