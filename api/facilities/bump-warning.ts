import type { Text } from '../http/text.ts'
import type { FacilityKind } from './facility-kinds.ts'
import { facilityMessages } from './facility-messages.ts'

export interface PlacedBump {
  readonly kind: FacilityKind
  /** National and provincial main lines are taken as 60 km/h or more: the road catalogue has no limits yet. */
  readonly isMainLine: boolean
  readonly stake: number | null
  readonly direction: 'increasing' | 'decreasing' | 'both'
  /** Stakes of the warning signs that stand on the same road. */
  readonly signStakes: readonly number[]
}

export interface PlacingWarning {
  readonly code: 'bumpWithoutSign'
  readonly message: Text
}

const [nearest, farthest] = [50, 150]

/** Drivers with growing stakes meet the sign before the bump, so it stands at a smaller stake. */
export function bumpWarnings({
  kind,
  isMainLine,
  stake,
  direction,
  signStakes,
}: PlacedBump): PlacingWarning[] {
  if (kind !== 'speed_bump' || !isMainLine || stake === null) return []
  const hasSign = (sense: 1 | -1) =>
    signStakes.some((sign) => (stake - sign) * sense >= nearest && (stake - sign) * sense <= farthest)
  const isAnnounced =
    (direction === 'decreasing' || hasSign(1)) && (direction === 'increasing' || hasSign(-1))
  return isAnnounced ? [] : [{ code: 'bumpWithoutSign', message: facilityMessages.bumpWithoutSign() }]
}
