import type { z } from 'zod'
import type { Client } from '../../../api/client.ts'
import type { Holiday as HolidaySchema, HolidayInput } from '../../../api/hazards/clocks/holiday.schema.ts'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import type { Correctable } from '../../../api/hazards/records/correctable.ts'
import type { ReopeningProposals } from '../../../api/hazards/life/life-cycle.schema.ts'
import type {
  CorrectionDecision,
  HazardRecords,
  NewCorrection,
  Split,
} from '../../../api/hazards/records/record.schema.ts'
import type { ListOf } from './api-types.ts'

export type { HazardRecords } from '../../../api/hazards/records/record.schema.ts'
export type Correction = HazardRecords['corrections'][number]
export type CorrectableField = keyof Correctable
export type Holiday = z.infer<typeof HolidaySchema>
export type ReopeningProposal = z.infer<typeof ReopeningProposals>['items'][number]
export type SplitPart = Split['parts'][number]

type Versioned = Pick<Hazard, 'id' | 'version'>

/** Records and papers of a hazard, and what is done to the record itself. */
export function recordCallsOf(client: Client) {
  const post = <Answer>({ id, version }: Versioned, path: string, body: unknown) =>
    client.json<Answer>(`/api/hazards/${id}/${path}`, { method: 'POST', version, body })
  return {
    hazardRecords: (id: string) => client.json<HazardRecords>(`/api/hazards/${id}/records`),
    requestCorrection: (hazard: Versioned, body: NewCorrection) => post<Hazard>(hazard, 'corrections', body),
    decideCorrection: (hazard: Versioned, { id }: Pick<Correction, 'id'>, body: CorrectionDecision) =>
      post<Hazard>(hazard, `corrections/${id}/decision`, body),
    withdrawHazard: (hazard: Versioned, reason: string) => post<Hazard>(hazard, 'withdraw', { reason }),
    splitHazard: (hazard: Versioned, body: Split) =>
      post<{ source: Hazard; parts: Hazard[] }>(hazard, 'split', body),

    reopeningProposals: () => client.json<ListOf<ReopeningProposal>>('/api/hazards/reopening-proposals'),
    dismissReopening: (hazard: Versioned, accidentId: string, reason: string) =>
      post<Hazard>(hazard, 'reopening-dismissals', { accidentId, reason }),

    holidays: () => client.json<ListOf<Holiday>>('/api/holidays'),
    setHoliday: (day: string, body: HolidayInput) =>
      client.json<Holiday>(`/api/holidays/${day}`, { method: 'PUT', body }),
    removeHoliday: (day: string) => client.json<undefined>(`/api/holidays/${day}`, { method: 'DELETE' }),
  }
}
