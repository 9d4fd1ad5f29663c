import { z } from 'zod'
import { facilityKindIds } from '../facilities/facility-kinds.ts'
import { PlacedFacility } from '../facilities/facility.schema.ts'
import { Hazard, NewHazard, StakeInput } from '../hazards/hazard.schema.ts'

const text = (maximum: number) => z.string().trim().min(1).max(maximum)

/** What the person who decides says otherwise than the proposal. */
export const GapPlan = z
  .object({
    facilityId: z.uuid().optional().describe('Made by the client: sent again it is the same facility'),
    kind: z.enum(facilityKindIds).optional(),
    quantity: z.number().int().positive().max(10_000).optional(),
    lengthMetres: z.number().positive().max(100_000).optional(),
    legend: text(60).optional(),
    stake: StakeInput.optional(),
    remark: text(500).optional(),
  })
  .strict()
export type GapPlan = z.infer<typeof GapPlan>

export const GapTicket = z
  .object({
    hazardId: z.uuid().optional().describe('Made by the client: sent again it is the same hazard'),
    description: text(500).optional(),
    types: NewHazard.shape.types.optional(),
    remark: text(500).optional(),
  })
  .strict()
export type GapTicket = z.infer<typeof GapTicket>

export const PlannedFacility = PlacedFacility
export const TicketOfGap = Hazard.pick({
  ...{ id: true, number: true, displayNumber: true, title: true, status: true, types: true },
  ...{ road: true, roadName: true, fromStake: true, toStake: true, stakeText: true, version: true },
})
