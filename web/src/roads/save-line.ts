import type { Calls } from '../api/calls.ts'
import type { Road } from '../api/api-types.ts'
import type { ChangedRoad, MovedRecords } from '../api/road-types.ts'
import type { LineChange } from './line-changes.ts'

export interface Because {
  readonly reason: string
  /** The day from which the road itself is different; without it the change corrects what was known. */
  readonly validFrom: string | undefined
}

export const nothingMoved: MovedRecords = { accidents: 0, hazards: 0, facilities: 0 }

export const moreMoved = (a: MovedRecords, b: MovedRecords): MovedRecords => ({
  accidents: a.accidents + b.accidents,
  hazards: a.hazards + b.hazards,
  facilities: a.facilities + b.facilities,
})

/** Sends one change. */
export function sendChange(
  calls: Calls,
  road: Road,
  change: LineChange,
  { reason, validFrom }: Because,
): Promise<ChangedRoad> {
  const because = { reason, validFrom }
  switch (change.kind) {
    case 'endPost':
      return calls.endAnchor(road, change.post.id, { reason, validTo: validFrom })
    case 'endJump':
      return calls.endChainBreak(road, change.jump.id, { reason, validTo: validFrom })
    case 'setStakes': {
      const { sequence, fromStake, toStake } = change.stakes
      return calls.setSectionStakes(road, sequence, { fromStake, toStake, ...because })
    }
    case 'addPost':
    case 'changePost': {
      const { id, section, stake, point, method, note } = change.post
      const body = { section, stake, lon: point[0], lat: point[1], method, note, ...because }
      return change.kind === 'addPost' ? calls.addAnchor(road, body) : calls.changeAnchor(road, id, body)
    }
    case 'addJump':
    case 'changeJump': {
      const { id, atStake, jump, note } = change.jump
      const body = { atStake, jump, note, ...because }
      return change.kind === 'addJump'
        ? calls.addChainBreak(road, body)
        : calls.changeChainBreak(road, id, body)
    }
  }
}
