import type { Client } from '../../../api/client.ts'
import type { ListChecks } from '../../../api/supervision/checks/list-checks.schema.ts'
import type { ListComparison } from '../../../api/supervision/comparison/list-comparison.schema.ts'
import type { ListLife, NewListEvent } from '../../../api/supervision/life/list-life.schema.ts'
import type {
  IssueRequest,
  ListFormat,
  SupervisionList,
  SupervisionListSummary,
} from '../../../api/supervision/supervision-list.schema.ts'
import type { Calibre } from './api-types.ts'

export type { ListChecks, ListComparison, ListLife, NewListEvent }
export type { IssueRequest, ListFormat, SupervisionList, SupervisionListSummary }
export type { ListEvent } from '../../../api/supervision/life/list-life.schema.ts'

/** Which hazards a list is of, in the order given or as the filter of the screen has them. */
export type ListChoice =
  { readonly hazardIds: readonly string[] } | { readonly filter: Readonly<Record<string, string | boolean>> }

export type SupervisionOrder = ListChoice & {
  readonly title: string
  readonly calibre: Calibre
  readonly cutoffOn: string
}

export interface ListEdit {
  readonly title?: string
  readonly filledOn?: string
  readonly cutoffOn?: string
  readonly hazardIds?: readonly string[]
}

export interface ListFileWish {
  readonly format: ListFormat
  readonly appendix?: 'diff' | undefined
  readonly annex?: 'photos' | undefined
  readonly edition?: 'internal' | 'external' | undefined
}

interface Versioned {
  readonly id: string
  readonly version: number
}

export function listCallsOf(client: Client) {
  const path = (id: string, rest = '') => `/api/supervision-lists/${id}${rest}`
  const act = ({ id, version }: Versioned, rest: string, body?: object) =>
    client.json<SupervisionList>(path(id, rest), { method: 'POST', version, body })
  return {
    lists: () => client.json<{ items: readonly SupervisionListSummary[] }>('/api/supervision-lists'),
    list: (id: string) => client.json<SupervisionList>(path(id)),
    listChecks: (id: string) => client.json<ListChecks>(path(id, '/checks')),
    listDiff: (id: string) => client.json<ListComparison>(path(id, '/diff')),
    listLife: (id: string) => client.json<ListLife>(path(id, '/events')),
    makeList: (body: SupervisionOrder) =>
      client.json<SupervisionList>('/api/supervision-lists', { method: 'POST', body }),
    changeList: ({ id, version }: Versioned, body: ListEdit) =>
      client.json<SupervisionList>(path(id), { method: 'PATCH', version, body }),
    refreshList: (list: Versioned) => act(list, '/refresh'),
    submitList: (list: Versioned) => act(list, '/submit'),
    returnList: (list: Versioned, reason: string) => act(list, '/return', { reason }),
    issueList: (list: Versioned, body: IssueRequest) => act(list, '/issue', body),
    withdrawList: (list: Versioned, reason: string) => act(list, '/withdraw', { reason }),
    recordListEvent: (id: string, body: NewListEvent) =>
      client.json<ListLife>(path(id, '/events'), { method: 'POST', body }),
    withdrawListEvent: (id: string, eventId: string, reason: string) =>
      client.json<ListLife>(path(id, `/events/${eventId}/withdraw`), { method: 'POST', body: { reason } }),
    listFile: (id: string, wish: ListFileWish) => client.file(path(id), { query: { ...wish } }),
  }
}
